#include "indexer/detect/written_words.hpp"

#include "common/text/utf8.hpp"

#include <unicode/uchar.h>

namespace dateline::indexer {
namespace {

bool is_capital(char32_t c)
{
    if (c < 0x80U) { return c >= U'A' && c <= U'Z'; }
    return u_isupper(static_cast<UChar32>(c)) != 0 || u_istitle(static_cast<UChar32>(c)) != 0;
}

bool is_small(char32_t c)
{
    if (c < 0x80U) { return c >= U'a' && c <= U'z'; }
    return u_islower(static_cast<UChar32>(c)) != 0;
}

}  // namespace

bool begins_with_capital(std::string_view word)
{
    return !word.empty() && is_capital(take_code_point(word));
}

bool has_small_letter(std::string_view word)
{
    while (!word.empty()) {
        if (is_small(take_code_point(word))) { return true; }
    }
    return false;
}

bool is_all_capitals(std::string_view word)
{
    std::size_t capitals = 0;
    while (!word.empty()) {
        const char32_t c = take_code_point(word);
        if (is_small(c)) { return false; }
        if (is_capital(c)) { ++capitals; }
    }
    return capitals >= 2;
}

std::size_t possessive_size(std::string_view word)
{
    if (word.ends_with("'s") || word.ends_with("'S")) { return 2; }
    if (word.ends_with("\xE2\x80\x99s") || word.ends_with("\xE2\x80\x99S")) { return 4; }
    return 0;
}

std::string_view raw_word(std::string_view text, const Token& token)
{
    return text.substr(token.begin, token.end - token.begin);
}

std::string_view written_word(std::string_view text, const Token& token)
{
    std::string_view word = raw_word(text, token);
    word.remove_suffix(possessive_size(word));
    return word;
}

std::string_view gap_between(std::string_view text, const Token& before, const Token& after)
{
    return text.substr(before.end, after.begin - before.end);
}

bool joins(std::string_view gap)
{
    constexpr std::string_view kJoiners = " \t\n.-'&";
    while (!gap.empty()) {
        const char32_t c = take_code_point(gap);
        if (c < 0x80U) {
            if (kJoiners.find(static_cast<char>(c)) == std::string_view::npos) { return false; }
        } else if (c != 0xA0 && c != 0x202F && c != 0x2019 && (c < 0x2010 || c > 0x2013)) {
            return false;
        }
    }
    return true;
}

}  // namespace dateline::indexer
