#include "benchmarks/quality/table.hpp"

#include "common/text/display_width.hpp"
#include "common/text/number.hpp"

#include <algorithm>

namespace dateline::quality {
namespace {

constexpr std::size_t kMostFrequent = 10;
constexpr std::size_t kLongestCell = 60;  // columns

}  // namespace

void Table::print(std::ostream& out) const
{
    std::vector<std::size_t> widths;
    for (const auto& row : rows_) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string cell = displayable(row[i], kLongestCell);
            widths[i] = std::max(widths[i], display_width(cell));
        }
    }
    for (const auto& row : rows_) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string cell = displayable(row[i], kLongestCell);
            const std::string padding = dateline::padding(cell, widths[i]);
            line += i == 0 ? "  " + cell + padding : "  " + padding + cell;
        }
        line.resize(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    }
}

void print_most_frequent(const std::string& heading, const Tally& tally, std::ostream& out)
{
    std::vector<Tally::const_pointer> entries;
    for (const auto& entry : tally) {
        if (entry.second > 0) { entries.push_back(&entry); }
    }
    if (entries.empty()) { return; }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto* a, const auto* b) { return a->second > b->second; });
    entries.resize(std::min(entries.size(), kMostFrequent));
    out << "  " << heading << ":";
    const char* divider = " ";
    for (const auto* entry : entries) {
        out << divider << displayable(entry->first, kLongestCell) << ' '
            << with_commas(entry->second);
        divider = " · ";
    }
    out << '\n';
}

}  // namespace dateline::quality
