// Text that somebody else wrote, made harmless for what other programs do with it: spreadsheets,
// Markdown, BibTeX. All of it is printable() as well.
#pragma once

#include <string>
#include <string_view>

namespace dateline::searcher {

/// A cell without line breaks or tabs that no spreadsheet takes for a formula: one whose first
/// character behind blanks begins formulas (= + - @, wide ones too) or was a tab or a line break
/// gets an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection).
std::string sheet_cell(std::string_view untrusted);

/// The same between quotes if RFC 4180 wants them.
std::string csv_cell(std::string_view untrusted);

/// Text of a paragraph in which nothing is markup, HTML or a link (CommonMark, GFM).
std::string markdown_text(std::string_view untrusted);

/// Text of a BibTeX value in braces: no command, balanced.
std::string bibtex_text(std::string_view untrusted);

/// An http(s) address of printing ASCII without quotes, brackets and braces, the others as %XX; ""
/// if it is none.
std::string web_link(std::string_view untrusted);

}  // namespace dateline::searcher
