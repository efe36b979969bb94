#include "indexer/byline.hpp"

#include "common/text/utf8.hpp"
#include "indexer/date_line.hpp"
#include "indexer/line.hpp"
#include "indexer/outlets.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::indexer {
namespace {

constexpr std::size_t kLongestByline = 200;  ///< bytes
constexpr std::size_t kMostNameWords = 6;
constexpr std::size_t kMostOutletWords = 6;

struct Label {
    std::string_view text;
    bool colon_needed = false;
    bool behind_headline = false;  ///< begins headlines and names, too
};

constexpr auto kLabels = std::to_array<Label>({
    {"written by"},
    {"posted by"},
    {"published by"},
    {"escrito por"},
    {"publicado por"},
    {"redactado por"},
    {"texto de"},
    {"texto por"},
    {"reportagem de"},
    {"reportagem por"},
    {"texto", true},
    {"text", true},
    {"words", true},
    {"reporter", true},
    {"periodista", true},
    {"texte", true},
    {"текст", true},
    {"Текст", true},
    {"ТЕКСТ", true},
    {"Корреспондент", true},
    {"reported by"},
    {"story by"},
    {"words by"},
    {"text by"},
    {"by"},
    {"por"},
    {"par"},
    {"von", false, true},
    {"di", false, true},
    {"автор текста"},
    {"Автор текста"},
    {"автор"},
    {"Автор"},
    {"АВТОР"},
    {"Авторы", true},
    {"author", true},
    {"authors", true},
    {"autor", true},
    {"autora", true},
    {"auteur", true},
    {"autore", true},
    {"记者", true},
    {"作者", true},
    {"بقلم"},
    {"كتب", true},
});

/// Small words inside names.
constexpr auto kParticles = std::to_array<std::string_view>(
    {"de",  "da",  "do",  "dos", "das", "del", "della", "di",  "du",  "des", "van", "von",
     "der", "den", "ter", "la",  "le",  "el",  "al",    "bin", "ibn", "the", "y",   "e"});
/// Words between two names. Those of one letter also stand inside a name.
constexpr std::array<std::string_view, 7> kAnd{"and", "y", "e", "et", "und", "и", "&"};
/// Words behind which a place or an outlet stands.
constexpr std::array<std::string_view, 5> kPlaceWords{"in", "em", "en", "aus", "à"};
constexpr std::array<std::string_view, 4> kOutletWords{"for", "of", "para", "with"};
/// Words between an office and who gives it: "Repórter da Agência Brasil".
constexpr std::array<std::string_view, 8> kEmployerWords{"of", "for", "at", "with",
                                                         "de", "da",  "do", "del"};
/// Words which names of outlets hold, and names of people do not.
constexpr auto kOutletNouns = std::to_array<std::string_view>(
    {"agency",   "agencia",   "agence",    "associated", "bbc",      "broadcasting", "bulletin",
     "bureau",   "cable",     "chronicle", "correio",    "courier",  "daily",        "desk",
     "diario",   "dispatch",  "express",   "folha",      "gazette",  "gazeta",       "globe",
     "guardian", "herald",    "jornal",    "journal",    "ledger",   "magazine",     "media",
     "monitor",  "network",   "news",      "newspaper",  "noticias", "observer",     "post",
     "press",    "radio",     "redaccion", "review",     "staff",    "television",   "times",
     "tribune",  "wire",      "agenzia",   "televisao",  "tv",       "portal",       "periodico",
     "revista",  "semanario", "weekly",    "gazzetta",   "zeitung",  "вестник",      "газета",
     "новости",  "агентство", "редакция",  "daily",      "redacao",  "newsroom"});
/// What an author is, behind a comma: not another author.
constexpr auto kRoles = std::to_array<std::string_view>(
    {"author", "columnist", "contributor", "correspondent", "editor", "reporter", "reporters",
     "writer", "journalist", "corresponsal", "enviado", "jornalista", "repórter", "Repórter",
     "periodista", "redactor", "redactora", "корреспондент"});
/// How the desks call themselves that sign instead of people.
constexpr auto kDesks = std::to_array<std::string_view>(
    {"redaccion", "redacao", "da redacao", "la redaccion", "staff", "staff writer", "staff writers",
     "staff reporter", "staff reporters", "newsroom", "news desk", "web desk", "редакция",
     "от редакции", "agencias", "com agencias", "redaktion", "la redazione"});
/// First words of cities with several words, where "Ann Lee, New Orleans" is one person.
constexpr auto kPlaceOpeners = std::to_array<std::string_view>(
    {"abu",  "addis", "belo", "buenos", "cape",   "ciudad",  "east",   "el",     "fort",
     "hong", "kuala", "las",  "los",    "mexico", "new",     "north",  "panama", "phnom",
     "port", "porto", "rio",  "saint",  "san",    "santa",   "sao",    "south",  "tel",
     "la",   "nueva", "nova", "villa",  "нижний", "великий", "старый", "новый",  "washington"});

template <class Words>
bool is_one_of(std::string_view word, const Words& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

template <class Words>
bool has_one_of(std::string_view text, const Words& words)
{
    const std::string folded = fold(text);
    const auto parts = words_of(folded);
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return is_one_of(part, words); });
}

