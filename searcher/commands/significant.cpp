// significant: what sets the hits of a query apart from the rest of the index.
#include "searcher/commands/asked.hpp"
#include "searcher/commands/tables.hpp"
#include "searcher/search/significance.hpp"

namespace dateline::searcher {
namespace {

Result<int> run_significant(const Call& call)
{
    auto hits = find_hits(call);
    if (!hits) { return Failure{hits.error()}; }
    Asked asked = *std::move(hits);
    const auto all = significant(asked.engine.snapshot(), asked.found.hits, asked.found.total,
                                 call.settings.limit);
    if (!all) { return Failure{all.error()}; }
    Table table{.name = "significant",
                .query = asked.request.text,
                .columns = {{.name = "kind"},
                            {.name = "text"},
                            {.name = "hits"},
                            {.name = "articles"},
                            {.name = "g2"}},
                .nothing = "nothing sets these articles apart"};
    for (const Significant& one : *all) {
        table.rows.push_back({std::string{one.kind}, one.text, one.hits, one.articles, one.g2});
    }
    return write_table(call, table);
}

}  // namespace

extern const Command significant_command{
    .name = "significant",
    .arguments = "QUERY",
    .summary = "Lists the people, countries and words that set the hits apart from the rest",
    .example = "dateline-search significant --index news.idx country:VE date:2022",
    .run = run_significant,
};

}  // namespace dateline::searcher
