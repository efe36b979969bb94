// ADJ/n: parts in their order, each at most n words behind the one before.
#include "searcher/query/near_parts.hpp"

namespace dateline::searcher {

extern const Operator adjacent_operator{
    .name = "adj",
    .symbols = "",
    .example = "putin ADJ/5 maduro",
    .summary = "the same, in this order",
    .binding = Binding::Near,
    .preset = 1,
    .plan = plan_parts,
    .open = open_near,
    .highlight = highlight_near,
};

}  // namespace dateline::searcher
