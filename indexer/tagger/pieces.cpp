#include "indexer/tagger/pieces.hpp"

#include "indexer/detect/written_words.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

/// Signs beyond so many in a gap (a line of a table, a drawing) tell nothing.
constexpr std::size_t kMostSigns = 8;

constexpr bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

constexpr std::size_t character_size(char first)
{
    const auto c = static_cast<unsigned char>(first);
    return c < 0xC0U ? 1U : c < 0xE0U ? 2U : c < 0xF0U ? 3U : 4U;
}

class Cutter {
  public:
    Cutter(std::string_view text, const TokenList& list, PieceList& out)
        : text_(text), list_(list), out_(out)
    {
    }

    void run()
    {
        const auto size = static_cast<std::uint32_t>(list_.tokens.size());
        std::uint32_t behind = 0;  // where the word before ends
        for (std::uint32_t i = 0; i < size;) {
            const Token& token = list_.tokens[i];
            if (token.before != Break::None) {  // what follows a blank opens the next sentence
                const std::uint32_t blank = first_blank(behind, token.begin);
                take_signs(behind, blank);
                ended_ = true;
                behind = blank;
            }
            take_signs(behind, token.begin);
            behind = take_word(i);
        }
        take_signs(behind, static_cast<std::uint32_t>(text_.size()));
    }

  private:
    [[nodiscard]] std::uint32_t first_blank(std::uint32_t begin, std::uint32_t end) const
    {
        while (begin < end && !is_blank(text_[begin])) { ++begin; }
        return begin;
    }

    void add(const Piece& piece)
    {
        const auto at = static_cast<std::uint32_t>(out_.pieces.size());
        if (ended_ || at - out_.sentences.back() >= kLongestSentence) {
            out_.sentences.push_back(at);
            ended_ = false;
        }
        out_.pieces.push_back(piece);
    }

    /// Takes the word at `i` and those that hyphens and the like join to it; moves `i` behind them.
    /// Returns where the word ends, in bytes.
    std::uint32_t take_word(std::uint32_t& i)
    {
        const std::uint32_t first = i++;
        while (i < list_.tokens.size() && is_joined(i)) { ++i; }
        const Token& last = list_.tokens[i - 1];
        const auto ending = static_cast<std::uint32_t>(possessive_size(raw_word(text_, last)));
        std::uint32_t end = last.end - ending;
        if (ending == 0 && keeps_point(i - 1)) { ++end; }
        add({.begin = list_.tokens[first].begin, .end = end, .first = first, .last = i});
        if (ending == 0) { return end; }
        add({.begin = end, .end = last.end, .first = i, .last = i});
        return last.end;
    }

    /// Whether token `i` is one piece with the token before it: "Jong-un", "AT&T", "24/7".
    [[nodiscard]] bool is_joined(std::uint32_t i) const
    {
        const Token& before = list_.tokens[i - 1];
        const Token& token = list_.tokens[i];
        if (token.before != Break::None) { return false; }
        const std::string_view gap = gap_between(text_, before, token);
        if (gap == "'" || gap == "\xE2\x80\x99") {  // "O'Brien" is one token, "l'accord" is two
            return begins_with_capital(raw_word(text_, before));
        }
        return gap == "-" || gap == "&" || gap == "\xE2\x80\x90" || gap == "\xE2\x80\x91";
    }

    /// A full stop that ends no sentence stays with its word: "J.", "Mr."
    [[nodiscard]] bool keeps_point(std::uint32_t i) const
    {
        const std::size_t at = list_.tokens[i].end;
        return i + 1 < list_.tokens.size() && list_.tokens[i + 1].before == Break::None &&
               text_[at] == '.' && text_[at + 1] != '.';
    }

    void take_signs(std::uint32_t begin, std::uint32_t end)
    {
        std::size_t taken = 0;
        while (begin < end && taken < kMostSigns) {
            if (is_blank(text_[begin])) {
                ++begin;
                continue;
            }
            const std::uint32_t first = begin;
            const auto size = static_cast<std::uint32_t>(character_size(text_[begin]));
            const std::string_view sign = text_.substr(first, size);
            do {
                begin += size;
            } while (begin < end && text_.substr(begin, size) == sign);
            add({.begin = first, .end = std::min(begin, end)});
            ++taken;
        }
    }

    std::string_view text_;
    const TokenList& list_;
    PieceList& out_;
    bool ended_ = true;
};

}  // namespace

void cut_pieces(std::string_view text, const TokenList& list, PieceList& out)
{
    out.pieces.clear();
    out.sentences.clear();
    Cutter{text, list, out}.run();
}

}  // namespace dateline::indexer
