// What may stand in a row of NEAR and its like: oil NEAR/5 price NEAR/5 barrel.
#pragma once

#include "common/result.hpp"
#include "searcher/query/lexer.hpp"
#include "searcher/query/query_spec.hpp"

namespace dateline::searcher {

/// Whether the operator may go on with the parts that `near` has: all are of one kind, and one that
/// keeps its parts apart (NOT NEAR) has two. Fails with QuerySyntax at the operator.
Status check_near(const QueryToken& op, const QuerySpec& near, bool is_apart);

/// Whether a part has places, so that others can be near it. Fails with QuerySyntax at the part.
Status check_near_part(const QuerySpec& part);

}  // namespace dateline::searcher
