// significant: what sets the hits of a query apart from the rest of the index.
#include "common/cli/values.hpp"
#include "searcher/commands/asked.hpp"
#include "searcher/commands/tables.hpp"
#include "searcher/search/engine.hpp"
#include "searcher/search/significance.hpp"

namespace dateline::searcher {
namespace {

Result<int> run_significant(const Call& call)
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
    const auto all = significant(engine.snapshot(), found->hits, found->total, call.settings.limit);
    if (!all) { return Failure{all.error()}; }
    Table table{.name = "significant",
                .query = request->text,
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
