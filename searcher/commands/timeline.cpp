// timeline: when a query's hits were published, and what their peaks are about.
#include "searcher/search/timeline.hpp"

#include "searcher/commands/asked.hpp"
#include "searcher/commands/tables.hpp"

namespace dateline::searcher {
namespace {

Result<int> run_timeline(const Call& call)
{
    auto hits = find_hits(call);
    if (!hits) { return Failure{hits.error()}; }
    Asked asked = *std::move(hits);
    const auto rows =
        timeline(asked.engine.snapshot(), asked.found.hits, call.settings.unit, asked.deadline);
    if (!rows) { return took_too_long(call.settings.timeout); }
    Table table{.name = "periods",
                .query = asked.request.text,
                .columns = {{.name = "period"},
                            {.name = "count", .has_bar = true},
                            {.name = "people"},
                            {.name = "countries"}},
                .nothing = "no articles match"};
    for (const TimelineRow& row : *rows) {
        table.rows.push_back({row.period, row.articles, row.people, row.countries});
    }
    return write_table(call, table);
}

}  // namespace

extern const Command timeline_command{
    .name = "timeline",
    .arguments = "QUERY",
    .summary = "Shows when the hits were published, and the people and countries of each peak",
    .example = "dateline-search timeline --index news.idx --by year maduro",
    .run = run_timeline,
};

}  // namespace dateline::searcher
