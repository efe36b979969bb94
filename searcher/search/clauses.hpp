// What each part of a query finds by itself: for --explain, and for whoever found nothing.
#pragma once

#include "searcher/query/plan.hpp"
#include "searcher/search/request.hpp"
#include "searcher/search/result.hpp"

namespace dateline::searcher {

/// Of a request to be explained every part of its plan; else the parts that all have to match, each
/// with words of the index spelled nearly like its own if it finds none. Fails with Timeout only if
/// it was to be explained: without time nothing more is told.
Result<std::vector<Clause>> report_clauses(Planner& planner, const SearchRequest& request,
                                           const PlanNode& plan);

}  // namespace dateline::searcher
