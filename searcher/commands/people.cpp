// people and countries: who and where a query is about, as tables.
#include "searcher/commands/asked.hpp"
#include "searcher/commands/tables.hpp"
#include "searcher/search/name_stats.hpp"

namespace dateline::searcher {
namespace {

std::string text_of(const std::optional<Date>& date) { return date ? to_string(*date) : ""; }

Table table_of(const std::vector<NameStat>& stats, FieldId field)
{
    const bool is_country = field == FieldId::Country;
    Table table{.name = is_country ? "countries" : "people",
                .columns = {{.name = is_country ? "country" : "person"},
                            {.name = "count"},
                            {.name = "first"},
                            {.name = "last"},
                            {.name = "with"}},
                .nothing = is_country ? "no countries" : "no people"};
    if (is_country) { table.columns.insert(table.columns.begin(), {.name = "code"}); }
    for (const NameStat& stat : stats) {
        std::vector<Cell> row;
        row.emplace_back(stat.value);
        if (is_country) { row.emplace_back(stat.name); }
        row.insert(row.end(), {stat.articles, text_of(stat.first), text_of(stat.last), stat.with});
        table.rows.push_back(std::move(row));
    }
    return table;
}

Result<int> run_names(const Call& call, FieldId field)
{
    auto hits = find_hits(call);
    if (!hits) { return Failure{hits.error()}; }
    Asked asked = *std::move(hits);
    const auto stats = name_stats(asked.engine.snapshot(), asked.found.hits, field,
                                  call.settings.limit, asked.deadline);
    if (!stats) { return took_too_long(call.settings.timeout); }
    Table table = table_of(*stats, field);
    table.query = asked.request.text;
    return write_table(call, table);
}

Result<int> run_people(const Call& call) { return run_names(call, FieldId::Person); }

Result<int> run_countries(const Call& call) { return run_names(call, FieldId::Country); }

}  // namespace

extern const Command people_command{
    .name = "people",
    .arguments = "QUERY",
    .summary = "Lists the people that the hits mention: how often, first and last, with whom",
    .example = "dateline-search people --index news.idx country:VE date:2022",
    .run = run_people,
};

extern const Command countries_command{
    .name = "countries",
    .arguments = "QUERY",
    .summary = "Lists the countries that the hits mention: how often, first and last, with which",
    .example = "dateline-search countries --index news.idx person:maduro",
    .run = run_countries,
};

}  // namespace dateline::searcher
