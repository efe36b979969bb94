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

/// Puts `above` over `marks`, both sound: what they cover is taken out of these. Sound again.
template <class AnyMark>
void lay_over(std::vector<AnyMark>& marks, const std::vector<AnyMark>& above)
{
    std::vector<AnyMark> all;
    auto over = above.begin();
    for (AnyMark mark : marks) {
        for (; over != above.end() && over->begin < mark.end; ++over) {
            if (over->begin > mark.begin) {
                all.push_back(mark);
                all.back().end = over->begin;
            }
            all.push_back(*over);
            mark.begin = std::max(mark.begin, over->end);
            if (mark.begin >= mark.end) {
                ++over;
                break;
            }
        }
        // What the one before covers of this one.
        if (!all.empty()) { mark.begin = std::max(mark.begin, all.back().end); }
        if (mark.begin < mark.end) { all.push_back(mark); }
    }
    all.insert(all.end(), over, above.end());
    marks = std::move(all);
}

}  // namespace dateline::searcher
