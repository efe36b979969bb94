// SENT: parts in one sentence.
#include "searcher/query/near_parts.hpp"

namespace dateline::searcher {

extern const Operator sentence_operator{
    .name = "sent",
    .symbols = "",
    .example = "putin SENT maduro",
    .summary = "both in one sentence",
    .binding = Binding::Near,
    .preset = 0,
    .plan = plan_parts,
    .open = open_near,
    .highlight = highlight_near,
};

}  // namespace dateline::searcher
