#include "searcher/query/near_row.hpp"

#include "searcher/query/near_parts.hpp"

namespace dateline::searcher {

Status check_near(const QueryToken& op, const QuerySpec& near, bool is_apart)
{
    const Operator& known = operator_of({.op = op.text});
    if (known.preset != 0 && (op.number < 1 || op.number > kMaxDistance)) {
        return query_error(op.offset,
                           "the distance has to be 1 to " + std::to_string(kMaxDistance) + " words",
                           "use SENT or PARA for the same sentence or paragraph, or AND");
    }
    if (near.parts.size() == 1) { return Done{}; }
    if (is_apart || near.op != known.name || near.number != op.number) {
        return query_error(op.offset, "different kinds of NEAR cannot be joined in one row",
                           "join them with AND: (a NEAR/5 b) AND (b ADJ/3 c)");
    }
    if (near.parts.size() < kMostNearParts) { return Done{}; }
    return query_error(op.offset,
                       "more than " + std::to_string(kMostNearParts) + " parts near each other",
                       "search for fewer of them");
}

Status check_near_part(const QuerySpec& part)
{
    if (has_places(part)) { return Done{}; }
    const bool is_heavy = part.op == "boost" && has_places(part.parts.front());
    return query_error(part.offset,
                       "NEAR and its like join words, phrases, people, and ORs of them: this "
                       "is none of these",
                       is_heavy ? "put all of it in brackets and the weight behind them"
                                : "join it with AND instead");
}

}  // namespace dateline::searcher
