#include "indexer/detect/person_name.hpp"

#include "common/people/person_words.hpp"
#include "common/text/utf8.hpp"
#include "indexer/detect/name_tables.hpp"
#include "indexer/detect/name_text.hpp"
#include "indexer/detect/written_words.hpp"

#include <algorithm>
#include <unicode/uchar.h>

namespace dateline::indexer {
namespace {

constexpr std::size_t kLongestMark = 3;  ///< bytes of a hyphen or an apostrophe

/// The bytes of the first character.
std::string_view first_letter(std::string_view word)
{
    std::string_view rest = word;
    if (!rest.empty()) { take_code_point(rest); }
    return word.substr(0, word.size() - rest.size());
}

bool is_initial(std::string_view word)
{
    return !word.empty() && first_letter(word).size() == word.size();
}

void add_word(NameWords& words, std::string_view surface, std::string_view written)
{
    if (written.find('.') == std::string_view::npos) {
        words.emplace_back(name_stem(surface));
        return;
    }
    while (!surface.empty()) {  // "J.R.R."
        const std::string_view letter = first_letter(surface);
        if (letter != ".") { words.emplace_back(letter); }
        surface.remove_prefix(letter.size());
    }
}

bool is_suffix(std::string_view surface) { return (name_word(surface) & kSuffix) != 0; }

bool given_names_agree(const std::string& a, const std::string& b)
{
    if (a == b) { return true; }
    if (is_initial(a) || is_initial(b)) { return first_letter(a) == first_letter(b); }
    return given_name_key(a) == given_name_key(b);
}

bool words_agree(const std::string& a, const std::string& b)
{
    if (a == b) { return true; }
    return (is_initial(a) || is_initial(b)) && first_letter(a) == first_letter(b);
}

/// "MACRON" → "Macron"; other words as they are.
std::string without_capitals(std::string_view word)
{
    std::string out;
    std::size_t letters = 0;
    for (std::string_view rest = word; !rest.empty();) {
        const auto letter = static_cast<UChar32>(take_code_point(rest));
        if (u_islower(letter) != 0) { return std::string{word}; }
        letters += u_isalpha(letter) != 0 ? 1U : 0U;
    }
    if (letters < 2 || word.find('.') != std::string_view::npos) { return std::string{word}; }
    bool first = true;
    for (std::string_view rest = word; !rest.empty();) {
        const auto letter = static_cast<UChar32>(take_code_point(rest));
        append_utf8(out, static_cast<char32_t>(first ? letter : u_tolower(letter)));
        first = letter == U'\'' || letter == 0x2019;
    }
    return out;
}

/// What stands between two words of a shown name.
std::string shown_gap(std::string_view between)
{
    const bool point = between.starts_with('.');
    const bool blank = point || between.find_first_of(" \t\n\"\xC2") != std::string_view::npos ||
                       between.size() > kLongestMark;
    return point ? ". " : blank ? " " : std::string{between};
}

}  // namespace

NameWords name_words(std::string_view text, const TokenList& list, const NameSpan& span)
{
    NameWords words;
    for (std::uint32_t i = span.first; i < span.last; ++i) {
        const std::string_view surface = list.surface(list.tokens[i]);
        if (i > span.first && is_suffix(surface)) { break; }
        if (i > span.first && is_quoted(text, list.tokens[i - 1], list.tokens[i])) { continue; }
        add_word(words, surface, written_word(text, list.tokens[i]));
    }
    return words;
}

NameWords name_words(std::string_view name)
{
    TokenList list;
    tokenize(name, list);
    NameSpan all;
    all.last = static_cast<std::uint32_t>(list.tokens.size());
    return name_words(name, list, all);
}

/// "II" behind "Elizabeth".
static bool is_numeral_of(std::string_view before, std::string_view suffix)
{
    return suffix.find_first_not_of("ivx") == std::string_view::npos &&
           (name_word(before) & kGiven) != 0;
}

std::string shown_name(std::string_view text, const TokenList& list, const NameSpan& span,
                       const Spellings& spellings)
{
    std::string shown;
    for (std::uint32_t i = span.first; i < span.last; ++i) {
        const Token& token = list.tokens[i];
        const std::string_view surface = list.surface(token);
        if (i > span.first) {
            const Token& before = list.tokens[i - 1];
            if (is_suffix(surface) && !is_numeral_of(list.surface(before), surface)) { break; }
            if (is_suffix(surface)) {
                shown += ' ';
                shown += written_word(text, token);  // Elizabeth II
                continue;
            }
            if (is_quoted(text, before, token)) { continue; }
            shown += shown_gap(text.substr(before.end, token.begin - before.end));
        }
        const auto spelling = spellings.find(surface);
        shown += without_capitals(spelling == spellings.end() ? written_word(text, token)
                                                              : spelling->second);
    }
    return shown;
}

std::string shown_nominative(const TokenList& list, const NameSpan& span)
{
    if (span.last - span.first != 2) { return {}; }
    const RussianName name = russian_nominative(list.surface(list.tokens[span.first]),
                                                list.surface(list.tokens[span.first + 1]));
    return name.given.empty() ? "" : with_capital(name.given) + ' ' + with_capital(name.family);
}

std::string with_capital(std::string_view word)
{
    std::string out;
    if (word.empty()) { return out; }
    const auto first = static_cast<UChar32>(take_code_point(word));
    append_utf8(out, static_cast<char32_t>(u_toupper(first)));
    out += word;
    return out;
}

void add_spellings(std::string_view text, const TokenList& list, const NameSpan& span,
                   Spellings& spellings)
{
    for (std::uint32_t i = span.first; i < span.last; ++i) {
        const std::string_view surface = list.surface(list.tokens[i]);
        const std::string_view written = written_word(text, list.tokens[i]);
        if (written.size() <= surface.size() || written.find('.') != std::string_view::npos) {
            continue;  // accents take more bytes than the letters without them
        }
        std::string_view& spelling = spellings[surface];
        if (written.size() > spelling.size()) { spelling = written; }
    }
}

bool same_person(const NameWords& a, const NameWords& b)
{
    const NameWords& longer = a.size() < b.size() ? b : a;
    const NameWords& shorter = a.size() < b.size() ? a : b;
    if (shorter.size() < 2 || !given_names_agree(longer[0], shorter[0])) { return false; }
    std::size_t at = 1;
    for (std::size_t i = 1; i < shorter.size(); ++i, ++at) {
        while (at < longer.size() && !words_agree(longer[at], shorter[i])) { ++at; }
        if (at == longer.size()) { return false; }
    }
    if (is_initial(shorter.back())) { return false; }
    if (shorter.back() == longer.back()) { return true; }
    const std::size_t size = longer.size();
    return size >= 3 && shorter.back() == longer[size - 2] && !is_initial(longer[size - 2]);
}

int likeness_of_part(const NameWords& full, const NameWords& part)
{
    if (part.empty() || part.size() >= full.size()) { return part == full ? 1 : 0; }
    const std::size_t rest = full.size() - part.size();
    if (std::equal(part.begin(), part.end(), full.begin() + static_cast<std::ptrdiff_t>(rest))) {
        return 1;
    }
    if (part.size() > 1) { return 0; }
    const NameWord front = name_word(full.front());
    if ((front & kFamilyFirst) != 0 && part.front() == full.front()) { return 1; }
    for (std::size_t i = 1; i + 1 < full.size(); ++i) {  // Luiz Inácio Lula da Silva
        if (part.front() == full[i] && (name_word(full[i + 1]) & kParticle) != 0) { return 2; }
    }
    return full.size() >= 3 && part.front() == full[full.size() - 2] ? 2 : 0;
}

int fullness(const NameWords& name)
{
    int sum = 0;
    for (const std::string& word : name) { sum += is_initial(word) ? 1 : 4; }
    return sum;
}

}  // namespace dateline::indexer
