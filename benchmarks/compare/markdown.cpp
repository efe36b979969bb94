#include "benchmarks/compare/markdown.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace dateline::compare {
namespace {

std::string row_text(const std::vector<std::string>& row, std::size_t columns)
{
    std::string text = "|";
    for (std::size_t i = 0; i < columns; ++i) {
        text += ' ';
        for (const char c : i < row.size() ? row[i] : std::string{}) {
            if (c == '|') { text += '\\'; }
            text += c == '\n' ? ' ' : c;
        }
        text += " |";
    }
    return text + '\n';
}

}  // namespace

std::string MarkdownTable::text() const
{
    std::string text = row_text(head_, head_.size()) + "|---|";
    for (std::size_t i = 1; i < head_.size(); ++i) { text += "---:|"; }
    text += '\n';
    for (const auto& row : rows_) { text += row_text(row, head_.size()); }
    return text + '\n';
}

std::string fixed(double number, int digits)
{
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, number);
    return text.data();
}

std::string milliseconds(double ms)
{
    if (ms <= 0) { return "–"; }
    const int digits = 2 - static_cast<int>(std::floor(std::log10(ms)));
    return fixed(ms, std::clamp(digits, 0, 5));
}

}  // namespace dateline::compare
