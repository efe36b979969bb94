#include "indexer/detect/name_text.hpp"

#include "common/text/ascii.hpp"
#include "indexer/detect/written_words.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

constexpr std::size_t kMinCapitals = 3;  ///< fewer tell nothing about a line
constexpr std::size_t kWidestGap = 4;    ///< wider ones divide columns of a table

/// Words that stay small in headlines.
constexpr auto kSmallWords = std::to_array<std::string_view>(
    {"a",    "al",   "an",  "and", "as",  "at",  "but", "by",  "con", "da",   "das", "de",  "del",
     "der",  "des",  "die", "do",  "dos", "du",  "e",   "el",  "em",  "en",   "et",  "for", "from",
     "in",   "into", "is",  "la",  "las", "le",  "les", "los", "nor", "of",   "off", "on",  "or",
     "over", "para", "por", "the", "to",  "und", "up",  "via", "vs",  "with", "y"});

bool is_small_word(std::string_view surface)
{
    return std::find(kSmallWords.begin(), kSmallWords.end(), surface) != kSmallWords.end();
}

std::size_t letters_in(std::string_view word)
{
    return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U && c != '.';
    }));
}

Gap gap_of(std::string_view between)
{
    if (between.empty() || between.size() > kWidestGap) { return Gap::Other; }
    if (between == "-" || between == "\xE2\x80\x90" || between == "\xE2\x80\x91") {
        return Gap::Hyphen;
    }
    if (between == "'" || between == "\xE2\x80\x99") { return Gap::Apostrophe; }
    const bool point = between.front() == '.';
    if (point) { between.remove_prefix(1); }
    if (between == "\xC2\xA0") { return point ? Gap::Point : Gap::Blank; }
    const bool blank = between.find_first_not_of(" \t\n") == std::string_view::npos;
    if (!blank) { return Gap::Other; }
    return point ? Gap::Point : Gap::Blank;
}

}  // namespace

bool is_quoted(std::string_view text, const Token& before, const Token& token)
{
    const std::string_view between = text.substr(before.end, token.begin - before.end);
    return between == " \"" || between == " '" || between == " \xE2\x80\x9C" ||
           between == " \xE2\x80\x98";
}

NameText::NameText(FieldId where, std::string_view text, const TokenList& list)
    : where_(where), text_(text), list_(list), marks_(list.tokens.size())
{
    bool in_address = false;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
        in_address = is_in_address(i, in_address);
        marks_[i].shape = in_address ? Shape::Lower : shape_of(i);
    }
    mark_lines();
}

bool NameText::is_possessive(std::size_t i) const
{
    const std::string_view word = raw_word(text_, token(i));
    if (possessive_size(word) != 0) { return true; }
    if (word.empty() || (word.back() != 's' && word.back() != 'x' && word.back() != 'z')) {
        return false;
    }
    const std::string_view behind = between(i + 1);  // "Chavez' successor"
    return behind.starts_with("' ") || behind.starts_with("\xE2\x80\x99 ");
}

std::string_view NameText::between(std::size_t i) const
{
    const std::size_t begin = i == 0 ? 0 : token(i - 1).end;
    const std::size_t end = i == size() ? text_.size() : token(i).begin;
    return text_.substr(begin, end - begin);
}

Gap NameText::gap(std::size_t i) const
{
    return i == 0 || i >= size() ? Gap::Other : gap_of(between(i));
}

bool NameText::starts_sentence(std::size_t i) const
{
    if (i == 0 || token(i).before != Break::None) { return true; }
    const std::string_view before = between(i);
    return before.find_first_of("\":*") != std::string_view::npos ||
           before.find("\xE2\x80\x9C") != std::string_view::npos ||
           before.find("\xC2\xAB") != std::string_view::npos;
}

/// Whether word `i` is part of a URL or an e-mail address; `before`: the word before it is.
bool NameText::is_in_address(std::size_t i, bool before) const
{
    const std::size_t begin = token(i).begin;
    if (begin == 0) { return false; }
    const char c = text_[begin - 1];
    if (c == ' ' || c == '\n') { return false; }
    return c == '@' || (before && between(i).find_first_of(" \n\t") == std::string_view::npos) ||
           (c == '/' && between(i).find("://") != std::string_view::npos);
}

Shape NameText::shape_of(std::size_t i) const
{
    const Token& at = token(i);
    const char first = text_[at.begin];
    if (ascii::is_small(first)) { return Shape::Lower; }
    if (ascii::is_digit(first)) { return Shape::Number; }
    const std::string_view word = written_word(text_, at);
    if (!begins_with_capital(word)) { return Shape::Lower; }
    const std::size_t letters = letters_in(word);
    if (letters == 1) {
        const bool point = at.end < text_.size() && text_[at.end] == '.';
        return point ? Shape::Initial : Shape::Upper;
    }
    if (word.size() > 1 && ascii::is_small(word[1])) { return Shape::Capital; }
    if (has_small_letter(word)) { return Shape::Capital; }
    return letters <= 3 && word.find('.') != std::string_view::npos ? Shape::Initial : Shape::Upper;
}

void NameText::mark_lines()
{
    std::size_t first = 0;
    for (std::size_t i = 1; i <= marks_.size(); ++i) {
        if (i < marks_.size() && token(i).before == Break::None) { continue; }
        const LineStyle style = style_of(first, i);
        if (style != LineStyle::Plain) {
            for (std::size_t at = first; at < i; ++at) { marks_[at].style = style; }
        }
        first = i;
    }
}

LineStyle NameText::style_of(std::size_t first, std::size_t last) const
{
    std::size_t capital = 0;
    std::size_t upper = 0;
    std::size_t lower = 0;
    for (std::size_t i = first; i < last; ++i) {
        capital += shape(i) == Shape::Capital ? 1U : 0U;
        upper += shape(i) == Shape::Upper && token(i).surface_size > 1 ? 1U : 0U;
        lower += shape(i) == Shape::Lower ? 1U : 0U;
    }
    if (upper >= kMinCapitals && (capital + lower) * 5 <= upper) { return LineStyle::Capitals; }
    if (capital < kMinCapitals || lower > capital) { return LineStyle::Plain; }
    for (std::size_t i = first; i < last; ++i) {
        if (shape(i) == Shape::Lower && !is_small_word(surface(i))) { return LineStyle::Plain; }
    }
    return LineStyle::Headline;
}

}  // namespace dateline::indexer
