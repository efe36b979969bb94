// find: answers a query, or a file of queries; a page of hits, or all of them.
#include "searcher/commands/asked.hpp"
#include "searcher/commands/batch.hpp"
#include "searcher/commands/tables.hpp"

namespace dateline::searcher {
namespace {

/// What the answers of one command line have in common.
struct Asking {
    const Call& call;
    Engine& engine;
    Style style{};
};

/// Hits one by one, as they are read.
Result<std::uint64_t> stream(const Asking& asking, const SearchRequest& request)
{
    const Renderer& format = *asking.call.settings.format;
    return asking.engine.each_hit(request, [&](const Hit& hit) {
        format.write_hit(hit, asking.style, asking.call.out);
        return asking.call.out.good();
    });
}

Result<std::uint64_t> answer(const Asking& asking, const std::string& query)
{
    const Settings& settings = asking.call.settings;
    const auto request = request_of(settings, query);
    if (!request) { return Failure{request.error()}; }
    if (settings.all) { return stream(asking, *request); }
    const auto result = asking.engine.search(*request);
    if (!result) { return Failure{result.error()}; }
    tell_notes(asking.call, result->notes);
    if (settings.format->write_hit == nullptr) {
        settings.format->write(*result, asking.style, asking.call.out);
        return result->total;
    }
    for (const Hit& hit : result->hits) {
        settings.format->write_hit(hit, asking.style, asking.call.out);
    }
    return result->total;
}

Status check_format(const Settings& settings)
{
    const std::string name{settings.format->name};
    if (settings.all && settings.format->write_hit == nullptr) {
        return fail(ErrorKind::Usage, "--all does not go with --format " + name,
                    formats_that([](const Renderer& r) { return r.write_hit != nullptr; }));
    }
    if (!settings.fields.empty() && !settings.format->takes_fields) {
        return fail(ErrorKind::Usage, "--fields does not go with --format " + name,
                    formats_that([](const Renderer& r) { return r.takes_fields; }));
    }
    return Done{};
}

void write_head(const Asking& asking)
{
    const Renderer& format = *asking.call.settings.format;
    if (format.write_head != nullptr) { format.write_head(asking.style, asking.call.out); }
}

/// An answer to a query that has a name.
Answer named_answer(Asking& asking)
{
    return [&asking](const LoggedQuery& logged) {
        asking.style.query_name = logged.name;
        return answer(asking, logged.text);
    };
}

Result<int> run_find(const Call& call)
{
    const Settings& settings = call.settings;
    if (auto checked = check_format(settings); !checked) { return Failure{checked.error()}; }
    const std::string query = joined(call.arguments);
    // A query that cannot be read is told even where there is no index.
    if (settings.batch.empty()) {
        if (auto read = request_of(settings, query); !read) { return Failure{read.error()}; }
    }
    auto opened = open_engine(call);
    if (!opened) { return Failure{opened.error()}; }
    Engine engine = *std::move(opened);
    Asking asking{call, engine, style_of_output(settings)};
    asking.style.fields = settings.fields;
    asking.style.is_batch = !settings.batch.empty();
    write_head(asking);
    if (!settings.batch.empty()) { return answer_batch(call, named_answer(asking)); }
    const auto total = answer(asking, query);
    if (!total) { return Failure{total.error()}; }
    return *total > 0 ? 0 : exit_code::kNoHits;
}

}  // namespace

Result<int> find_each(const Call& call, const std::vector<LoggedQuery>& queries,
                      const std::string& file)
{
    if (auto checked = check_format(call.settings); !checked) { return Failure{checked.error()}; }
    auto opened = open_engine(call);
    if (!opened) { return Failure{opened.error()}; }
    Engine engine = *std::move(opened);
    Asking asking{call, engine, style_of_output(call.settings)};
    asking.style.fields = call.settings.fields;
    asking.style.is_batch = true;
    write_head(asking);
    return answer_each(call, queries, file, named_answer(asking));
}

extern const Command find_command{
    .name = "find",
    .arguments = "QUERY",
    .summary = "Finds articles, ranked, and counts who, where and when over all of them",
    .example = "dateline-search --index news.idx maduro country:RU date:2022",
    .run = run_find,
};

}  // namespace dateline::searcher
