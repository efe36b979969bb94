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

/// Whether a paragraph below an article speaks of its author: "… is a freelance correspondent …".
bool speaks_of_author(std::string_view line);

/// Whether `text` looks like the name of an outlet: capitals, few words.
bool is_outlet_name(std::string_view text);

}  // namespace dateline::indexer
