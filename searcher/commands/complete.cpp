// complete: what a beginning may become, for completions in shells and other programs.
#include "common/cli/values.hpp"
#include "common/text/utf8.hpp"
#include "searcher/commands/asked.hpp"
#include "searcher/commands/tables.hpp"
#include "searcher/search/completion.hpp"

namespace dateline::searcher {
namespace {

constexpr std::size_t kMaxPrefixBytes = 256;
constexpr std::string_view kSavedPrefix = "saved:";

Table table_for(const std::string& prefix)
{
    return {.name = "completions",
            .query = prefix,
            .columns = {{.name = "kind"}, {.name = "text"}, {.name = "code"}, {.name = "count"}},
            .nothing = "nothing begins so"};
}

/// Names of saved queries; how many articles they find would have to be searched.
Result<int> complete_saved(const Call& call, const std::string& prefix)
{
    const auto saved = saved_source(call.settings)();
    if (!saved) { return Failure{saved.error()}; }
    const std::string begin = fold(prefix.substr(kSavedPrefix.size()));
    Table table = table_for(prefix);
    for (const SavedQuery& query : saved->all()) {
        if (!query.key.starts_with(begin) || table.rows.size() == call.settings.limit) { continue; }
        table.rows.push_back({std::string{"saved"}, std::string{kSavedPrefix} + query.name,
                              std::monostate{}, std::monostate{}});
    }
    return write_table(call, table);
}

Result<int> run_complete(const Call& call)
{
    if (auto checked = check_has_tables(call); !checked) { return Failure{checked.error()}; }
    if (call.arguments.size() != 1 || call.arguments.front().empty()) {
        return fail(ErrorKind::Usage, "complete takes the beginning of a word",
                    "for example: dateline-search complete mad");
    }
    const std::string& prefix = call.arguments.front();
    if (!is_utf8(prefix) || prefix.size() > kMaxPrefixBytes) {
        return fail(ErrorKind::Usage, "the beginning is not valid UTF-8, or too long",
                    "at most " + std::to_string(kMaxPrefixBytes) + " bytes");
    }
    if (prefix.starts_with(kSavedPrefix)) { return complete_saved(call, prefix); }
    const auto index = cli::index_path(call.settings.index);
    if (!index) { return Failure{index.error()}; }
    const auto snapshot = open_with_people(*index, call.settings.people);
    if (!snapshot) { return Failure{snapshot.error()}; }
    Table table = table_for(prefix);
    for (const Completion& c : completions(*snapshot, prefix, call.settings.limit)) {
        table.rows.push_back({std::string{c.kind}, c.text, c.code, c.articles});
    }
    return write_table(call, table);
}

}  // namespace

extern const Command complete_command{
    .name = "complete",
    .arguments = "PREFIX",
    .summary = "Lists people, countries and words that begin so, with how many articles have them",
    .example = "dateline-search complete --index news.idx mad",
    .run = run_complete,
};

}  // namespace dateline::searcher
