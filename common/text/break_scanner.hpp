// What lies between the words of a text: where sentences and paragraphs end. All of it is inline,
// since tokenize() comes here with nearly every blank.
#pragma once

#include "common/text/ascii.hpp"
#include "common/text/tokenizer.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace dateline {

/// Behind these a full stop does not end a sentence.
inline constexpr auto kAbbreviations = std::to_array<std::string_view>(
    {"adm",  "apr",  "art",    "aug", "av",  "brig", "capt", "cf",  "co",  "col", "corp",
     "cpl",  "dec",  "dr",     "dra", "eng", "etc",  "feb",  "fig", "fr",  "gen", "gob",
     "gov",  "gral", "hon",    "inc", "jan", "jr",   "jul",  "jun", "lic", "lt",  "ltd",
     "maj",  "mar",  "messrs", "mr",  "mrs", "ms",   "mt",   "no",  "nov", "num", "oct",
     "pres", "prof", "rep",    "rev", "sen", "sept", "sep",  "sgt", "sr",  "sra", "st",
     "ste",  "vs",   "г",      "гг",  "им",  "млн",  "млрд", "см",  "тыс"});

/// Goes with the tokenizer through one text, by its rules for breaks.
class BreakScanner {
  public:
    /// `so_far` are the words that were found until now.
    BreakScanner(std::string_view text, const TokenList& so_far) : text_(text), so_far_(so_far) {}

    /// Passes over the character at `at`, which is of no word, and maybe what belongs to it.
    /// Returns what is behind.
    std::size_t pass(std::size_t at)
    {
        const char c = text_[at];
        if (c == '\n') { return pass_line_break(at); }
        if (c == '.') {
            sentence_ = sentence_ || !behind_abbreviation(at + 1);
        } else if (c == '!' || c == '?') {
            sentence_ = true;
        } else if (ascii::is_ascii(c)) {
            blank_ = blank_ || c == ' ' || c == '\t';
        } else {
            return pass_foreign(at);
        }
        return at + 1;
    }

    /// What lay before the word that begins at `begin`; the next gap starts afresh.
    Break take(std::size_t begin)
    {
        const bool first = so_far_.tokens.empty();
        const bool lower = ascii::is_small(text_[begin]);
        const Break found = first                           ? Break::None
                            : paragraph_                    ? Break::Paragraph
                            : sentence_ && blank_ && !lower ? Break::Sentence
                                                            : Break::None;
        sentence_ = blank_ = paragraph_ = false;
        return found;
    }

  private:
    /// A line break behind a line longer than this ends a paragraph; behind a shorter one the text
    /// was merely wrapped.
    static constexpr std::size_t kWrappedLineBytes = 100;

    std::size_t pass_foreign(std::size_t at)
    {
        std::string_view rest = text_.substr(at);
        switch (take_code_point(rest)) {
            case U'。':
            case U'！':
            case U'？':
            case U'｡':
                sentence_ = blank_ = true;
                break;
            case U'…':
            case U'؟':
            case U'۔':
                sentence_ = true;
                break;
            case 0x00A0:
            case 0x3000:
                blank_ = true;
                break;
            default:
                break;
        }
        return text_.size() - rest.size();
    }

    std::size_t pass_line_break(std::size_t at)
    {
        blank_ = true;
        const bool long_line = at - line_begin_ > kWrappedLineBytes;
        line_begin_ = ++at;
        std::size_t indent = 0;
        for (; at < text_.size() && (text_[at] == ' ' || text_[at] == '\t'); ++at) {
            indent += text_[at] == '\t' ? 2 : 1;
        }
        const bool empty_line = at < text_.size() && text_[at] == '\n';
        if (long_line || indent >= 2 || empty_line) { paragraph_ = true; }
        return at;
    }

    /// Whether the word before a full stop, behind which is `at`, is an initial or an abbreviation.
    [[nodiscard]] bool behind_abbreviation(std::size_t at) const
    {
        if (so_far_.tokens.empty()) { return false; }
        const Token& last = so_far_.tokens.back();
        if (last.end + 1 != at) { return false; }
        const bool initial = last.end - last.begin == 1 && !ascii::is_digit(text_[last.begin]);
        return initial || std::find(kAbbreviations.begin(), kAbbreviations.end(),
                                    so_far_.surface(last)) != kAbbreviations.end();
    }

    std::string_view text_;
    const TokenList& so_far_;
    bool sentence_ = false;
    bool blank_ = false;
    bool paragraph_ = false;
    std::size_t line_begin_ = 0;
};

}  // namespace dateline
