// count: how many articles match a query, or each query of a file.
#include "searcher/commands/asked.hpp"
#include "searcher/commands/batch.hpp"
#include "searcher/commands/tables.hpp"

namespace dateline::searcher {
namespace {

Result<std::uint64_t> count(const Call& call, Engine& engine, const std::string& query)
{
    auto request = request_of(call.settings, query);
    if (!request) { return Failure{request.error()}; }
    const auto found = engine.find_all(*request);
    if (!found) { return Failure{found.error()}; }
    tell_notes(call, found->notes);
    return found->total;
}

Result<int> run_count(const Call& call)
{
    const Settings& settings = call.settings;
    if (auto checked = check_has_tables(call); !checked) { return Failure{checked.error()}; }
    auto opened = open_engine(call);
    if (!opened) { return Failure{opened.error()}; }
    Engine engine = *std::move(opened);
    Table table{.name = "counts",
                .columns = {{.name = "name"}, {.name = "count"}, {.name = "query"}}};
    if (!settings.batch.empty()) {
        const auto code = answer_batch(call, [&](const LoggedQuery& query) {
            auto total = count(call, engine, query.text);
            if (total) { table.rows.push_back({query.name, *total, query.text}); }
            return total;
        });
        if (!code) { return Failure{code.error()}; }
        write_table(call, table);
        return *code;
    }
    const std::string query = settings.any.value_or(joined(call.arguments));
    const auto total = count(call, engine, joined(call.arguments));
    if (!total) { return Failure{total.error()}; }
    table.query = query;
    table.rows.push_back({std::monostate{}, *total, query});
    if (settings.format->name == "text") {
        call.out << *total << '\n';  // in digits alone, for scripts
    } else {
        write_table(call, table);
    }
    return *total > 0 ? 0 : exit_code::kNoHits;
}

}  // namespace

extern const Command count_command{
    .name = "count",
    .arguments = "QUERY",
    .summary = "Says how many articles match, or how many match each query of a file",
    .example = "dateline-search count --index news.idx maduro country:RU",
    .run = run_count,
};

}  // namespace dateline::searcher
