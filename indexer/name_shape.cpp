#include "indexer/name_shape.hpp"

#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"
#include "indexer/dateish.hpp"
#include "indexer/outlets.hpp"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>
#include <utility>

namespace dateline::indexer {
namespace {

constexpr std::size_t kMostNameWords = 6;
constexpr std::size_t kMostOutletWords = 6;

/// Small words inside names.
constexpr WordSet kParticles{std::to_array<std::string_view>(
    {"de",  "da",  "do",  "dos", "das", "del", "della", "di",  "du",  "des", "van", "von",
     "der", "den", "ter", "la",  "le",  "el",  "al",    "bin", "ibn", "the", "y",   "e"})};
/// Words which names of outlets hold, and names of people do not.
constexpr WordSet kOutletNouns{std::to_array<std::string_view>(
    {"agency",   "agencia",   "agence",    "associated", "bbc",      "broadcasting", "bulletin",
     "bureau",   "cable",     "chronicle", "correio",    "courier",  "daily",        "desk",
     "diario",   "dispatch",  "express",   "folha",      "gazette",  "gazeta",       "globe",
     "guardian", "herald",    "jornal",    "journal",    "ledger",   "magazine",     "media",
     "monitor",  "network",   "news",      "newspaper",  "noticias", "observer",     "post",
     "press",    "radio",     "redaccion", "review",     "staff",    "television",   "times",
     "tribune",  "wire",      "agenzia",   "televisao",  "tv",       "portal",       "periodico",
     "revista",  "semanario", "weekly",    "gazzetta",   "zeitung",  "вестник",      "газета",
     "новости",  "агентство", "редакция",  "redacao",    "newsroom", "courrier",     "presse",
     "gaceta",   "heraldo",   "вести",     "известия",   "ведомости"})};
/// Words of what publishes besides outlets.
constexpr WordSet kInstitutions{std::to_array<std::string_view>(
    {"ministerio",   "ministry",   "embassy",      "embajada",   "embaixada", "institute",
     "instituto",    "institut",   "centre",       "center",     "centro",    "центр",
     "forum",        "foro",       "foundation",   "fundacion",  "fundacao",  "universidad",
     "universidade", "university", "министерство", "посольство", "институт",  "фонд",
     "ministere",    "ambassade",  "ministerium",  "gobierno",   "governo",   "government"})};
/// First words of cities with several words, where "Ann Lee, New Orleans" is one person.
constexpr WordSet kPlaceOpeners{std::to_array<std::string_view>(
    {"abu",  "addis", "belo", "buenos", "cape",   "ciudad",  "east",   "el",     "fort",
     "hong", "kuala", "las",  "los",    "mexico", "new",     "north",  "panama", "phnom",
     "port", "porto", "rio",  "saint",  "san",    "santa",   "sao",    "south",  "tel",
     "la",   "nueva", "nova", "villa",  "нижний", "великий", "старый", "новый",  "washington"})};

/// Figures, and what divides labels and addresses: no name has them.
bool has_strange_mark(std::string_view text)
{
    return text.find_first_of("0123456789:+=@#<>") != std::string_view::npos;
}

}  // namespace

bool is_name(std::string_view text)
{
    // Of most sentences one of the first words tells.
    const std::string_view first = first_word(text);
    if (first.empty() || !is_capitalised(first) || has_strange_mark(text)) { return false; }
    std::size_t words = 0;
    for (std::string_view word = first; !word.empty(); ++words) {
        if (words == kMostNameWords || !(is_capitalised(word) || kParticles.contains(word))) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(word.data() - text.data()) + word.size());
        word = first_word(text);
    }
    return words > 1 || !is_weekday(fold(first));
}

bool is_outlet_like(std::string_view name)
{
    const bool acronym = !name.empty() && name.size() <= 6 &&
                         std::all_of(name.begin(), name.end(), ascii::is_capital);
    const bool site = name.ends_with(".com") || name.ends_with(".org") || name.ends_with(".net");
    return acronym || site || has_one_of(name, kOutletNouns) || find_outlet(name) != nullptr;
}

