// What a spreadsheet would make of printed tables.
#pragma once

#include <string>
#include <string_view>

namespace dateline::tests {

/// The first cell of a format's table ("csv" or "tsv") that a spreadsheet would take for a formula;
/// "" if there is none, and of other formats.
std::string formula_in(std::string_view format, std::string_view printed);

}  // namespace dateline::tests
