#include "indexer/byline.hpp"

#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"
#include "indexer/outlets.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::indexer {
namespace {

constexpr std::size_t kLongestByline = 200;  ///< bytes

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
constexpr FirstBytes kLabelBytes{kLabels, [](const Label& label) { return label.text; }};

/// Words between two names. Those of one letter also stand inside a name.
constexpr std::array<std::string_view, 7> kAnd{"and", "y", "e", "et", "und", "и", "&"};
/// Words behind which a place or an outlet stands.
constexpr std::array<std::string_view, 5> kPlaceWords{"in", "em", "en", "aus", "à"};
constexpr std::array<std::string_view, 4> kOutletWords{"for", "of", "para", "with"};
/// What an author is, behind a comma: not another author.
constexpr WordSet kRoles{std::to_array<std::string_view>(
    {"author",         "columnist",     "contributor",  "correspondent", "editor",
     "reporter",       "reporters",     "writer",       "journalist",    "corresponsal",
     "enviado",        "jornalista",    "periodista",   "redactor",      "redactora",
     "корреспондент",  "colunista",     "columnista",   "articulista",   "comentarista",
     "correspondente", "analista",      "обозреватель", "колумнист",     "редактор",
     "журналист",      "кандидат",      "доктор",       "профессор",     "эксперт",
     "сотрудник",      "professor",     "fellow",       "researcher",    "analyst",
     "investigador",   "investigadora", "pesquisador",  "pesquisadora",  "profesor",
     "profesora",      "socióloga"})};
/// How the desks call themselves that sign instead of people.
constexpr auto kDesks = std::to_array<std::string_view>({"redaccion",
                                                         "redacao",
                                                         "da redacao",
                                                         "la redaccion",
                                                         "staff",
                                                         "staff writer",
                                                         "staff writers",
                                                         "staff reporter",
                                                         "staff reporters",
                                                         "newsroom",
                                                         "news desk",
                                                         "web desk",
                                                         "редакция",
                                                         "от редакции",
                                                         "agencias",
                                                         "com agencias",
                                                         "redaktion",
                                                         "la redazione",
                                                         "da reportagem",
                                                         "da reportagem local",
                                                         "enviado especial",
                                                         "enviada especial"});

/// Whether the part of a byline behind a comma is a place or an office.
bool is_no_author(std::string_view part)
{
    const auto words = words_of(part);
    return words.size() < 2 || !is_name(part) || has_one_of(part, kRoles) || is_place_like(part);
}

struct DashedPart {
    std::string_view text;
    bool behind_bar;
};

/// The parts of a byline between its dashes, bars and slashes.
std::vector<DashedPart> split_at_dashes(std::string_view text)
{
    static constexpr std::array<std::string_view, 5> kDashes{" – ", " — ", " - ", " | ", " / "};
    std::vector<DashedPart> parts;
    bool behind_bar = false;
    while (!text.empty()) {
        const LinePart part = take_part(text, kDashes);
        if (!part.text.empty()) { parts.push_back({part.text, behind_bar}); }
        behind_bar = part.mark == " | ";
    }
    return parts;
}

/// The outlet that a part of a byline behind the name is or says: "Evening Wire", "Repórter da
/// Agência Brasil". Behind a bar anything with a capital is one.
std::string_view outlet_of_part(std::string_view part, bool behind_bar)
{
    if (has_one_of(part, kRoles)) {
        const std::string_view employer = cut_at_word(part, kEmployerWords);
        return is_outlet_like(employer) || is_outlet_name(employer) ? employer : std::string_view{};
    }
    // "Ann Lee - jro - MCV" are initials of those who have edited.
    constexpr std::size_t kLongestInitials = 4;
    if (part.size() <= kLongestInitials && word_count(part) == 1 && !behind_bar) {
        return find_outlet(part) != nullptr ? part : std::string_view{};
    }
    if (is_outlet_like(part)) { return part; }
    return behind_bar && is_capitalised(part) ? part : std::string_view{};
}

/// Takes apart what dashes and bars divide: "Wire – Ann Lee", "Ann Lee - Evening Post - Lima".
/// Leaves the name in `text` and returns the outlet; nothing if there is no dash.
std::optional<std::string> take_dashed_outlet(std::string_view& text)
{
    const auto parts = split_at_dashes(text);
    if (parts.size() < 2) { return {}; }
    const auto names_person = [](const DashedPart& part) {
        return is_person(part.text.substr(0, part.text.find(',')));
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
        const bool good = word_count(outlet) > 1 || is_outlet_like(outlet);
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
    if (!behind.empty() && is_person(head) && is_capitalised(behind)) {
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
    static constexpr std::array<std::string_view, 3> kCommas{",", "،", "、"};
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const LinePart part = take_part(text, kCommas);
        if (!part.text.empty()) { parts.push_back(part.text); }
    }
    return parts;
}

/// "ARD Mexiko-Stadt", "ARD-Studio Mexiko": an outlet and where its office is.
bool opens_with_acronym(std::string_view part)
{
    constexpr std::size_t kFewest = 3;
    constexpr std::size_t kMost = 6;
    std::size_t capitals = 0;
    while (capitals < part.size() && ascii::is_capital(part[capitals])) { ++capitals; }
    const bool ends = capitals < part.size() && (part[capitals] == ' ' || part[capitals] == '-');
    return ends && capitals >= kFewest && capitals <= kMost &&
           std::any_of(part.begin(), part.end(), ascii::is_small);
}

/// Reads what stands between two "and"s: "Ann Lee, Bo Roe", or behind the last "Ann Lee, Lima".
/// `ends_list` says that an "and" came before: behind it only one name stands.
bool read_side(std::string_view side, bool last, bool ends_list, Byline& byline)
{
    const auto parts = split_at_commas(side);
    for (std::size_t n = 0; n < parts.size(); ++n) {
        const std::string_view part = parts[n];
        if (n > 0 && (is_outlet_like(part) || outlet_prefix(part) != 0)) {
            const std::size_t known = is_outlet_like(part) ? part.size() : outlet_prefix(part);
            if (byline.outlet.empty()) { byline.outlet = part.substr(0, known); }
        } else if (n > 0 && opens_with_acronym(part)) {
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
    // "Redação com Lusa"
    static constexpr std::array<std::string_view, 4> kTogether{"com", "con", "with", "avec"};
    std::string_view head = text;
    const std::string_view helper = cut_at_word(head, kTogether);
    if (find_outlet(helper) != nullptr) {
        byline.outlet = byline.outlet.empty() ? std::string{helper} : byline.outlet;
        text = head;
    }
    // "Ann Lee in Lima and Bo Roe in Kotor", but "Ann Lee in Trinidad and Tobago".
    auto sides = split_at_and(text);
    bool placed = false;
    for (std::size_t n = 0; n < sides.size(); ++n) {
        if (placed && !is_person(sides[n].substr(0, sides[n].find(" in ")))) {
            sides.resize(n);
            break;
        }
        placed = !cut_at_word(sides[n], kPlaceWords).empty() || placed;
    }
    for (std::size_t n = 0; n < sides.size(); ++n) {
        // "Ann Lee, G1 PR e RPC Curitiba"
        const bool employer = n > 0 && !byline.outlet.empty() && !byline.names.empty() &&
                              (is_outlet_like(sides[n]) || opens_with_acronym(sides[n]));
        if (employer) { continue; }
        if (!read_side(sides[n], n + 1 == sides.size(), n > 0, byline)) { return {}; }
    }
    if (byline.names.empty()) { return {}; }
    return byline;
}

/// What somebody has done, in brackets behind the name: "(text)", "(fotografía)".
constexpr WordSet kTextRoles{
    std::to_array<std::string_view>({"text", "texts", "words", "story", "texto", "textos", "texte",
                                     "testo", "текст", "reportaje", "reportagem"})};
constexpr WordSet kPictureRoles{std::to_array<std::string_view>(
    {"photo",      "photos",       "photography",  "pictures",    "images",     "video",
     "foto",       "fotos",        "fotografia",   "fotografias", "imagen",     "imagenes",
     "imagem",     "imagens",      "photographie", "graphics",    "infografia", "ilustracion",
     "ilustracao", "illustration", "фото",         "видео"})};

/// `names` without addresses at its end: "Ann Lee @annlee", "Ann Lee ann@example.org".
std::string_view without_addresses(std::string_view names)
{
    for (const std::string_view word : words_of(names)) {
        if (word.find('@') == std::string_view::npos) { continue; }
        return trimmed(names.substr(0, static_cast<std::size_t>(word.data() - names.data())));
    }
    return names;
}

/// Whether a word of a line stands in no list of names: "Rubble crushed this car".
bool has_small_word(std::string_view line)
{
    static constexpr WordSet kInside{std::to_array<std::string_view>(
        {"and", "y",   "e",   "et",   "und",   "и",   "in",  "em",   "en",  "aus",
         "à",   "for", "of",  "para", "with",  "com", "con", "avec", "de",  "da",
         "do",  "dos", "das", "del",  "della", "di",  "du",  "des",  "van", "von",
         "der", "den", "ter", "la",   "le",    "el",  "al",  "bin",  "ibn", "the"})};
    const auto words = words_of(line);
    return std::any_of(words.begin(), words.end(), [](std::string_view word) {
        const bool small = ascii::is_small(word.front());
        return small && word.find_first_of("@.") == std::string_view::npos &&
               !kInside.contains(word);
    });
}

}  // namespace

std::optional<Byline> read_byline(std::string_view line, bool behind_headline)
{
    line = trimmed(line);
    if (line.size() > kLongestByline || !kLabelBytes.may_open(line)) { return {}; }
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

std::optional<std::string_view> read_role(std::string_view line)
{
    constexpr std::size_t kMostWords = 8;
    line = trimmed(line);
    if (word_count(line) > kMostWords || ends_sentence(line) ||
        !has_one_of(first_word(line), kRoles)) {
        return {};
    }
    std::string_view employer = cut_at_word(line, kEmployerWords);
    if (begins_with(employer, "the ")) { employer = trimmed(employer.substr(4)); }
    return is_outlet_name(employer) ? employer : std::string_view{};
}

std::optional<Byline> read_shared_byline(std::string_view line)
{
    line = trimmed(line);
    if (line.size() > kLongestByline || !line.ends_with(')')) { return {}; }
    for (const std::string_view label : {"by ", "por ", "par ", "von "}) {
        if (begins_with(line, label)) { line = trimmed(line.substr(label.size())); }
    }
    Byline byline;
    for (const std::string_view side : split_at_and(line)) {
        for (std::string_view part : split_at_commas(side)) {
            const std::size_t open = part.find(" (");
            if (open == std::string_view::npos || !part.ends_with(')')) { return {}; }
            const std::string role = fold(part.substr(open + 2, part.size() - open - 3));
            part = trimmed(part.substr(0, open));
            const bool text = kTextRoles.contains(role);
            if (!is_person(part) || (!text && !kPictureRoles.contains(role))) { return {}; }
            if (text) { byline.names.emplace_back(part); }
        }
    }
    if (byline.names.empty()) { return {}; }
    return byline;
}

bool is_byline_label(std::string_view line)
{
    line = trimmed(line);
    for (const std::string_view mark : {":", "—", "–"}) {
        if (line.ends_with(mark)) { line.remove_suffix(mark.size()); }
    }
    line = trimmed(line);
    return std::any_of(kLabels.begin(), kLabels.end(), [line](const Label& label) {
        return !label.behind_headline && same_words(line, label.text);
    });
}

bool has_byline_label(std::string_view line)
{
    return kLabelBytes.may_open(line) &&
           std::any_of(kLabels.begin(), kLabels.end(), [line](const Label& label) {
               return !label.behind_headline &&
                      !behind_label(line, label.text, label.colon_needed).empty();
           });
}

bool is_desk(std::string_view line)
{
    constexpr std::size_t kLongestDesk = 60;
    constexpr std::size_t kMostDeskWords = 4;
    static constexpr FirstBytes kFirst{kDesks};
    line = trimmed(line);
    // What is folded may begin with other bytes: "РЕДАКЦИЯ", "RÉDACCION".
    const bool may_be = kFirst.may_open(line) || !ascii::is_ascii(line.substr(0, 2));
    if (!may_be || line.empty() || line.size() > kLongestDesk ||
        word_count(line) > kMostDeskWords) {
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
    if (line.size() > kLongestByline || ends_sentence(line) || has_small_word(line)) { return {}; }
    const std::string_view names = line;
    const auto byline = read_names(names);
    const bool people =
        byline && std::all_of(byline->names.begin(), byline->names.end(),
                              [](const std::string& name) { return is_person(name); });
    return people ? byline : std::nullopt;
}

std::optional<Byline> read_bare_byline(std::string_view line)
{
    line = trimmed(line);
    const std::size_t bar = line.find(" | ");
    if (bar == std::string_view::npos || line.size() > kLongestByline) { return {}; }
    const std::string_view outlet = trimmed(line.substr(bar + 3));
    const auto names = read_names(trimmed(line.substr(0, bar)));
    const bool people = names && std::all_of(names->names.begin(), names->names.end(), is_person);
    if (!people || !is_outlet_name(outlet)) { return {}; }
    return Byline{.names = names->names, .outlet = std::string{outlet}};
}

}  // namespace dateline::indexer
