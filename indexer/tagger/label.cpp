#include "indexer/tagger/label.hpp"

namespace dateline::indexer {

void append_names(std::span<const Label> labels, std::uint32_t offset, std::vector<NameRange>& out)
{
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const Label label = labels[i];
        if (label == kOutside) { continue; }
        const NameType type = type_of(label);
        const bool goes_on = label == kOtherInside ||
                             (type != NameType::Other && (place_of(label) == PlaceInName::Inside ||
                                                          place_of(label) == PlaceInName::Last));
        const auto at = offset + static_cast<std::uint32_t>(i);
        if (goes_on && !out.empty() && out.back().last == at && out.back().type == type) {
            out.back().last = at + 1;
        } else {
            out.push_back({.first = at, .last = at + 1, .type = type});
        }
    }
}

}  // namespace dateline::indexer
