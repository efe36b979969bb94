#include "indexer/date_marks.hpp"

#include "common/text/ascii.hpp"
#include "common/text/characters.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace dateline::indexer {
namespace {

constexpr std::size_t kLongestGap = 6;  ///< blanks; an indented second line has four
constexpr unsigned kMostFillers = 2;

constexpr std::array<std::string_view, 7> kBlanks{
    " ",      "\t",     "\n", "\u00A0",  // no-break space
    "\u202F", "\u2009",                  // narrow no-break space, thin space
    "\u200F",                            // the right-to-left mark beside figures
};

/// What may stand between day, month and year. Lower case; Latin ones are found in any case.
constexpr std::array<std::string_view, 12> kFillers{"de", "of",  "del", "do",  "d'", "d’",
                                                    "di", "the", "año", "ano", "من", "عام"};
constexpr std::array<std::string_view, 8> kOrdinals{"st", "nd", "rd", "th", "er", "º", "ª", "°"};
constexpr std::array<std::string_view, 6> kYearWords{"года", "году", "року", "г.", "р.", "م"};
constexpr std::array<std::string_view, 9> kZones{"gmt", "utc", "hrs", "hours", "hs",
                                                 "h",   "est", "edt", "cet"};

/// How many bytes the digit at `at` has: 0 if it is none.
std::size_t digit_size(std::string_view text, std::size_t at)
{
    if (at >= text.size()) { return 0; }
    if (ascii::is_digit(text[at])) { return 1; }
    if (at + 1 >= text.size()) { return 0; }
    const auto second = static_cast<unsigned char>(text[at + 1]);
    const bool arabic = text[at] == '\xD9' && second >= 0xA0U && second <= 0xA9U;
    const bool persian = text[at] == '\xDB' && second >= 0xB0U && second <= 0xB9U;
    return arabic || persian ? 2 : 0;
}

bool is_word_part(std::string_view text, std::size_t at)
{
    if (at >= text.size()) { return false; }
    std::string_view rest = text.substr(at, 4);
    return character_class(take_code_point(rest)) == CharacterClass::Word;
}

bool matches(std::string_view text, std::size_t at, std::string_view word)
{
    if (at > text.size() || text.size() - at < word.size()) { return false; }
    return std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char a, char b) { return a == ascii::lower(b); });
}

/// The size of the first of `words` that stands at `at` as a whole word, or 0.
template <std::size_t N>
std::size_t whole_word(std::string_view text, std::size_t at,
                       const std::array<std::string_view, N>& words)
{
    for (const std::string_view word : words) {
        const bool open = word.back() == '.' || word.back() == '\'' || word == "d’";
        if (matches(text, at, word) && (open || !is_word_part(text, at + word.size()))) {
            return word.size();
        }
    }
    return 0;
}

/// Digit bytes, and the first bytes of Arabic digits.
constexpr auto kMayBeDigit = [] {
    std::array<bool, 256> table{};
    for (unsigned c = '0'; c <= '9'; ++c) { table[c] = true; }
    table[0xD9] = table[0xDB] = true;
    return table;
}();

}  // namespace

std::size_t next_digit(std::string_view text, std::size_t at)
{
    for (; at < text.size(); ++at) {
        if (kMayBeDigit[static_cast<unsigned char>(text[at])] && digit_size(text, at) != 0) {
            return at;
        }
    }
    return text.size();
}

Number read_number(std::string_view text, std::size_t at)
{
    Number number{.value = 0, .digits = 0, .begin = at, .end = at};
    while (const std::size_t size = digit_size(text, number.end)) {
        const auto last = static_cast<unsigned char>(text[number.end + size - 1]);
        if (number.digits < 9) { number.value = number.value * 10 + (last & 0xFU); }
        ++number.digits;
        number.end += size;
    }
    return number;
}

bool digit_before(std::string_view text, std::size_t end)
{
    return (end >= 1 && digit_size(text, end - 1) == 1) ||
           (end >= 2 && digit_size(text, end - 2) == 2);
}

std::size_t skip_gap(std::string_view text, std::size_t at)
{
    bool broken = false;
    for (std::size_t blanks = 0; blanks < kLongestGap; ++blanks) {
        const auto blank = std::find_if(kBlanks.begin(), kBlanks.end(),
                                        [&](auto b) { return matches(text, at, b); });
        if (blank == kBlanks.end() || (broken && *blank == "\n")) { break; }
        broken = broken || *blank == "\n";
        at += blank->size();
    }
    return at;
}

