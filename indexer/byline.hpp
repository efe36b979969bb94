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

/// Reads a line that is nothing but people, maybe with their place: "Ann Lee in Lima".
std::optional<Byline> read_signature(std::string_view line);

/// Reads a line that says of each name what it has done: "Ann Lee (text) and Bo Roe (photos)". Who
/// took the pictures is no author.
std::optional<Byline> read_shared_byline(std::string_view line);

/// Whether `line` is a label of a byline and nothing else: "By", "Por:".
bool is_byline_label(std::string_view line);

/// Whether `line` begins with a label of a byline and something behind it.
bool has_byline_label(std::string_view line);

}  // namespace dateline::indexer
