#include "indexer/detect/name_trim.hpp"

#include "common/text/ascii.hpp"
#include "indexer/detect/name_tables.hpp"
#include "indexer/detect/party_labels.hpp"
#include "indexer/detect/written_words.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

bool is_one_of(std::string_view word, const auto& list)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_letter(const NameText& text, std::uint32_t i)
{
    return text.surface(i).size() == 1 &&
           written_word(text.text(), text.token(i)).find('.') == std::string_view::npos;
}

bool is_title(const NameText& text, std::uint32_t i)
{
    const NameWord word = name_word(text.surface(i));
    return (word & (kTitle | kDescriptor)) != 0 &&
           (word & (kGiven | kTitleOrName | kSurname | kFamilyFirst | kParticle)) == 0;
}

/// Where a party and its state, an open bracket or a word that joins clauses ends the name.
std::uint32_t end_of_name(const NameText& text, const NameSpan& span)
{
    static constexpr auto kJoining =
        std::to_array<std::string_view>({"y", "e", "i"});  // Ortega y Gasset
    for (std::uint32_t i = span.first + 1; i < span.last; ++i) {
        const std::string_view word = text.surface(i);
        if (party_size(text, i, span.last) != 0) { return i; }
        if (text.between(i).find('(') != std::string_view::npos) {
            bool is_closed = false;
            for (std::uint32_t k = i + 1; k < span.last; ++k) {
                is_closed = is_closed || text.between(k).find(')') != std::string_view::npos;
            }
            if (!is_closed) { return i; }
        }
        const bool is_joined = (name_word(word) & kParticle) != 0 || is_one_of(word, kJoining);
        const bool is_apart = text.gap(i) == Gap::Blank;  // "Moon Jae-in"
        if (is_apart && text.shape(i) == Shape::Lower && (name_word(word) & kFunction) != 0 &&
            !is_joined) {
            return i;
        }
    }
    return span.last;
}

/// Numerals of kings, and Malcolm X.
bool may_end_name(std::string_view letter)
{
    return letter == "i" || letter == "v" || letter == "x";
}

/// "MPs", "MEPs"
bool is_plural_of_initials(const NameText& text, std::uint32_t i)
{
    const std::string_view word = written_word(text.text(), text.token(i));
    return word.size() > 2 && word.back() == 's' &&
           std::all_of(word.begin(), word.end() - 1, ascii::is_capital);
}

/// "São *Bernardo do Campo*", "Santa *Rosa Pinheiro*"; but not "Espírito Santo *Renato Prado*", and
/// no name of three words.
bool is_behind_saint(const NameText& text, std::uint32_t first, std::uint32_t last)
{
    static constexpr auto kSaints =
        std::to_array<std::string_view>({"sao", "santo", "santa", "sainte"});
    const bool is_towns = last - first < 3 || (name_word(text.surface(first + 1)) & kParticle) != 0;
    return is_towns && first > 0 && text.token(first).before == Break::None &&
           text.gap(first) == Gap::Blank && text.is_capital(first - 1) &&
           is_one_of(text.surface(first - 1), kSaints) &&
           (first < 2 || text.surface(first - 2) != "espirito");
}

/// "Roe v. Wade"
bool is_case(const NameText& text, std::uint32_t first, std::uint32_t last)
{
    for (std::uint32_t i = first + 1; i + 1 < last; ++i) {
        const std::string_view word = text.surface(i);
        if (text.shape(i) == Shape::Lower && (word == "v" || word == "vs")) { return true; }
    }
    return false;
}

/// Storms have one name: "Hurricane *Ana*", "el huracán *Ana*"; the word may be part of the span.
/// In English "storm" is a team or a given name as well, and left out.
bool is_storm(const NameText& text, std::uint32_t first, std::uint32_t last)
{
    static constexpr auto kStorms = std::to_array<std::string_view>(
        {"ciclon", "cyclone", "furacao", "huracan", "hurricane", "ouragan", "tifon", "typhoon"});
    if (last - first == 2) { return is_one_of(text.surface(first), kStorms); }
    return last - first == 1 && first > 0 && text.token(first).before == Break::None &&
           text.gap(first) == Gap::Blank && !text.is_possessive(first - 1) &&
           is_one_of(text.surface(first - 1), kStorms);
}

