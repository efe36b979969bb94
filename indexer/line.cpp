#include "indexer/line.hpp"

#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <unicode/uchar.h>

namespace dateline::indexer {
namespace {

constexpr std::array<std::string_view, 12> kBlanks{
    " ", "\t", "\n", "\r", "\f", "\v", "\u00A0", "\u3000", "\u200B", "\u202F", "\u200E", "\u200F",
};
constexpr std::array<std::string_view, 9> kClosing{"\"", "'", ")", "]", "”", "’", "»", "“", "*"};
constexpr std::array<std::string_view, 9> kSentenceEnds{".",  ",",  ";",  ":", "…",
                                                        "。", "，", "：", "、"};

bool same_letter(char a, char b) { return ascii::lower(a) == ascii::lower(b); }

/// The size of the first of `marks` that `text` begins with (or ends with), or 0.
template <std::size_t N>
std::size_t mark_size(std::string_view text, const std::array<std::string_view, N>& marks,
                      bool at_end)
{
    for (const std::string_view mark : marks) {
        if (at_end ? text.ends_with(mark) : text.starts_with(mark)) { return mark.size(); }
    }
    return 0;
}

/// The size of the blank that `text` begins or ends with, or 0.
std::size_t blank_size(std::string_view text, bool at_end)
{
    if (text.empty()) { return 0; }
    // Nearly all texts begin and end with a visible ASCII character.
    const char c = at_end ? text.back() : text.front();
    return c > ' ' && c < '\x7F' ? 0 : mark_size(text, kBlanks, at_end);
}

/// The bytes that a blank may begin with.
constexpr auto kMayBeBlank = [] {
    std::array<bool, 256> table{};
    for (const std::string_view blank : kBlanks) {
        table[static_cast<unsigned char>(blank.front())] = true;
    }
    return table;
}();

/// The size of the blank that stands at `at`, or 0.
std::size_t blank_at(std::string_view text, std::size_t at)
{
    if (at >= text.size() || !kMayBeBlank[static_cast<unsigned char>(text[at])]) { return 0; }
    return mark_size(text.substr(at), kBlanks, false);
}

/// Where `mark` stands. A dash is rare, the blank before it is not.
std::size_t find_mark(std::string_view line, std::string_view mark)
{
    if (!mark.starts_with(' ')) { return line.find(mark); }
    const std::string_view visible = mark.substr(1);
    for (std::size_t at = 0; (at = line.find(visible, at)) != std::string_view::npos; ++at) {
        if (at > 0 && line[at - 1] == ' ') { return at - 1; }
    }
    return std::string_view::npos;
}

/// Calls `see` for each word.
template <class See>
void each_word(std::string_view line, See see)
{
    for (std::size_t at = 0;;) {
        while (const std::size_t size = blank_at(line, at)) { at += size; }
        if (at == line.size()) { return; }
        const std::size_t begin = at;
        do {
            ++at;
        } while (at < line.size() && blank_at(line, at) == 0);
        see(line.substr(begin, at - begin));
    }
}

// Eight bytes of a text at once, as one number.
constexpr std::uint64_t kEach = 0x0101010101010101U;

std::uint64_t eight_bytes(std::string_view text)
{
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data(), sizeof bytes);
    return bytes;
}

std::uint64_t high_bits(std::uint64_t bytes) { return bytes & (kEach * 0x80U); }

/// The high bit of each byte that is one of 0 to 9.
std::uint64_t figures_in(std::uint64_t bytes)
{
    const std::uint64_t value = bytes ^ (kEach * '0');  // 0 to 9, else more
    return ~(((value & (kEach * 0x7FU)) + kEach * (0x80U - 10U)) | value);
}

/// The high bit of each byte that goes on with a character: 10xxxxxx.
std::uint64_t continued_in(std::uint64_t bytes) { return bytes & ~(bytes << 1U); }

}  // namespace

std::string_view trimmed(std::string_view text)
{
    while (const std::size_t size = blank_size(text, false)) { text.remove_prefix(size); }
    while (const std::size_t size = blank_size(text, true)) { text.remove_suffix(size); }
    return text;
}

