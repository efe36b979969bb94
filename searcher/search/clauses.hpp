// What each part of a query finds by itself: for --explain, and for whoever found nothing.
#pragma once

#include "searcher/query/plan.hpp"
#include "searcher/search/crew.hpp"
#include "searcher/search/request.hpp"
#include "searcher/search/result.hpp"

namespace dateline::searcher {

struct ClauseReport {
    std::vector<Clause> clauses{};
    std::string why{};  ///< why nothing was found, if that is not said of a clause
};

/// Of a request to be explained, every part of its plan. Else, of one that finds nothing, its parts
/// down to those that are there; what is said beyond counts is true of the articles, not a guess.
/// Fails with Timeout only if it was to be explained: without time less is told.
Result<ClauseReport> report_clauses(Planner& planner, const SearchRequest& request,
                                    const PlanNode& plan, Crew& crew);

}  // namespace dateline::searcher
