#include "searcher/bench/ask.hpp"

#include "searcher/query/parser.hpp"

namespace dateline::searcher {

Result<std::uint64_t> ask(const BenchPlan& plan, Engine& engine, const LoggedQuery& query,
                          bool facets)
{
    const auto parsed = parse_query(query.text);
    if (!parsed) { return Failure{parsed.error()}; }
    const auto result = engine.search({.text = query.text,
                                       .query = parsed->spec,
                                       .notes = parsed->notes,
                                       .facets = facets ? plan.facets : std::vector<FacetRequest>{},
                                       .facet_limit = plan.facet_limit,
                                       .time_limit = plan.time_limit});
    if (!result) { return Failure{result.error()}; }
    return result->total;
}

bool is_of_query(const Error& error)
{
    return error.kind == ErrorKind::QuerySyntax || error.kind == ErrorKind::Timeout;
}

}  // namespace dateline::searcher