bool has_digit(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether `text` can be a name: capitals and particles, no figures, no weekday.
bool is_name(std::string_view text)
{
    const auto words = words_of(text);
    if (words.empty() || words.size() > kMostNameWords || has_digit(text)) { return false; }
    const bool good = std::all_of(words.begin(), words.end(), [](std::string_view word) {
        return is_capitalised(word) || is_one_of(word, kParticles);
    });
    return good && is_capitalised(words.front()) &&
           !(words.size() == 1 && is_weekday(fold(words.front())));
}

/// Whether `name` is rather an outlet's than a person's: "AFP", "example.com", "Evening Post".
bool is_outletish(std::string_view name)
{
    const bool acronym = name.size() <= 6 && std::all_of(name.begin(), name.end(), [](char c) {
                             return c >= 'A' && c <= 'Z';
                         });
    const bool site = name.ends_with(".com") || name.ends_with(".org") || name.ends_with(".net");
    return acronym || site || has_one_of(name, kOutletNouns) || find_outlet(name) != nullptr;
}

bool looks_like_person(std::string_view name)
{
    const auto words = words_of(name);
    return words.size() >= 2 && words.size() <= 4 && is_name(name) && !is_outletish(name);
}

/// Whether the part of a byline behind a comma is a place or an office.
bool is_no_author(std::string_view part)
{
    const auto words = words_of(part);
    return words.size() < 2 || !is_name(part) || has_one_of(part, kRoles) ||
           is_one_of(fold(words.front()), kPlaceOpeners);
}

/// Cuts `text` at the first of `words` that stands in it as a word; returns what is behind it.
template <class Words>
std::string_view cut_at_word(std::string_view& text, const Words& words)
{
    for (const std::string_view word : words_of(text)) {
        if (word.data() == text.data() || !is_one_of(word, words)) { continue; }
        const auto at = static_cast<std::size_t>(word.data() - text.data());
        const std::string_view behind = trimmed(text.substr(at + word.size()));
        text = trimmed(text.substr(0, at));
        return behind;
    }
    return {};
}

struct DashedPart {
    std::string_view text;
    bool behind_bar;
};

/// The parts of a byline between its dashes, bars and slashes.
std::vector<DashedPart> split_at_dashes(std::string_view text)
{
    std::vector<DashedPart> parts;
    bool behind_bar = false;
    while (true) {
        std::size_t end = text.size();
        std::size_t size = 0;
        for (const std::string_view dash : {" – ", " — ", " - ", " | ", " / "}) {
            const std::size_t at = text.find(dash);
            if (at < end) {
                end = at;
                size = dash.size();
            }
        }
        if (const auto part = trimmed(text.substr(0, end)); !part.empty()) {
            parts.push_back({part, behind_bar});
        }
        if (size == 0) { return parts; }
        behind_bar = text[end + 1] == '|';
        text.remove_prefix(end + size);
    }
}

/// The outlet that a part of a byline behind the name is or says: "Evening Wire", "Repórter da
/// Agência Brasil". Behind a bar anything with a capital is one.
std::string_view outlet_of_part(std::string_view part, bool behind_bar)
{
    if (has_one_of(part, kRoles)) {
        const std::string_view employer = cut_at_word(part, kEmployerWords);
        return is_outletish(employer) || is_outlet_name(employer) ? employer : std::string_view{};
    }
    if (is_outletish(part)) { return part; }
    return behind_bar && is_capitalised(part) ? part : std::string_view{};
}

/// Takes apart what dashes and bars divide: "Wire – Ann Lee", "Ann Lee - Evening Post - Lima".
/// Leaves the name in `text` and returns the outlet; nothing if there is no dash.
std::optional<std::string> take_dashed_outlet(std::string_view& text)
{
    const auto parts = split_at_dashes(text);
    if (parts.size() < 2) { return {}; }
    const auto names_person = [](const DashedPart& part) {
        return looks_like_person(part.text.substr(0, part.text.find(',')));
    };
    auto person = std::find_if(parts.begin(), parts.end(), names_person);
    // "Evening Sky – Ann Lee": of two that may be people, the last one is.
    const bool also_last = names_person(parts.back()) && !parts.back().behind_bar;
    if (person == parts.end() || (person == parts.begin() && also_last)) {
        person = parts.end() - 1;
    }
    const std::string_view whole = text;
    text = person->text;
    if (person != parts.begin()) {
        const std::string_view last = (person - 1)->text;
        const auto end = static_cast<std::size_t>(last.data() - whole.data()) + last.size();
        const std::string_view outlet = trimmed(whole.substr(0, end));
        // "Ann Lee - Lima" names a place.
        const bool good = words_of(outlet).size() > 1 || is_outletish(outlet);
        return good ? std::string{outlet} : std::string{};
    }
    for (auto part = person + 1; part != parts.end(); ++part) {
        const std::string_view outlet = outlet_of_part(part->text, part->behind_bar);
        if (!outlet.empty()) { return std::string{outlet}; }
    }
    return std::string{};
}

/// Takes an outlet off a byline: "… (Reuters)", "… for The Post", "Wire – Ann Lee".
std::string take_outlet(std::string_view& text)
{
    if (const std::size_t open = text.rfind('(');
        text.ends_with(')') && open != 0 && open != std::string_view::npos) {
        const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
        text = trimmed(text.substr(0, open));
        return is_name(inside) ? std::string{inside} : std::string{};
    }
    if (auto outlet = take_dashed_outlet(text)) { return *std::move(outlet); }
    std::string_view head = text;
    const std::string_view behind = cut_at_word(head, kOutletWords);
    if (!behind.empty() && looks_like_person(head) && is_capitalised(behind)) {
        text = head;
        return std::string{behind};
    }
    return {};
}

/// The names on both sides of each "and". "Ortega y Gasset" is one.
std::vector<std::string_view> split_at_and(std::string_view text)
{
    std::vector<std::string_view> sides;
    std::size_t begin = 0;
    const auto words = words_of(text);
    for (std::size_t n = 1; n + 1 < words.size(); ++n) {
        if (!is_one_of(words[n], kAnd)) { continue; }
        const std::size_t behind = words.size() - n - 1;
        if (words[n].size() == 1 && words[n] != "&" && behind < 2) { continue; }
        const auto at = static_cast<std::size_t>(words[n].data() - text.data());
        sides.push_back(trimmed(text.substr(begin, at - begin)));
        begin = at + words[n].size();
    }
    sides.push_back(trimmed(text.substr(begin)));
    return sides;
}

std::vector<std::string_view> split_at_commas(std::string_view text)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        std::size_t comma = std::min(text.find(','), text.find("،"));
        comma = std::min(comma, text.find("、"));
        if (const auto part = trimmed(text.substr(0, comma)); !part.empty()) {
            parts.push_back(part);
        }
        if (comma == std::string_view::npos) { break; }
        text.remove_prefix(comma + (text[comma] == ',' ? 1 : text[comma] == '\xD8' ? 2 : 3));
    }
    return parts;
}

