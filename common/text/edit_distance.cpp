#include "common/text/edit_distance.hpp"

#include "common/text/utf8.hpp"

#include <algorithm>

namespace dateline {

std::u32string code_points(std::string_view text)
{
    std::u32string points;
    while (!text.empty()) { points += take_code_point(text); }
    return points;
}

EditDistance::EditDistance(std::u32string word, std::size_t most)
    : word_(std::move(word)), most_(most)
{
    rows_.emplace_back();
    for (std::size_t i = 0; i <= word_.size(); ++i) { rows_.front().push_back(i); }
}

std::size_t EditDistance::to(const std::u32string& other)
{
    std::size_t same = 0;
    while (same < other.size() && same < last_.size() && other[same] == last_[same]) { ++same; }
    rows_.resize(std::min(rows_.size(), same + 1));
    last_ = other;
    while (rows_.size() <= other.size()) {
        const auto& above = rows_.back();
        if (*std::min_element(above.begin(), above.end()) > most_) { return most_ + 1; }
        add_row(other[rows_.size() - 1]);
    }
    return rows_.back().back();
}

void EditDistance::add_row(char32_t letter)
{
    const std::vector<std::size_t>& above = rows_.back();
    std::vector<std::size_t> row{above.front() + 1};
    for (std::size_t i = 0; i < word_.size(); ++i) {
        const std::size_t changed = above[i] + (word_[i] == letter ? 0 : 1);
        row.push_back(std::min({changed, above[i + 1] + 1, row[i] + 1}));
    }
    rows_.push_back(std::move(row));
}

std::string_view nearest_name(std::string_view word, const std::vector<std::string_view>& names)
{
    constexpr std::size_t kMost = 2;
    std::string_view nearest;
    std::size_t least = kMost + 1;
    EditDistance distance{code_points(word), kMost};
    for (const std::string_view name : names) {
        const std::size_t edits = distance.to(code_points(name));
        if (edits < least && edits + 1 < name.size()) {
            least = edits;
            nearest = name;
        }
    }
    return nearest;
}

}  // namespace dateline