bool is_person(std::string_view name)
{
    const auto words = words_of(name);
    return words.size() >= 2 && words.size() <= 4 && is_name(name) && !is_outlet_like(name) &&
           !has_one_of(words.front(), kInstitutions);
}

bool is_place_like(std::string_view name)
{
    const auto words = words_of(name);
    return is_name(name) && kPlaceOpeners.contains(fold(words.front()));
}

bool names_institution(std::string_view text)
{
    constexpr std::size_t kMostWords = 9;
    const auto words = words_of(text);
    if (words.empty() || words.size() > kMostWords || ends_sentence(text) ||
        !is_capitalised(words.front()) || has_strange_mark(text)) {
        return false;
    }
    if (find_outlet(text) != nullptr) { return true; }
    if (words.size() == 1) { return false; }
    return (has_one_of(text, kOutletNouns) && is_name(text)) || opens_with_institution(text) ||
           has_one_of(words.back(), kInstitutions);
}

bool opens_with_institution(std::string_view text)
{
    const auto words = words_of(text);
    if (words.size() < 2 || !has_one_of(words.front(), kInstitutions)) { return false; }
    const bool latin = static_cast<unsigned char>(words.front().front()) < 0x80U;
    return latin ? words[1] == "for" || words[1] == "of" || kParticles.contains(words[1])
                 : !is_capitalised(words[1]);
}

bool is_site_name(std::string_view text)
{
    constexpr std::size_t kLongest = 60;
    const std::size_t dot = text.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || text.size() > kLongest) { return false; }
    const std::string_view end = text.substr(dot + 1);
    return end.size() >= 2 && end.size() <= 4 &&
           std::all_of(end.begin(), end.end(), ascii::is_letter) &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return ascii::is_letter_or_digit(c) || c == '.' || c == '-'; });
}

bool is_outlet_name(std::string_view text)
{
    text = trimmed(text);
    const auto words = words_of(text);
    return !words.empty() && words.size() <= kMostOutletWords && is_capitalised(words.front()) &&
           is_capitalised(words.back()) && !ends_sentence(text);
}

std::string_view named_paper(std::string_view text)
{
    static constexpr std::array<std::string_view, 8> kKinds{"газета",    "журнал",      "periodico",
                                                            "diario",    "jornal",      "revista",
                                                            "newspaper", "еженедельник"};
    constexpr std::size_t kMostWords = 3;
    const auto has = [text](char byte) { return text.find(byte) != std::string_view::npos; };
    if (!has('"') && !has('\xC2') && !has('\xE2')) { return {}; }  // « and “ begin so
    bool kind = false;
    std::string_view rest = text;
    for (std::size_t n = 0; n < kMostWords && !kind; ++n) {
        const std::string_view word = first_word(rest);
        if (word.empty()) { break; }
        kind = is_one_of(std::string_view{fold(word)}, kKinds);
        rest.remove_prefix(static_cast<std::size_t>(word.data() - rest.data()) + word.size());
    }
    if (!kind) { return {}; }
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kQuotes{
        {{"\"", "\""}, {"«", "»"}, {"“", "”"}}};
    for (const auto& [open, close] : kQuotes) {
        const std::size_t begin = text.find(open);
        if (begin == std::string_view::npos) { continue; }
        const std::string_view inside = text.substr(begin + open.size());
        const std::size_t end = inside.find(close);
        if (end != std::string_view::npos) { return trimmed(inside.substr(0, end)); }
    }
    return {};
}

bool is_in_capitals(std::string_view text)
{
    bool capital = false;
    while (!text.empty()) {
        const auto letter = static_cast<UChar32>(take_code_point(text));
        if (u_islower(letter) != 0) { return false; }
        capital = capital || u_isupper(letter) != 0;
    }
    return capital;
}

}  // namespace dateline::indexer
