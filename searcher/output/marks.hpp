// Marks made such that text can be divided by them, whoever made them.
#pragma once

#include "common/text/utf8.hpp"
#include "searcher/search/result.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace dateline::searcher {

/// Makes `marks` (Mark or made from it) ascending, not overlapping, not empty, inside `text` and on
/// its character borders. Of two that overlap the one that begins first stays whole.
template <class AnyMark>
void make_sound(std::string_view text, std::vector<AnyMark>& marks)
{
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
    std::size_t behind = 0;
    for (AnyMark& mark : marks) {
        mark.begin = std::max(character_border(text, mark.begin), behind);
        mark.end = std::max(character_border(text, mark.end), mark.begin);
        behind = mark.end;
    }
    std::erase_if(marks, [](const Mark& mark) { return mark.begin == mark.end; });
}

}  // namespace dateline::searcher