/// Reads what stands between two "and"s: "Ann Lee, Bo Roe", or behind the last "Ann Lee, Lima".
/// `ends_list` says that an "and" came before: behind it only one name stands.
bool read_side(std::string_view side, bool last, bool ends_list, Byline& byline)
{
    const auto parts = split_at_commas(side);
    for (std::size_t n = 0; n < parts.size(); ++n) {
        const std::string_view part = parts[n];
        if (n > 0 && is_outletish(part)) {
            if (byline.outlet.empty()) { byline.outlet = part; }
        } else if (n > 0 && last && (ends_list || is_no_author(part))) {
            // A place or an office; prose has neither.
            return is_name(part) || has_one_of(part, kRoles);
        } else if (is_name(part)) {
            byline.names.emplace_back(part);
        } else {
            return false;
        }
    }
    return true;
}

/// The names and the outlet that a byline holds behind its label; nothing if it is something else.
std::optional<Byline> read_names(std::string_view text)
{
    Byline byline;
    byline.outlet = take_outlet(text);
    cut_at_word(text, kPlaceWords);
    const auto sides = split_at_and(text);
    for (std::size_t n = 0; n < sides.size(); ++n) {
        if (!read_side(sides[n], n + 1 == sides.size(), n > 0, byline)) { return {}; }
    }
    if (byline.names.empty()) { return {}; }
    return byline;
}

