// saved: queries with names, kept in a file beside the index: add, list, remove, run.
#include "common/cli/tell.hpp"
#include "common/cli/values.hpp"
#include "common/text/edit_distance.hpp"
#include "common/text/utf8.hpp"
#include "searcher/commands/asked.hpp"
#include "searcher/commands/batch.hpp"
#include "searcher/commands/tables.hpp"
#include "searcher/query/query_text.hpp"

#include <algorithm>
#include <array>

namespace dateline::searcher {
namespace {

using Words = std::vector<std::string>;

/// The file of an index that is there: who mistypes its name makes no file somewhere else.
Result<std::filesystem::path> file_of(const Call& call)
{
    if (call.settings.saved.empty()) {
        const auto index = cli::index_path(call.settings.index);
        if (!index) { return Failure{index.error()}; }
        if (auto there = lock_manifest(*index); !there) { return Failure{there.error()}; }
    }
    return saved_file(call.settings);
}

Failure no_such_name(const SavedQueries& queries, const std::string& name)
{
    const std::string_view nearest = queries.nearest(name);
    return fail(ErrorKind::Usage, "there is no saved query '" + name + "'",
                nearest.empty() ? "dateline-search saved list shows those there are"
                                : "did you mean '" + std::string{nearest} + "'?");
}

/// What a line of the file can hold: without line breaks and tabs.
std::string in_a_line(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

/// The file's text with the query, if it can be asked, itself and all that it names.
Result<std::string> with_query(const SavedQueries& queries, const std::filesystem::path& file,
                               const std::string& name, const std::string& query)
{
    if (const SavedQuery* known = queries.find(name)) {
        return fail(ErrorKind::Usage, "'" + known->name + "' is saved already: " + known->text,
                    "remove it first (dateline-search saved remove " + known->name +
                        "), or take another name");
    }
    const std::string text = queries.text_with(name, query);
    const auto then = SavedQueries::parse(text, file);
    if (!then) { return Failure{then.error()}; }
    const SavedSource source = [&then] { return then; };
    // Named, not as it is: one that names itself is then found out.
    if (auto own = parse_query(query, today(), source); !own) { return Failure{own.error()}; }
    if (auto all = parse_query("saved:" + name, today(), source); !all) {
        return Failure{all.error()};
    }
    return text;
}

Result<int> add(const Call& call, const Words& words)
{
    if (words.size() < 2) {
        return fail(ErrorKind::Usage, "saved add takes a name and a query",
                    "for example: dateline-search saved add oil-majors rosneft OR chevron");
    }
    const std::string& name = words.front();
    if (auto checked = check_saved_name(name); !checked) { return Failure{checked.error()}; }
    const std::string typed = joined({words.begin() + 1, words.end()});
    if (!is_utf8(typed)) {
        return fail(ErrorKind::QuerySyntax, "the query is not valid UTF-8",
                    "check the terminal's encoding");
    }
    const std::string query = in_a_line(clean_query(typed));
    const auto file = file_of(call);
    if (!file) { return Failure{file.error()}; }
    const auto changed = change_saved(*file, [&](const SavedQueries& queries) {
        return with_query(queries, *file, name, query);
    });
    if (!changed) { return Failure{changed.error()}; }
    cli::tell(kProgramName, "saved in " + file->string() + "; ask for saved:" + name, call.err);
    return 0;
}

Result<int> list(const Call& call, const Words& words)
{
    if (auto checked = check_has_tables(call); !checked) { return Failure{checked.error()}; }
    if (!words.empty()) {
        return fail(ErrorKind::Usage, "saved list takes no arguments",
                    "dateline-search saved run NAME asks one");
    }
    const auto file = file_of(call);
    if (!file) { return Failure{file.error()}; }
    const auto queries = SavedQueries::read(*file);
    if (!queries) { return Failure{queries.error()}; }
    Table table{.name = "saved",
                .columns = {{.name = "name"}, {.name = "query"}},
                .nothing = "no query is saved yet: dateline-search saved add NAME QUERY"};
    for (const SavedQuery& query : queries->all()) {
        table.rows.push_back({query.name, query.text});
    }
    return write_table(call, table);
}

Result<int> remove(const Call& call, const Words& words)
{
    if (words.size() != 1) {
        return fail(ErrorKind::Usage, "saved remove takes one name",
                    "dateline-search saved list shows those there are");
    }
    const auto file = file_of(call);
    if (!file) { return Failure{file.error()}; }
    const auto changed =
        change_saved(*file, [&](const SavedQueries& queries) -> Result<std::string> {
            const SavedQuery* const query = queries.find(words.front());
            if (query == nullptr) { return no_such_name(queries, words.front()); }
            return queries.text_without(*query);
        });
    if (!changed) { return Failure{changed.error()}; }
    return 0;
}

/// One by its name, or all: as find answers saved:name, with the name over each answer.
Result<int> run(const Call& call, const Words& words)
{
    if (words.size() > 1) {
        return fail(ErrorKind::Usage, "saved run takes one name, or none for all",
                    "dateline-search find saved:ONE OR saved:OTHER asks several at once");
    }
    const auto file = file_of(call);
    if (!file) { return Failure{file.error()}; }
    const auto queries = SavedQueries::read(*file);
    if (!queries) { return Failure{queries.error()}; }
    std::vector<LoggedQuery> wanted;
    for (const SavedQuery& query : queries->all()) {
        wanted.push_back({.line = query.line, .name = query.name, .text = "saved:" + query.name});
    }
    if (!words.empty()) {
        const SavedQuery* const one = queries->find(words.front());
        if (one == nullptr) { return no_such_name(*queries, words.front()); }
        std::erase_if(wanted, [one](const LoggedQuery& q) { return q.name != one->name; });
    }
    if (wanted.empty()) {
        return fail(ErrorKind::Usage, "no query is saved yet",
                    "dateline-search saved add NAME QUERY");
    }
    return find_each(call, wanted, file->string());
}

struct Action {
    std::string_view name;
    Result<int> (*act)(const Call& call, const Words& words);
};
constexpr auto kActions =
    std::to_array<Action>({{"add", add}, {"list", list}, {"remove", remove}, {"run", run}});

Result<int> run_saved(const Call& call)
{
    const std::string wanted = call.arguments.empty() ? "" : call.arguments.front();
    std::vector<std::string_view> names;
    for (const Action& action : kActions) {
        if (action.name == wanted) {
            return action.act(call, {call.arguments.begin() + 1, call.arguments.end()});
        }
        names.push_back(action.name);
    }
    const std::string_view nearest = nearest_name(wanted, names);
    return fail(ErrorKind::Usage,
                wanted.empty() ? "saved needs to be told what to do"
                               : "saved does not know '" + wanted + "'",
                (nearest.empty() ? "" : "did you mean " + std::string{nearest} + "? ") +
                    "one of: add NAME QUERY, list, remove NAME, run [NAME]");
}

}  // namespace

extern const Command saved_command{
    .name = "saved",
    .arguments = "add NAME QUERY | list | remove NAME | run [NAME]",
    .summary = "Keeps queries under names, for saved:NAME in other queries and for digest",
    .example = "dateline-search saved --index news.idx add oil-majors rosneft OR chevron",
    .run = run_saved,
};

}  // namespace dateline::searcher
