// timeline: when a query's hits were published, and what their peaks are about.
#include "searcher/search/timeline.hpp"

#include "searcher/commands/asked.hpp"
#include "searcher/commands/tables.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

/// Rows with each run of more than kMostGap empty periods as one: "1987-04 to 1991-11".
std::vector<TimelineRow> gaps_closed(const std::vector<TimelineRow>& rows)
{
    constexpr std::ptrdiff_t kMostGap = 2;
    const auto has_articles = [](const TimelineRow& row) { return row.articles != 0; };
    std::vector<TimelineRow> closed;
    for (auto at = rows.begin(); at != rows.end();) {
        const auto next = std::find_if(at, rows.end(), has_articles);
        if (next - at > kMostGap) {
            closed.push_back({.period = at->period + " to " + (next - 1)->period});
        } else {
            closed.insert(closed.end(), at, next);
        }
        at = next;
        if (at != rows.end()) { closed.push_back(*at++); }
    }
    return closed;
}

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
    const bool is_for_people = call.settings.format->name == "text";
    for (const TimelineRow& row : is_for_people ? gaps_closed(*rows) : *rows) {
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
