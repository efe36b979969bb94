// The small pieces that written dates are made of: numbers, the gaps and fillers between them.
// Everything here looks at a bounded number of bytes, except read_number().
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline::indexer {

/// A run of decimal digits, ASCII or Arabic.
struct Number {
    unsigned value = 0;   ///< of the first nine digits
    unsigned digits = 0;  ///< how many there are; 0: no number
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Whether `mark` stands at `at`, which may lie behind the text.
inline bool stands_at(std::string_view text, std::size_t at, std::string_view mark)
{
    return at <= text.size() && text.substr(at).starts_with(mark);
}

/// The first byte at or behind `at` where a digit begins; the text's size if there is none.
std::size_t next_digit(std::string_view text, std::size_t at);

/// The whole run of digits that begins at `at`.
Number read_number(std::string_view text, std::size_t at);

/// Whether a digit ends before byte `end`.
bool digit_before(std::string_view text, std::size_t end);

/// Behind the blanks at `at`: a few, with one line break at most, as wrapped text has it.
std::size_t skip_gap(std::string_view text, std::size_t at);

/// Before the blanks that end at `end`, not going back beyond `from`.
std::size_t skip_gap_back(std::string_view text, std::size_t from, std::size_t end);

/// Behind the fillers at `at` and the gaps that follow them: "de", "of", "del año".
std::size_t skip_fillers(std::string_view text, std::size_t at);

/// Before the fillers that end at `end`, each with the gap before it.
std::size_t skip_fillers_back(std::string_view text, std::size_t from, std::size_t end);

/// Behind what makes a number a day: "8th", "1er", "1º", "8." before a blank.
std::size_t skip_ordinal(std::string_view text, std::size_t at);

/// Behind a time of day ("10:30:00 +0000") and the gaps around it; `at` if there is none.
std::size_t skip_clock(std::string_view text, std::size_t at);

/// Behind what may follow a year in its language: "года", "г.", "م".
std::size_t skip_year_word(std::string_view text, std::size_t at);

/// Whether the number before `at` is a time ("1530 GMT") and no year.
bool is_clock_zone(std::string_view text, std::size_t at);

/// Whether a number may begin at `begin`: not inside a word, price, version or longer number.
bool begins_alone(std::string_view text, std::size_t begin);

/// Whether a number may end at `end`, in the same sense.
bool ends_alone(std::string_view text, std::size_t end);

}  // namespace dateline::indexer
