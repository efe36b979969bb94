#include "tests/support/sheet_cells.hpp"

#include <algorithm>

namespace dateline::tests {
namespace {

/// Takes a cell and what ends it off the front; quotes as RFC 4180 has them.
std::string take_cell(std::string_view& text, char divider)
{
    std::string cell;
    bool is_quoted = false;
    while (!text.empty()) {
        const char c = text.front();
        text.remove_prefix(1);
        if (divider == ',' && c == '"') {
            const bool is_letter = is_quoted && text.starts_with('"');
            if (is_letter) {
                cell += c;
                text.remove_prefix(1);
            } else {
                is_quoted = !is_quoted;
            }
        } else if (!is_quoted && (c == divider || c == '\n')) {
            break;
        } else {
            cell += c;
        }
    }
    return cell;
}

bool is_formula(std::string_view cell)
{
    cell.remove_prefix(std::min(cell.find_first_not_of(" \t\r\n"), cell.size()));
    for (const std::string_view sign :
         {"=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"}) {
        if (cell.starts_with(sign)) { return true; }
    }
    return false;
}

}  // namespace

std::string formula_in(std::string_view format, std::string_view printed)
{
    if (format != "csv" && format != "tsv") { return {}; }
    while (!printed.empty()) {
        std::string cell = take_cell(printed, format == "csv" ? ',' : '\t');
        if (is_formula(cell)) { return cell; }
    }
    return {};
}

}  // namespace dateline::tests