std::size_t skip_gap_back(std::string_view text, std::size_t from, std::size_t end)
{
    bool broken = false;
    for (std::size_t blanks = 0; blanks < kLongestGap && end > from; ++blanks) {
        const std::string_view before = text.substr(from, end - from);
        const auto blank = std::find_if(kBlanks.begin(), kBlanks.end(),
                                        [&](auto b) { return before.ends_with(b); });
        if (blank == kBlanks.end() || (broken && *blank == "\n")) { break; }
        broken = broken || *blank == "\n";
        end -= blank->size();
    }
    return end;
}

std::size_t skip_fillers(std::string_view text, std::size_t at)
{
    for (unsigned n = 0; n < kMostFillers; ++n) {
        const std::size_t size = whole_word(text, at, kFillers);
        if (size == 0) { break; }
        at = skip_gap(text, at + size);
    }
    return at;
}

std::size_t skip_fillers_back(std::string_view text, std::size_t from, std::size_t end)
{
    for (unsigned n = 0; n < kMostFillers; ++n) {
        const auto filler = std::find_if(kFillers.begin(), kFillers.end(), [&](auto word) {
            return end - from > word.size() && matches(text, end - word.size(), word);
        });
        if (filler == kFillers.end()) { break; }
        const std::size_t before = end - filler->size();
        const std::size_t gap = skip_gap_back(text, from, before);
        if (gap == before) { break; }
        end = gap;
    }
    return end;
}

std::size_t skip_ordinal(std::string_view text, std::size_t at)
{
    if (const std::size_t size = whole_word(text, at, kOrdinals)) { return at + size; }
    const bool dot = matches(text, at, ".") && !(digit_size(text, at + 1) != 0);
    return dot ? at + 1 : at;
}

std::size_t skip_clock(std::string_view text, std::size_t at)
{
    std::size_t end = skip_gap(text, at);
    const Number hour = read_number(text, end);
    if (hour.digits == 0 || hour.digits > 2 || !matches(text, hour.end, ":")) { return at; }
    end = hour.end;
    while (matches(text, end, ":") && digit_size(text, end + 1) != 0) {
        const Number part = read_number(text, end + 1);
        if (part.digits > 2) { return at; }
        end = part.end;
    }
    end = skip_gap(text, end);
    if (matches(text, end, "+") || matches(text, end, "-")) {
        const Number zone = read_number(text, end + 1);
        return zone.digits == 4 ? skip_gap(text, zone.end) : end;
    }
    std::size_t letters = 0;
    while (letters < 5 && end + letters < text.size() && ascii::is_letter(text[end + letters])) {
        ++letters;
    }
    return letters < 5 ? skip_gap(text, end + letters) : end;
}

std::size_t skip_year_word(std::string_view text, std::size_t at)
{
    const std::size_t word = skip_gap(text, at);
    const std::size_t size = whole_word(text, word, kYearWords);
    return size == 0 ? at : word + size;
}

bool is_clock_zone(std::string_view text, std::size_t at)
{
    return whole_word(text, skip_gap(text, at), kZones) != 0;
}

bool begins_alone(std::string_view text, std::size_t begin)
{
    if (begin == 0) { return true; }
    const char before = text[begin - 1];
    if (ascii::is_letter(before) || before == '_') { return false; }
    constexpr std::string_view kPrices = "$#@+=\\";
    if (kPrices.find(before) != std::string_view::npos) { return false; }
    constexpr std::string_view kInsideNumbers = ".,:/-";
    if (kInsideNumbers.find(before) != std::string_view::npos) {
        return !digit_before(text, begin - 1);
    }
    if (ascii::is_ascii(before)) { return true; }
    std::string_view rest = text.substr(character_border(text, begin - 1), 4);
    const char32_t c = take_code_point(rest);
    constexpr char32_t kFirstHebrew = 0x590;  // Arabic prefixes "and", "in" to figures
    const bool currency = c == U'€' || c == U'£' || c == U'¥';
    return !currency && (c >= kFirstHebrew || character_class(c) != CharacterClass::Word);
}

bool ends_alone(std::string_view text, std::size_t end)
{
    if (end >= text.size()) { return true; }
    const char next = text[end];
    constexpr std::string_view kInsideNumbers = ".:/-";
    if (kInsideNumbers.find(next) != std::string_view::npos) {
        return digit_size(text, end + 1) == 0;
    }
    if (next == '%' || next == '_') { return false; }
    if (ascii::is_ascii(next)) { return !ascii::is_letter(next); }
    std::string_view rest = text.substr(end, 4);
    const char32_t c = take_code_point(rest);
    constexpr char32_t kFirstHebrew = 0x590;
    return c == U'г' || c == U'р' || c >= kFirstHebrew ||
           character_class(c) != CharacterClass::Word;
}

}  // namespace dateline::indexer
