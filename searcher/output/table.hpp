// Tables: what the verbs that count print, the same in each format.
#pragma once

#include "searcher/output/renderer.hpp"

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dateline::searcher {

/// Nothing, a text, a number, or several texts. All untrusted.
using Cell =
    std::variant<std::monostate, std::string, std::uint64_t, double, std::vector<std::string>>;

struct TableColumn {
    std::string_view name;  ///< as JSON and heads of tables have it
    bool in_text = true;    ///< a code beside its name is for programs only
    bool has_bar = false;   ///< a number that text also draws
};

struct Table {
    std::string_view name{};  ///< under which JSON has the rows
    std::string query{};      ///< what was asked
    std::vector<TableColumn> columns{};
    std::vector<std::vector<Cell>> rows{};  ///< as long as columns
    std::string nothing{};                  ///< what text says if there is no row
};

/// The texts of a cell with "; " between them, numbers in digits, "" for nothing.
std::string text_of(const Cell& cell);

/// Writes a table for people, as wide as the style says. A last column of several texts gets a line
/// of its own below each row where there is no room beside it.
void write_text_table(const Table& table, const Style& style, std::ostream& out);

/// The rows as objects.
nlohmann::ordered_json rows_json(const Table& table);

}  // namespace dateline::searcher