/// What cannot be part of a name at its front: how many words it has.
std::uint32_t label_size(const NameText& text, const NameSpan& span)
{
    if (is_title(text, span.first)) { return 1; }
    const std::uint32_t size = abbreviation_size(text, span.first, span.last);
    return size != 0 ? size : party_size(text, span.first, span.last);
}

}  // namespace

bool trim_name(const NameText& text, NameSpan& span)
{
    while (span.last - span.first > 1) {
        const std::uint32_t labels = label_size(text, span);
        if (labels == 0) { break; }
        span.first += labels;
    }
    if (span.first == span.last) { return false; }
    span.last = end_of_name(text, span);
    while (span.last - span.first > 1 && is_letter(text, span.last - 1) &&
           !may_end_name(text.surface(span.last - 1))) {
        --span.last;
    }
    for (std::uint32_t i = span.first; i < span.last; ++i) {
        if (text.surface(i).size() > 1) { return true; }
    }
    return false;  // "U S", "H. R."
}

bool is_named_place(const NameText& text, const NameSpan& span)
{
    static constexpr auto kGoverned = std::to_array<std::string_view>(
        {"alcalde",   "alcaldesa",    "alcaldia",   "ayuntamiento", "aeropuerto",  "avenida",
         "barrio",    "cabecera",     "calle",      "carretera",    "ciudad",      "colonia",
         "comunidad", "departamento", "estado",     "gobernador",   "gobernadora", "localidad",
         "municipal", "municipio",    "municipios", "provincia",    "pueblo",      "region"});
    if (span.first < 2 || text.token(span.first).before != Break::None ||
        text.token(span.first - 1).before != Break::None) {
        return false;
    }
    return text.surface(span.first - 1) == "de" &&
           is_one_of(text.surface(span.first - 2), kGoverned) &&
           text.gap(span.first) == Gap::Blank && text.gap(span.first - 1) == Gap::Blank;
}

bool is_nobody(const NameText& text, std::uint32_t first, std::uint32_t last)
{
    constexpr std::uint32_t kMostWords = 4;
    if (is_case(text, first, last)) { return true; }
    if (last - first > kMostWords) { return false; }
    std::string name{text.surface(first)};
    for (std::uint32_t i = first + 1; i < last; ++i) { (name += ' ') += text.surface(i); }
    return is_known_other(name) || is_storm(text, first, last) ||
           is_plural_of_initials(text, last - 1) || is_behind_saint(text, first, last) ||
           (text.surface(first) == "wa" && text.shape(first) == Shape::Lower);
}

NameSpan royal_name(const NameText& text, std::uint32_t i)
{
    NameSpan span{.where = text.where(), .rule = kRoyalRule};
    const std::uint32_t next = i + 1;
    if (next >= text.size() || (name_word(text.surface(i)) & kRoyal) == 0) { return span; }
    // "mi papá Francisco" is nobody's pope.
    if (written_word(text.text(), text.token(i)).size() != text.surface(i).size()) { return span; }
    const bool is_given = text.shape(next) == Shape::Capital &&
                          text.token(next).before == Break::None && text.gap(next) == Gap::Blank &&
                          (name_word(text.surface(next)) & kGiven) != 0;
    const bool has_more = next + 1 < text.size() && text.token(next + 1).before == Break::None &&
                          text.is_capital(next + 1) && text.gap(next + 1) == Gap::Blank;
    const bool is_numeral =
        has_more && text.surface(next + 1).find_first_not_of("ivx") == std::string_view::npos;
    if (!is_given || (has_more && !is_numeral)) { return span; }
    span.first = next;
    span.last = next + (is_numeral ? 2U : 1U);
    return span;
}

}  // namespace dateline::indexer
