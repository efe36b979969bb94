#include "indexer/month_names.hpp"

#include "common/text/ascii.hpp"
#include "common/text/characters.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace dateline::indexer {
namespace {

/// The names of one language's months, January first; several for a month are divided by "|".
struct Language {
    NameTrust trust;
    std::array<std::string_view, 12> names;
};

constexpr std::array kLanguages{
    // English
    Language{
        NameTrust::Capital,
        {"january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul",
         "august|aug", "september|sept|sep", "october|oct", "november|nov", "december|dec"}},
    // Spanish
    Language{NameTrust::Sure,
             {"enero|ene", "febrero", "marzo", "abril|abr", "mayo", "junio", "julio", "agosto",
              "septiembre|setiembre", "octubre", "noviembre", "diciembre|dic"}},
    // Portuguese
    Language{NameTrust::Sure,
             {"janeiro", "fevereiro|fev", "março", "abril", "maio", "junho", "julho", "agosto",
              "setembro", "outubro", "novembro", "dezembro|dez"}},
    // French
    Language{NameTrust::Sure,
             {"janvier|janv", "février|févr", "mars", "avril|avr", "mai", "juin", "juillet|juil",
              "août", "septembre", "octobre", "novembre", "décembre|déc"}},
    // German
    Language{NameTrust::Sure,
             {"januar|jänner", "februar", "märz|maerz", "april", "mai", "juni", "juli", "august",
              "september", "oktober|okt", "november", "dezember"}},
    // Italian
    Language{NameTrust::Sure,
             {"gennaio", "febbraio|febbr", "marzo", "aprile", "maggio", "giugno", "luglio",
              "agosto", "settembre", "ottobre", "novembre", "dicembre"}},
    // Russian: the form after a day, the name itself, the form after "в", the abbreviation
    Language{NameTrust::Sure,
             {"января|январь|январе|янв", "февраля|февраль|феврале|февр|фев", "марта|март|марте",
              "апреля|апрель|апреле|апр", "мая|май|мае", "июня|июнь|июне|июн", "июля|июль|июле|июл",
              "августа|август|августе|авг", "сентября|сентябрь|сентябре|сент|сен",
              "октября|октябрь|октябре|окт", "ноября|ноябрь|ноябре|нояб|ноя",
              "декабря|декабрь|декабре|дек"}},
    // Ukrainian, likewise
    Language{NameTrust::Sure,
             {"січня|січень|січні", "лютого|лютий|лютому", "березня|березень|березні",
              "квітня|квітень|квітні", "травня|травень|травні", "червня|червень|червні",
              "липня|липень|липні", "серпня|серпень|серпні", "вересня|вересень|вересні",
              "жовтня|жовтень|жовтні", "листопада|листопад|листопаді", "грудня|грудень|грудні"}},
    // Arabic: Egypt and the Gulf, the Maghreb, the Levant
    Language{NameTrust::Sure,
             {"يناير|جانفي|كانون الثاني", "فبراير|فيفري|شباط", "مارس|آذار",
              "أبريل|ابريل|إبريل|أفريل|افريل", "مايو|ماي|أيار|ايار", "يونيو|يونيه|جوان|حزيران",
              "يوليو|يوليه|جويلية|تموز", "أغسطس|اغسطس|أوت", "سبتمبر|أيلول|ايلول",
              "أكتوبر|اكتوبر|تشرين الأول|تشرين الاول", "نوفمبر|تشرين الثاني",
              "ديسمبر|كانون الأول|كانون الاول"}},
    // Abbreviations that are everyday words or names somewhere: Portuguese, Spanish, Italian,
    // Russian; and Arabic names that also mean a brand, a father
    Language{
        NameTrust::Weak,
        {"gen", "", "mrz|мар", "", "mag", "giu", "lug", "ago|آب", "set|sett", "out|ott", "", ""}},
    Language{NameTrust::Weak, {"", "", "", "نيسان", "", "", "", "", "", "", "", ""}},
};

struct Meaning {
    unsigned month = 0;
    NameTrust trust = NameTrust::Sure;
};

using Dictionary = std::unordered_map<std::string, Meaning>;

/// Adds the names of one month, divided by "|".
void add_names(Dictionary& words, std::string_view names, Meaning meaning)
{
    while (!names.empty()) {
        const std::string_view name = names.substr(0, names.find('|'));
        names.remove_prefix(std::min(names.size(), name.size() + 1));
        words.try_emplace(fold(name), meaning);
    }
}

Dictionary make_dictionary()
{
    // Folded, the French and the Portuguese March are a planet and a man.
    Dictionary words{{"mars", {3, NameTrust::LowerCase}}, {"marco", {3, NameTrust::LowerCase}}};
    for (const Language& language : kLanguages) {
        for (unsigned month = 1; month <= 12; ++month) {
            add_names(words, language.names[month - 1], {month, language.trust});
        }
    }
    return words;
}

/// Names by their folded form. Where languages share one, the first language's trust counts.
const Dictionary& dictionary()
{
    static const Dictionary words = make_dictionary();
    return words;
}

constexpr std::size_t kLongestName = 32;  ///< bytes; none above is longer

bool is_letter(char32_t c)
{
    const bool digit =
        (c >= U'0' && c <= U'9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9);
    return !digit && character_class(c) == CharacterClass::Word;
}

char32_t code_point_at(std::string_view text, std::size_t at)
{
    std::string_view rest = text.substr(at, 4);
    return take_code_point(rest);
}

/// Where the word that begins at `at` ends; `at` itself if there is none or it is too long.
std::size_t word_end(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size()) {
        std::string_view rest = text.substr(end, 4);
        const std::size_t size = rest.size();
        if (!is_letter(take_code_point(rest))) { break; }
        end += size - rest.size();
        if (end - at > kLongestName) { return at; }
    }
    return end;
}

/// Where the word that ends at `end` begins; `end` if there is none, or it is too long.
std::size_t word_begin(std::string_view text, std::size_t from, std::size_t end)
{
    std::size_t begin = end;
    while (begin > from) {
        const std::size_t before = character_border(text, begin - 1);
        if (before < from || !is_letter(code_point_at(text, before))) { break; }
        begin = before;
        if (end - begin > kLongestName) { return end; }
    }
    return begin;
}

std::optional<MonthName> look_up(std::string_view text, std::size_t begin, std::size_t end)
{
    std::array<char, 2 * kLongestName> folded{};
    std::size_t size = 0;
    std::string_view rest = text.substr(begin, end - begin);
    while (!rest.empty()) {
        const char32_t c = take_code_point(rest);
        const std::string_view letter = c == U' ' ? std::string_view{" "} : folded_letter(c);
        if (letter.data() == nullptr || size + letter.size() > folded.size()) { return {}; }
        size += letter.copy(folded.data() + size, letter.size());
    }
    const auto found = dictionary().find(std::string{folded.data(), size});
    if (found == dictionary().end()) { return {}; }
    return MonthName{found->second.month, found->second.trust, begin, end};
}

bool is_arabic(std::string_view text, std::size_t at)
{
    return text[at] == '\xD8' || text[at] == '\xD9';
}

}  // namespace

