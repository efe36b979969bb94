#include "common/text/display_width.hpp"

#include "common/text/ascii.hpp"
#include "common/text/terminal.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <unicode/uchar.h>

namespace dateline {
namespace {

constexpr char32_t kFirstMark = 0x300;
constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kAsEmoji = 0xFE0F;  ///< variation selector: shows the one before as an emoji
constexpr std::size_t kMaxMarks = 30;
constexpr std::size_t kMaxJoinedColumns = 8;  ///< a family of four

bool is_on_top(UChar32 code_point)
{
    const auto syllable = u_getIntPropertyValue(code_point, UCHAR_HANGUL_SYLLABLE_TYPE);
    return (U_GET_GC_MASK(code_point) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0 ||
           syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO;
}

std::size_t columns_of(char32_t letter)
{
    if (letter < kFirstMark) { return 1; }
    const auto code_point = static_cast<UChar32>(letter);
    if (is_on_top(code_point)) { return 0; }
    const auto width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
    if (width == U_EA_FULLWIDTH || width == U_EA_WIDE) { return 2; }
    return u_hasBinaryProperty(code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ? 0 : 1;
}

bool is_narrow_emoji(char32_t letter)
{
    return columns_of(letter) == 1 &&
           u_hasBinaryProperty(static_cast<UChar32>(letter), UCHAR_EMOJI) != 0;
}

}  // namespace

Cluster first_cluster(std::string_view text)
{
    if (ascii::is_ascii(text.substr(0, 2))) { return {.bytes = 1, .columns = 1}; }
    std::string_view rest = text;
    char32_t before = take_code_point(rest);
    Cluster cluster{.bytes = text.size() - rest.size(), .columns = columns_of(before)};
    while (!rest.empty()) {
        const char32_t letter = take_code_point(rest);
        const std::size_t columns = columns_of(letter);
        const bool joined = before == kJoiner && cluster.columns < kMaxJoinedColumns;
        if (columns != 0 && !joined) { break; }
        cluster.columns += letter == kAsEmoji && is_narrow_emoji(before) ? 1 : columns;
        cluster.bytes = text.size() - rest.size();
        before = letter;
    }
    return cluster;
}

std::size_t display_width(std::string_view text)
{
    if (ascii::is_ascii(text)) { return text.size(); }
    std::size_t columns = 0;
    while (!text.empty()) {
        const Cluster cluster = first_cluster(text);
        columns += cluster.columns;
        text.remove_prefix(cluster.bytes);
    }
    return columns;
}

std::size_t bytes_that_fit(std::string_view text, std::size_t columns)
{
    std::string_view rest = text;
    while (!rest.empty()) {
        const Cluster cluster = first_cluster(rest);
        if (cluster.columns > columns) { break; }
        columns -= cluster.columns;
        rest.remove_prefix(cluster.bytes);
    }
    return text.size() - rest.size();
}

std::string displayable(std::string_view text)
{
    std::string shown = printable(text);
    if (ascii::is_ascii(shown)) { return shown; }
    std::string out;
    out.reserve(shown.size());
    std::size_t marks = 0;
    for (std::string_view rest = shown; !rest.empty();) {
        const char32_t letter = take_code_point(rest);
        marks = columns_of(letter) == 0 ? marks + 1 : 0;
        if (marks <= kMaxMarks) { append_utf8(out, letter); }
    }
    return out;
}

std::string displayable(std::string_view text, std::size_t columns)
{
    std::string shown = displayable(text);
    const std::size_t fits = bytes_that_fit(shown, columns);
    if (fits < shown.size()) {
        shown.resize(bytes_that_fit(shown, std::max<std::size_t>(columns, 1) - 1));
        shown += "…";
    }
    return shown;
}

std::string padding(std::string_view text, std::size_t columns)
{
    const std::size_t width = display_width(text);
    return blanks(columns > width ? columns - width : 0);
}

}  // namespace dateline
