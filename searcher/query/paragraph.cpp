// PARA: parts in one paragraph.
#include "searcher/query/near_parts.hpp"

namespace dateline::searcher {

extern const Operator paragraph_operator{
    .name = "para",
    .symbols = "",
    .example = "putin PARA maduro",
    .summary = "both in one paragraph",
    .binding = Binding::Near,
    .preset = 0,
    .plan = plan_parts,
    .open = open_near,
    .highlight = highlight_near,
};

}  // namespace dateline::searcher
