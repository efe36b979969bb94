#include "common/text/tokenizer.hpp"

#include "common/text/ascii.hpp"
#include "common/text/break_scanner.hpp"
#include "common/text/characters.hpp"
#include "common/text/segmenter.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace dateline {
namespace {

/// Before an apostrophe, these are words of their own: French and Italian elisions.
constexpr auto kElisions = std::to_array<std::string_view>(
    {"all", "c", "d", "dall", "dell", "j", "l", "m", "n", "nell", "qu", "s", "sull", "t", "un"});

/// Goes through one text; each member function takes what stands at `at_`.
class Scanner {
  public:
    Scanner(std::string_view text, TokenList& out, TextOrigin origin)
        : text_(text), out_(out), origin_(origin), breaks_(text, out)
    {
    }

    void run()
    {
        while (at_ < text_.size()) {
            switch (class_at(at_)) {
                case CharacterClass::Word:
                    take_word();
                    break;
                case CharacterClass::Dictionary:
                    take_dictionary_run();
                    break;
                default:
                    at_ = breaks_.pass(at_);
                    break;
            }
        }
    }

  private:
    struct Decoded {
        char32_t code_point;
        std::size_t size;
    };

    [[nodiscard]] Decoded decode(std::size_t at) const
    {
        std::string_view rest = text_.substr(at, 4);
        const std::size_t before = rest.size();
        const char32_t code_point = take_code_point(rest);
        return {code_point, before - rest.size()};
    }

    [[nodiscard]] CharacterClass class_at(std::size_t at) const
    {
        if (at >= text_.size()) { return CharacterClass::Separator; }
        const auto c = static_cast<unsigned char>(text_[at]);
        if (c < 0x80U) {
            return kAsciiWord[c] != 0 ? CharacterClass::Word : CharacterClass::Separator;
        }
        return character_class(decode(at).code_point);
    }

    [[nodiscard]] bool is_word_at(std::size_t at) const
    {
        return class_at(at) == CharacterClass::Word;
    }

    /// The bytes that an apostrophe at `at` takes; 0 if there is none.
    [[nodiscard]] std::size_t apostrophe_at(std::size_t at) const
    {
        if (at < text_.size() && text_[at] == '\'') { return 1; }
        return text_.substr(at).starts_with("\xE2\x80\x99") ? 3 : 0;
    }

    // ---- words ----

    void take_word()
    {
        const std::size_t begin = at_;
        const std::size_t surface = out_.surfaces.size();
        foreign_ = false;
        const std::size_t end = take_acronym() ? at_ : take_letters(surface);
        if (foreign_) { refold(surface, begin); }
        if (out_.surfaces.size() == surface) { return; }  // nothing but ignorable marks
        finish_token(begin, end, surface);
        if (out_.tokens.back().surface_size == 2 && text_.substr(begin, 2) == "US" &&
            !in_capital_line(begin)) {
            replace_surface(kUnitedStates);
        }
    }

    /// Takes letters, inner apostrophes and points; returns where the word ends, at_ behind all
    /// that belongs to it.
    std::size_t take_letters(std::size_t surface)
    {
        for (;;) {
            take_ascii_run();
            if (at_ >= text_.size()) { return at_; }
            if (!ascii::is_ascii(text_[at_]) && take_foreign_letter()) { continue; }
            if (const std::size_t quote = apostrophe_at(at_); quote != 0) {
                if (take_apostrophe(quote, surface)) { continue; }
                return at_;
            }
            if (!take_inner_point()) { return at_; }
        }
    }

    void take_ascii_run()
    {
        std::array<char, 32> run;
        std::size_t size = run.size();
        while (size == run.size()) {
            for (size = 0; size < run.size() && at_ < text_.size(); ++size, ++at_) {
                run[size] = kAsciiWord[static_cast<unsigned char>(text_[at_])];
                if (run[size] == 0) { break; }
            }
            out_.surfaces.append(run.data(), size);
        }
    }

    bool take_foreign_letter()
    {
        const Decoded letter = decode(at_);
        const CharacterClass kind = character_class(letter.code_point);
        if (kind != CharacterClass::Word && kind != CharacterClass::Ignorable) { return false; }
        at_ += letter.size;
        if (kind == CharacterClass::Ignorable) { return true; }
        const std::string_view folded = folded_letter(letter.code_point);
        foreign_ = foreign_ || folded.data() == nullptr;
        out_.surfaces += folded;
        return true;
    }

    /// A word with letters beyond the table is folded whole.
    void refold(std::size_t surface, std::size_t begin)
    {
        out_.surfaces.resize(surface);
        std::string_view raw = text_.substr(begin, at_ - begin);
        for (const std::string_view ending : {"'s", "'S", "\xE2\x80\x99s", "\xE2\x80\x99S"}) {
            if (raw.ends_with(ending)) { raw.remove_suffix(ending.size()); }
        }
        out_.surfaces += fold(raw);
    }

