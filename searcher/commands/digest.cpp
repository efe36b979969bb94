// digest: what the latest dumps brought for each saved query; made to be run by cron.
#include "searcher/output/digest.hpp"

#include "searcher/commands/asked.hpp"
#include "searcher/commands/batch.hpp"
#include "searcher/commands/tables.hpp"

#include <unistd.h>

namespace dateline::searcher {
namespace {

Status check_call(const Call& call)
{
    if (call.settings.format->write_digest == nullptr) {
        return fail(ErrorKind::Usage,
                    "there are no digests in --format " + std::string{call.settings.format->name},
                    formats_that([](const Renderer& r) { return r.write_digest != nullptr; }));
    }
    if (!call.arguments.empty()) {
        return fail(ErrorKind::Usage, "digest takes no query: it asks all saved ones",
                    "dateline-search saved add NAME QUERY saves one");
    }
    if (call.settings.since) { return Done{}; }
    return fail(ErrorKind::Usage, "digest has to know since when",
                "write --since and a generation, as digest and dateline-index info show it, or a "
                "day: --since 2026-11-27");
}

/// The generation after which everything is new.
Result<std::uint64_t> generation_of(const Since& since, const Manifest& manifest)
{
    if (const auto* day = std::get_if<std::chrono::sys_days>(&since)) {
        return last_generation_before(manifest, *day);
    }
    const std::uint64_t generation = std::get<std::uint64_t>(since);
    if (generation <= manifest.generation) { return generation; }
    return fail(ErrorKind::Usage,
                "--since: the index has come to generation " + std::to_string(manifest.generation) +
                    " only",
                "it is not the index that the number was taken from; give a day");
}

/// Adds what is new for a query; returns how much that is.
Result<std::uint64_t> add_entry(const Call& call, Engine& engine, const LoggedQuery& query,
                                Digest& digest)
{
    auto request = request_of(call.settings, query.text);
    if (!request) { return Failure{request.error()}; }
    SearchRequest wanted = *std::move(request);
    wanted.facets.clear();
    wanted.added_after = digest.since;
    auto searched = engine.search(wanted);
    if (!searched) { return Failure{searched.error()}; }
    SearchResult result = *std::move(searched);
    digest.queries.push_back({.name = query.name,
                              .query = query.text,
                              .total = result.total,
                              .hits = std::move(result.hits)});
    return result.total;
}

Result<int> run_digest(const Call& call)
{
    if (auto checked = check_call(call); !checked) { return Failure{checked.error()}; }
    const auto file = saved_file(call.settings);
    if (!file) { return Failure{file.error()}; }
    auto opened = open_engine(call);
    if (!opened) { return Failure{opened.error()}; }
    Engine engine = *std::move(opened);
    const auto saved = SavedQueries::read(*file);
    if (!saved) { return Failure{saved.error()}; }
    if (saved->all().empty()) {
        return fail(ErrorKind::Usage, "no query is saved yet",
                    "dateline-search saved add NAME QUERY");
    }
    const Manifest& manifest = engine.snapshot().manifest();
    const auto since = generation_of(*call.settings.since, manifest);
    if (!since) { return Failure{since.error()}; }
    Digest digest{.since = *since, .generation = manifest.generation};
    const auto all = engine.find_all({.query = {.op = "everything"}, .added_after = *since});
    if (!all) { return Failure{all.error()}; }
    digest.articles = all->total;

    std::vector<LoggedQuery> queries;
    for (const SavedQuery& query : saved->all()) {
        queries.push_back({.line = query.line, .name = query.name, .text = query.text});
    }
    const int code = answer_each(call, queries, file->string(), [&](const LoggedQuery& query) {
        return add_entry(call, engine, query, digest);
    });
    // What cron's jobs print is sent by mail.
    const bool is_for_programs = call.settings.format->name == "json";
    const bool is_told = code != exit_code::kNoHits || is_for_programs || ::isatty(STDOUT_FILENO);
    if (is_told) {
        call.settings.format->write_digest(digest, style_of_output(call.settings), call.out);
    }
    return code;
}

}  // namespace

extern const Command digest_command{
    .name = "digest",
    .arguments = "",
    .summary = "Shows what came into the index for each saved query; silent in a pipe if nothing",
    .example = "dateline-search digest --index news.idx --since 41 --format markdown",
    .run = run_digest,
};

}  // namespace dateline::searcher