bool MonthName::stands_without(std::string_view text, bool has_year) const
{
    const bool capital = ascii::is_capital(text[begin]);
    switch (trust) {
        case NameTrust::Sure:
            return true;
        case NameTrust::Capital:
            return capital || has_year;
        case NameTrust::LowerCase:
            return !capital || !ascii::is_ascii(text.substr(begin, end - begin));
        case NameTrust::Weak:
            return false;
    }
    return false;
}

std::optional<MonthName> month_at(std::string_view text, std::size_t at)
{
    const std::size_t end = word_end(text, at);
    if (end == at) { return {}; }
    auto name = look_up(text, at, end);
    if (name || !is_arabic(text, at) || end == text.size() || text[end] != ' ') { return name; }
    const std::size_t second = word_end(text, end + 1);
    return second == end + 1 ? name : look_up(text, at, second);
}

std::optional<MonthName> month_before(std::string_view text, std::size_t from, std::size_t end)
{
    const std::size_t begin = word_begin(text, from, end);
    if (begin == end) { return {}; }
    auto name = look_up(text, begin, end);
    if (name || !is_arabic(text, begin) || begin <= from + 1 || text[begin - 1] != ' ') {
        return name;
    }
    const std::size_t first = word_begin(text, from, begin - 1);
    return first == begin - 1 ? name : look_up(text, first, end);
}

}  // namespace dateline::indexer