/// `names` without addresses at its end: "Ann Lee @annlee", "Ann Lee ann@example.org".
std::string_view without_addresses(std::string_view names)
{
    for (const std::string_view word : words_of(names)) {
        if (word.find('@') == std::string_view::npos) { continue; }
        return trimmed(names.substr(0, static_cast<std::size_t>(word.data() - names.data())));
    }
    return names;
}

}  // namespace

std::optional<Byline> read_byline(std::string_view line, bool behind_headline)
{
    line = trimmed(line);
    if (line.size() > kLongestByline) { return {}; }
    for (const Label& label : kLabels) {
        if (label.behind_headline && !behind_headline) { continue; }
        std::string_view names = behind_label(line, label.text, label.colon_needed);
        if (names.empty()) { continue; }
        while (!names.empty() &&
               std::string_view{".,;/|-"}.find(names.back()) != std::string_view::npos) {
            names = trimmed(names.substr(0, names.size() - 1));
        }
        if (auto byline = read_names(without_addresses(names))) { return byline; }
    }
    return {};
}

bool has_byline_label(std::string_view line)
{
    return std::any_of(kLabels.begin(), kLabels.end(), [line](const Label& label) {
        return !label.behind_headline &&
               !behind_label(line, label.text, label.colon_needed).empty();
    });
}

bool is_desk(std::string_view line)
{
    constexpr std::size_t kLongestDesk = 60;
    constexpr std::size_t kMostDeskWords = 4;
    line = trimmed(line);
    if (line.empty() || line.size() > kLongestDesk || words_of(line).size() > kMostDeskWords) {
        return false;
    }
    const std::string folded = fold(line);
    return std::any_of(kDesks.begin(), kDesks.end(), [&](std::string_view desk) {
        if (!folded.starts_with(desk)) { return false; }
        const std::string_view rest = std::string_view{folded}.substr(desk.size());
        // "Redacción ACN", "Redacción BBC Mundo", but no sentence.
        const std::string_view name =
            trimmed(line.substr(line.size() - std::min(line.size(), rest.size())));
        return rest.empty() || (rest.front() == ' ' && is_name(name));
    });
}

std::optional<Byline> read_signature(std::string_view line)
{
    line = trimmed(line);
    if (line.size() > kLongestByline || ends_sentence(line)) { return {}; }
    std::string_view names = line;
    cut_at_word(names, kPlaceWords);
    const auto byline = read_names(names);
    const bool people =
        byline && std::all_of(byline->names.begin(), byline->names.end(),
                              [](const std::string& name) { return looks_like_person(name); });
    return people ? byline : std::nullopt;
}

