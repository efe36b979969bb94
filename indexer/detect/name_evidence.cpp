#include "indexer/detect/name_evidence.hpp"

#include "indexer/detect/name_neighbours.hpp"

#include <algorithm>

namespace dateline::indexer {

void NameEvidence::take(const NameText& text, const NameSegment& segment, Verdict verdict,
                        const NameSpan& span)
{
    const std::string_view front = text.surface(segment.words.front().index);
    const std::string_view family = text.surface(segment.words.back().index);
    switch (verdict) {
        case Verdict::Nobody:
            break;
        case Verdict::Company:
            if (segment.words.size() > 1) {
                companies_[front].insert(text.surface(segment.words[1].index));
            }
            break;
        case Verdict::Single: {
            if (segment.words.front().meaning != 0) { break; }
            Use& use = singles_[family];
            ++use.alone;
            use.speaks += speaks(text, span.last) ? 1U : 0U;
            break;
        }
        case Verdict::Candidate:
            candidates_.push_back({span, front, family});
            break;
        case Verdict::Person:
            if (span.last - span.first == 1) { singles_[family].titled = true; }
            if (segment.announced != Announced::No) { described_.insert(front); }
            people_.push_back({span, front, family});
            break;
    }
}

bool NameEvidence::is_company(const Name& name) const
{
    const auto found = companies_.find(name.front);
    return found != companies_.end() && found->second.contains(name.family) &&
           !described_.contains(name.front);
}

/// Whether the last word stands alone as people's surnames do, and the first one does not.
bool NameEvidence::is_supported(const Name& name) const
{
    const auto family = singles_.find(name.family);
    if (family == singles_.end() || singles_.contains(name.front)) { return false; }
    return family->second.titled || family->second.speaks > 0;
}

std::vector<NameSpan> NameEvidence::people() const
{
    std::vector<NameSpan> spans;
    for (const Name& name : people_) {
        if (name.span.rule == "title-before-name" || !is_company(name)) {
            spans.push_back(name.span);
        }
    }
    for (const Name& name : candidates_) {
        if (!is_supported(name)) { continue; }
        spans.push_back(name.span);
        spans.back().rule = "full-name";
    }
    std::sort(spans.begin(), spans.end(), [](const NameSpan& a, const NameSpan& b) {
        if (a.where != b.where) { return a.where == FieldId::Title; }
        return a.first < b.first;
    });
    return spans;
}

}  // namespace dateline::indexer
