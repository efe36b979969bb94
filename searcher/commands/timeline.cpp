// timeline: when a query's hits were published, and what their peaks are about.
#include "searcher/search/timeline.hpp"

#include "common/cli/values.hpp"
#include "searcher/commands/asked.hpp"
#include "searcher/commands/tables.hpp"
#include "searcher/query/plan.hpp"
#include "searcher/search/engine.hpp"

namespace dateline::searcher {
namespace {

Result<int> run_timeline(const Call& call)
{
    if (auto checked = check_has_tables(call); !checked) { return Failure{checked.error()}; }
    const auto request = request_of(call.settings, joined(call.arguments));
    if (!request) { return Failure{request.error()}; }
    const auto index = cli::index_path(call.settings.index);
    if (!index) { return Failure{index.error()}; }
    auto opened = Engine::open(*index);
    if (!opened) { return Failure{opened.error()}; }
    Engine engine = *std::move(opened);
    const auto found = engine.find_all(*request);
    if (!found) { return Failure{found.error()}; }
    tell_notes(call, found->notes);
    Deadline deadline{Deadline::Clock::now() + call.settings.timeout};
    const auto rows = timeline(engine.snapshot(), found->hits, call.settings.unit, deadline);
    if (!rows) { return took_too_long(call.settings.timeout); }
    Table table{.name = "periods",
                .query = request->text,
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
