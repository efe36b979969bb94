// Bylines: "By Ann Lee and Bo Roe", "Por Inés Gil, Lima", "Ann Lee | Evening Wire".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// Who wrote an article, and for whom.
struct Byline {
    std::vector<std::string> names{};  ///< people, or an agency ("AFP") if there are none
    std::string outlet{};              ///< may be empty
};

/// Reads a line with a label: "By …", "Автор: …", "作者：…". Labels that are also everyday words or
/// parts of names ("Von", "Di") count only behind a headline.
std::optional<Byline> read_byline(std::string_view line, bool behind_headline);

/// Reads a line without a label: "Ann Lee | Evening Wire".
std::optional<Byline> read_bare_byline(std::string_view line);

/// Reads what authors say of themselves below an article: "I’m Ann Lee, a writer for Evening
/// Wire.".
std::optional<Byline> read_author_note(std::string_view line);

/// Reads what is said of an author beside an article: "Ann Lee is a reporter for Evening Wire."
std::optional<Byline> read_author_bio(std::string_view line);

/// Reads a line that is nothing but people, maybe with their place: "Ann Lee in Lima".
std::optional<Byline> read_signature(std::string_view line);

/// Whether `line` begins with a label of a byline and something behind it.
bool has_byline_label(std::string_view line);

/// Whether a desk signs instead of people: "Redacción", "Staff writers", "Redacción BBC Mundo".
bool is_desk(std::string_view line);

/// Whether `name` looks like a person's: two to four words with capitals, no outlet.
bool is_person(std::string_view name);

/// Whether `name` is a known outlet, or is made of words as outlets' names are.
bool is_outlet_like(std::string_view name);

/// Whether `name` begins as names of cities do: "San …", "La …".
bool is_place_like(std::string_view name);

/// Whether `text` is a name of whatever sort: a few words with capitals, no figures.
bool is_bare_name(std::string_view text);

/// The paper that a line names: 'Газета "Причал" №41' → "Причал"; empty if it names none.
std::string_view named_paper(std::string_view text);

/// Whether a paragraph below an article speaks of its author: "… is a freelance correspondent …".
bool speaks_of_author(std::string_view line);

/// Whether `text` looks like the name of an outlet: capitals, few words.
bool is_outlet_name(std::string_view text);

}  // namespace dateline::indexer
