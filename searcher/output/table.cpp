#include "searcher/output/table.hpp"

#include "common/text/json_line.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace dateline::searcher {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Cell& cell)
{
    if (const auto* text = std::get_if<std::string>(&cell)) { return or_null(*text); }
    if (const auto* number = std::get_if<std::uint64_t>(&cell)) { return Json(*number); }
    if (const auto* number = std::get_if<double>(&cell)) { return Json(*number); }
    if (const auto* texts = std::get_if<std::vector<std::string>>(&cell)) { return Json(*texts); }
    return Json(nullptr);
}

}  // namespace

std::string text_of(const Cell& cell)
{
    if (const auto* text = std::get_if<std::string>(&cell)) { return *text; }
    if (const auto* number = std::get_if<std::uint64_t>(&cell)) { return std::to_string(*number); }
    if (const auto* number = std::get_if<double>(&cell)) {
        std::array<char, 400> digits{};
        std::snprintf(digits.data(), digits.size(), "%.1f", *number);
        return digits.data();
    }
    std::string joined;
    if (const auto* texts = std::get_if<std::vector<std::string>>(&cell)) {
        for (const std::string& text : *texts) { joined += (joined.empty() ? "" : "; ") + text; }
    }
    return joined;
}

Json rows_json(const Table& table)
{
    Json rows = Json::array();
    for (const auto& cells : table.rows) {
        Json row = Json::object();
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            row[std::string{table.columns[i].name}] = json_of(cells[i]);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace dateline::searcher
