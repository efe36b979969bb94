// similar: articles like one, and its copies.
#include "searcher/search/similar.hpp"

#include "searcher/commands/asked.hpp"
#include "searcher/commands/tables.hpp"

namespace dateline::searcher {
namespace {

std::string text_of(const std::optional<Date>& date) { return date ? to_string(*date) : ""; }

Result<int> run_similar(const Call& call)
{
    if (auto checked = check_has_tables(call); !checked) { return Failure{checked.error()}; }
    if (call.arguments.size() != 1) {
        return fail(ErrorKind::Usage, "similar takes one article's id",
                    "ids are what find shows, for example: dateline-search similar reuters/1");
    }
    auto opened = open_engine(call);
    if (!opened) { return Failure{opened.error()}; }
    Engine engine = *std::move(opened);
    const std::string& id = call.arguments.front();
    const auto found = similar(engine, id, call.settings.limit, call.settings.timeout);
    if (!found) { return Failure{found.error()}; }
    Table table{.name = "similar",
                .query = id,
                .columns = {{.name = "id"},
                            {.name = "date"},
                            {.name = "source", .in_text = false},
                            {.name = "score", .in_text = false},
                            {.name = "shared_percent", .in_text = false},
                            {.name = "copy"},
                            {.name = "title"}},
                .nothing = "no article is like it"};
    for (const SimilarHit& one : *found) {
        table.rows.push_back({one.hit.id, text_of(one.hit.date), one.hit.source, one.hit.score,
                              std::uint64_t{one.shared},
                              std::string{one.shared >= kCopy ? "copy" : ""}, one.hit.title});
    }
    return write_table(call, table);
}

}  // namespace

extern const Command similar_command{
    .name = "similar",
    .arguments = "ID",
    .summary = "Lists the articles that are most like one, and says which are copies of it",
    .example = "dateline-search similar --index news.idx reuters/1",
    .run = run_similar,
};

}  // namespace dateline::searcher