std::optional<Byline> read_author_bio(std::string_view line)
{
    constexpr std::size_t kLongestBio = 600;  // bytes
    line = trimmed(line);
    if (line.size() > kLongestBio || !speaks_of_author(line)) { return {}; }
    for (const std::string_view is : {" is ", " es ", " é ", " est ", " ist "}) {
        const std::size_t at = line.find(is);
        if (at == std::string_view::npos || !looks_like_person(line.substr(0, at))) { continue; }
        std::string_view sentence = line.substr(at + is.size());
        sentence = sentence.substr(0, sentence.find(". "));
        constexpr std::array<std::string_view, 10> kArticles{"a",   "an", "the", "our", "un",
                                                             "una", "um", "uma", "une", "ein"};
        const auto words = words_of(sentence);
        if (words.empty() || !is_one_of(words.front(), kArticles)) { return {}; }
        Byline byline{.names = {std::string{line.substr(0, at)}}, .outlet = {}};
        std::string_view behind = cut_at_word(sentence, kEmployerWords);
        while (behind.ends_with('.')) { behind.remove_suffix(1); }
        if (is_outlet_name(behind)) { byline.outlet = behind; }
        return byline;
    }
    return {};
}

std::string_view named_paper(std::string_view text)
{
    constexpr std::array<std::string_view, 8> kKinds{"газета",    "журнал",      "periodico",
                                                     "diario",    "jornal",      "revista",
                                                     "newspaper", "еженедельник"};
    const std::string folded = fold(text);
    const bool kind = std::any_of(kKinds.begin(), kKinds.end(),
                                  [&](std::string_view word) { return folded.starts_with(word); });
    if (!kind) { return {}; }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kQuotes{
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

std::optional<Byline> read_bare_byline(std::string_view line)
{
    line = trimmed(line);
    const std::size_t bar = line.find(" | ");
    if (bar == std::string_view::npos || line.size() > kLongestByline) { return {}; }
    const std::string_view outlet = trimmed(line.substr(bar + 3));
    const auto names = read_names(trimmed(line.substr(0, bar)));
    const bool people =
        names && std::all_of(names->names.begin(), names->names.end(), looks_like_person);
    if (!people || !is_outlet_name(outlet)) { return {}; }
    return Byline{.names = names->names, .outlet = std::string{outlet}};
}

std::optional<Byline> read_author_note(std::string_view line)
{
    for (const std::string_view opening : {"i’m ", "i'm ", "i am ", "my name is "}) {
        if (!begins_with(line, opening)) { continue; }
        const std::string_view rest = trimmed(line.substr(opening.size()));
        const std::string_view name = rest.substr(0, rest.find(','));
        if (!looks_like_person(name) || !speaks_of_author(line)) { return {}; }
        Byline byline{.names = {std::string{name}}, .outlet = {}};
        // The outlet's name is the capitals behind "for": to the end of the sentence.
        std::string_view sentence = rest.substr(name.size());
        sentence = sentence.substr(0, sentence.find(". "));
        std::string_view behind =
            cut_at_word(sentence, std::array<std::string_view, 2>{"for", "at"});
        while (behind.ends_with('.')) { behind.remove_suffix(1); }
        if (is_outlet_name(behind)) { byline.outlet = behind; }
        return byline;
    }
    return {};
}

bool speaks_of_author(std::string_view line)
{
    constexpr std::array<std::string_view, 9> kOffices{
        "writer",    "journalist", "reporter",   "correspondent", "editor",
        "columnist", "periodista", "jornalista", "journaliste"};
    return std::any_of(kOffices.begin(), kOffices.end(),
                       [&](std::string_view office) { return contains(line, office); });
}

bool is_person(std::string_view name) { return looks_like_person(trimmed(name)); }

bool is_outlet_like(std::string_view name) { return is_outletish(trimmed(name)); }

bool is_place_like(std::string_view name)
{
    const auto words = words_of(name);
    return is_name(name) && is_one_of(fold(words.front()), kPlaceOpeners);
}

bool is_bare_name(std::string_view text) { return is_name(trimmed(text)); }

bool is_outlet_name(std::string_view text)
{
    text = trimmed(text);
    const auto words = words_of(text);
    return !words.empty() && words.size() <= kMostOutletWords && is_capitalised(words.front()) &&
           is_capitalised(words.back()) && !ends_sentence(text);
}

}  // namespace dateline::indexer
