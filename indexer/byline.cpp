#include "indexer/byline.hpp"

#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"
#include "indexer/byline_names.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"

#include <algorithm>
#include <array>

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