    /// Whether the word goes on behind the apostrophe at at_. A possessive ending is passed over.
    bool take_apostrophe(std::size_t quote, std::size_t surface)
    {
        const std::size_t next = at_ + quote;
        const bool goes_on = is_word_at(next);
        if (!goes_on) { return false; }
        const std::string_view so_far = std::string_view{out_.surfaces}.substr(surface);
        const bool is_s = text_[next] == 's' || text_[next] == 'S';
        if (is_s && !is_word_at(next + 1)) {
            at_ = next + 1;
            return false;
        }
        if (std::find(kElisions.begin(), kElisions.end(), so_far) != kElisions.end()) {
            return false;
        }
        out_.surfaces += '\'';
        at_ = next;
        return true;
    }

    /// 3.14 and 1,000,000: a point stays, a comma between thousands goes.
    bool take_inner_point()
    {
        const char c = text_[at_];
        if ((c != '.' && c != ',') || at_ == 0 || !ascii::is_digit(text_[at_ - 1])) {
            return false;
        }
        const auto digit_at = [&](std::size_t at) {
            return at < text_.size() && ascii::is_digit(text_[at]);
        };
        if (c == '.') {
            if (!digit_at(at_ + 1)) { return false; }
            out_.surfaces += '.';
        } else if (!digit_at(at_ + 1) || !digit_at(at_ + 2) || !digit_at(at_ + 3) ||
                   digit_at(at_ + 4)) {
            return false;
        }
        ++at_;
        return true;
    }

    /// "U.S.", "J.R.R.", "u.k": single letters with points, the last point optional.
    bool take_acronym()
    {
        const bool is_ascii = ascii::is_ascii(text_[at_]);
        if (is_ascii && (at_ + 1 == text_.size() || text_[at_ + 1] != '.')) { return false; }
        std::size_t at = at_;
        std::size_t letters = 0;
        std::string surface;
        for (;;) {
            if (!is_word_at(at)) { break; }
            const Decoded letter = decode(at);
            if (letter.size > 2 || ascii::is_digit(text_[at])) { break; }
            const std::size_t behind = at + letter.size;
            const bool pointed = behind < text_.size() && text_[behind] == '.';
            if (!pointed && (letters == 0 || is_word_at(behind))) { break; }
            surface += letter.size == 1
                           ? std::string{kAsciiWord[static_cast<unsigned char>(text_[at])]}
                           : std::string{folded_letter(letter.code_point)};
            ++letters;
            at = behind + (pointed ? 1 : 0);
            if (!pointed) { break; }
        }
        if (letters < 2 || is_word_at(at)) { return false; }
        out_.surfaces += surface == "us" ? kUnitedStates : surface;
        at_ = at;
        return true;
    }

    void finish_token(std::size_t begin, std::size_t end, std::size_t surface)
    {
        std::size_t size = out_.surfaces.size() - surface;
        if (size > kMaxSurfaceBytes) {
            size =
                character_border(std::string_view{out_.surfaces}.substr(surface), kMaxSurfaceBytes);
            out_.surfaces.resize(surface + size);
        }
        out_.tokens.push_back({.begin = static_cast<std::uint32_t>(begin),
                               .end = static_cast<std::uint32_t>(end),
                               .surface = static_cast<std::uint32_t>(surface),
                               .surface_size = static_cast<std::uint16_t>(size),
                               .before = breaks_.take(begin)});
    }

    void replace_surface(std::string_view other)
    {
        Token& token = out_.tokens.back();
        out_.surfaces.resize(token.surface);
        out_.surfaces += other;
        token.surface_size = static_cast<std::uint16_t>(other.size());
    }

    // ---- "US" and lines in capitals ----

    bool in_capital_line(std::size_t at)
    {
        if (origin_ == TextOrigin::Query) { return false; }
        if (at >= line_end_) {
            const std::size_t before = text_.rfind('\n', at);
            const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
            line_end_ = std::min(text_.find('\n', at), text_.size());
            const std::string_view line = text_.substr(begin, line_end_ - begin);
            capital_line_ = std::none_of(line.begin(), line.end(), ascii::is_small);
        }
        return capital_line_;
    }

    // ---- scripts without blanks ----

    void take_dictionary_run()
    {
        const std::size_t begin = at_;
        while (at_ < text_.size() && at_ - begin < kMaxRunBytes) {
            const Decoded letter = decode(at_);
            const bool mark = is_mark(letter.code_point);
            if (!mark && character_class(letter.code_point) != CharacterClass::Dictionary) {
                break;
            }
            at_ += letter.size;
        }
        for (const WordSpan& word : segment_words(text_.substr(begin, at_ - begin))) {
            const std::size_t surface = out_.surfaces.size();
            out_.surfaces += fold(text_.substr(begin + word.begin, word.end - word.begin));
            if (out_.surfaces.size() == surface) { continue; }
            finish_token(begin + word.begin, begin + word.end, surface);
        }
    }

    std::string_view text_;
    TokenList& out_;
    TextOrigin origin_;
    BreakScanner breaks_;
    std::size_t at_ = 0;
    bool foreign_ = false;      ///< the word has a letter that folded_letter() does not know
    std::size_t line_end_ = 0;  ///< of the line that capital_line_ is about
    bool capital_line_ = false;
};

}  // namespace

void tokenize(std::string_view text, TokenList& out, TextOrigin origin)
{
    assert(text.size() <= UINT32_MAX / 2);
    out.tokens.clear();
    out.surfaces.clear();
    Scanner{text, out, origin}.run();
}

}  // namespace dateline
