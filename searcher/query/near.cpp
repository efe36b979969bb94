// NEAR/n: parts at most n words from each other.
#include "searcher/query/near_parts.hpp"

namespace dateline::searcher {

extern const Operator near_operator{
    .name = "near",
    .symbols = "",
    .example = "oil NEAR/5 price",
    .summary = "both within so many words of each other, in any order",
    .binding = Binding::Near,
    .preset = 10,
    .plan = plan_parts,
    .open = open_near,
    .highlight = highlight_near,
};

}  // namespace dateline::searcher