std::vector<std::string_view> lines_of(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool begins_with(std::string_view text, std::string_view prefix)
{
    return text.size() >= prefix.size() &&
           std::equal(prefix.begin(), prefix.end(), text.begin(), same_letter);
}

bool same_words(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && begins_with(a, b);
}

bool contains(std::string_view text, std::string_view part)
{
    return std::search(text.begin(), text.end(), part.begin(), part.end(), same_letter) !=
           text.end();
}

std::size_t character_count(std::string_view text)
{
    std::size_t count = text.size();
    while (text.size() >= sizeof(std::uint64_t)) {
        const std::uint64_t continued = high_bits(continued_in(eight_bytes(text)));
        if (continued != 0) { count -= static_cast<std::size_t>(std::popcount(continued)); }
        text.remove_prefix(sizeof(std::uint64_t));
    }
    return count - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
               return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
           }));
}

bool ends_sentence(std::string_view line)
{
    line = trimmed(line);
    if (line.empty() || ascii::is_letter_or_digit(line.back())) { return false; }
    while (const std::size_t size = mark_size(line, kClosing, true)) { line.remove_suffix(size); }
    return mark_size(line, kSentenceEnds, true) != 0;
}

std::string_view behind_label(std::string_view line, std::string_view label, bool colon_needed)
{
    // Nearly all lines begin with another letter: no call for them.
    if (line.empty() || label.empty() || !same_letter(line.front(), label.front()) ||
        !begins_with(line, label)) {
        return {};
    }
    const std::string_view rest = line.substr(label.size());
    std::string_view value = trimmed(rest);
    for (const std::string_view colon : {":", "："}) {
        if (value.starts_with(colon)) { return trimmed(value.substr(colon.size())); }
    }
    if (colon_needed || value.data() == rest.data() || value.empty()) { return {}; }
    return value;
}

std::string_view first_word(std::string_view line)
{
    line = trimmed(line);
    std::size_t end = 0;
    while (end < line.size() && blank_at(line, end) == 0) { ++end; }
    return line.substr(0, end);
}

std::string_view last_word(std::string_view line)
{
    line = trimmed(line);
    std::size_t begin = line.size();
    while (begin > 0 && blank_size(line.substr(0, begin), true) == 0) { --begin; }
    return line.substr(begin);
}

std::vector<std::string_view> words_of(std::string_view line)
{
    constexpr std::size_t kUsual = 16;
    std::vector<std::string_view> words;
    words.reserve(kUsual);
    each_word(line, [&words](std::string_view word) { words.push_back(word); });
    return words;
}

std::size_t word_count(std::string_view line)
{
    std::size_t count = 0;
    each_word(line, [&count](std::string_view) { ++count; });
    return count;
}

bool has_figure(std::string_view text)
{
    while (text.size() >= sizeof(std::uint64_t)) {
        if (high_bits(figures_in(eight_bytes(text))) != 0) { return true; }
        text.remove_prefix(sizeof(std::uint64_t));
    }
    return std::any_of(text.begin(), text.end(), ascii::is_digit);
}

bool is_capitalised(std::string_view word)
{
    while (!word.empty()) {
        const char32_t c = take_code_point(word);
        const auto letter = static_cast<UChar32>(c);
        if (u_isalpha(letter) != 0) { return u_islower(letter) == 0; }
        if (u_isdigit(letter) != 0) { return false; }
    }
    return false;
}

LinePart take_part(std::string_view& line, std::span<const std::string_view> marks)
{
    std::size_t end = line.size();
    std::size_t size = 0;
    for (const std::string_view mark : marks) {
        if (const std::size_t at = find_mark(line, mark); at < end) {
            end = at;
            size = mark.size();
        }
    }
    const LinePart part{trimmed(line.substr(0, end)), line.substr(end, size)};
    line.remove_prefix(end + size);
    return part;
}

}  // namespace dateline::indexer
