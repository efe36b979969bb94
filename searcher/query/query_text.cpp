#include "searcher/query/query_text.hpp"

#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace dateline::searcher {
namespace {

struct QuoteSign {
    std::string_view sign;
    QuoteFamily family;
};
constexpr auto kQuotes = std::to_array<QuoteSign>({
    {"\"", QuoteFamily::Double},
    {"\u201C", QuoteFamily::Double},
    {"\u201D", QuoteFamily::Double},
    {"\u201E", QuoteFamily::Double},
    {"\u201F", QuoteFamily::Double},
    {"\u2033", QuoteFamily::Double},  // a double prime
    {"\u00AB", QuoteFamily::Angle},
    {"\u00BB", QuoteFamily::Angle},
    {"\u300C", QuoteFamily::Corner},
    {"\u300D", QuoteFamily::Corner},
    {"\u300E", QuoteFamily::Corner},
    {"\u300F", QuoteFamily::Corner},
});
constexpr auto kSingleQuotes =
    std::to_array<std::string_view>({"'", "\u2018", "\u2019", "\u201A", "\u2039", "\u203A"});

constexpr char32_t kFirstFullWidth = 0xFF01;
constexpr char32_t kLastFullWidth = 0xFF5E;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// What shows nothing and means nothing: the soft hyphen, marks of direction, the word joiner.
bool is_unseen(char32_t c)
{
    return c == 0x00AD || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x202A && c <= 0x202E) || c == 0x2060 || (c >= 0x2066 && c <= 0x2069) ||
           c == 0xFEFF;
}

/// ！，．；？ are punctuation where full-width forms are at home.
bool is_wide_sign(char32_t c)
{
    return c >= kFirstFullWidth && c <= kLastFullWidth && c != U'！' && c != U'，' && c != U'．' &&
           c != U'；' && c != U'？';
}

}  // namespace

std::string clean_query(std::string_view typed)
{
    const std::string clean = clean_text(typed).text;
    std::string text;
    text.reserve(clean.size());
    for (std::string_view rest = clean; !rest.empty();) {
        const char32_t c = take_code_point(rest);
        if (is_unseen(c)) { continue; }
        append_utf8(text, is_wide_sign(c) ? c - kFirstFullWidth + U'!' : c);
    }
    return text == clean ? text : clean_text(text).text;  // accents may have new letters
}

std::size_t blank_at(std::string_view text)
{
    if (text.empty()) { return 0; }
    if (is_blank(text.front())) { return 1; }
    if (ascii::is_ascii(text.front())) { return 0; }
    std::string_view rest = text;
    const char32_t c = take_code_point(rest);
    const bool blank = c == 0x00A0 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
                       c == 0x202F || c == 0x205F || c == 0x3000;
    return blank ? text.size() - rest.size() : 0;
}

Quote quote_at(std::string_view text)
{
    for (const QuoteSign& quote : kQuotes) {
        if (text.starts_with(quote.sign)) { return {quote.sign.size(), quote.family}; }
    }
    return {};
}

std::size_t single_quote_at(std::string_view text)
{
    for (const std::string_view quote : kSingleQuotes) {
        if (text.starts_with(quote)) { return quote.size(); }
    }
    return 0;
}

std::size_t single_quote_end(std::string_view text)
{
    const std::size_t begin = single_quote_at(text);
    bool has_blank = false;
    bool behind_blank = true;
    for (std::size_t at = begin; begin != 0 && at < text.size();) {
        const std::string_view rest = text.substr(at);
        if (quote_at(rest).bytes != 0 || rest.front() == '(' || rest.front() == ')') { break; }
        const std::size_t quote = single_quote_at(rest);
        const std::string_view behind = rest.substr(quote);
        const bool ends = behind.empty() || blank_at(behind) != 0 ||
                          std::string_view{")|^~"}.find(behind.front()) != std::string_view::npos;
        if (quote != 0 && ends && !behind_blank) { return has_blank ? at : std::string_view::npos; }
        behind_blank = blank_at(rest) != 0;
        has_blank = has_blank || behind_blank;
        at += std::max<std::size_t>({quote, blank_at(rest), 1});
    }
    return std::string_view::npos;
}

}  // namespace dateline::searcher
