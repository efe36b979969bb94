#include "searcher/search/matching_ids.hpp"

#include "common/text/utf8.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/search/collector.hpp"

namespace dateline::searcher {
namespace {

/// Nobody waits at a prompt; an endless query ends nevertheless.
constexpr std::chrono::minutes kTimeLimit{10};

}  // namespace

Result<std::vector<std::string>> matching_ids(const std::filesystem::path& index,
                                              const std::string& query)
{
    if (!is_utf8(query)) {
        return fail(ErrorKind::QuerySyntax, "the query is not valid UTF-8",
                    "check the terminal's encoding");
    }
    auto parsed = parse_query(clean_text(query).text);
    if (!parsed) { return Failure{parsed.error()}; }
    const auto snapshot = Snapshot::open(index);
    if (!snapshot) { return Failure{snapshot.error()}; }
    Deadline deadline{Deadline::Clock::now() + kTimeLimit};
    const auto plan = Planner{*snapshot, deadline, kTimeLimit}.plan(parsed->spec);
    if (!plan) { return Failure{plan.error()}; }
    const auto found = collect(*snapshot, *plan, {.limit = 0, .time_limit = kTimeLimit}, deadline);
    if (!found) { return Failure{found.error()}; }
    std::vector<std::string> ids;
    for (std::size_t s = 0; s < snapshot->segments().size(); ++s) {
        const Segment& segment = snapshot->segments()[s];
        for (std::size_t i = 0; i < segment.articles(); ++i) {
            if (!found->hits[s].contains(i)) { continue; }
            auto stored = segment.bodies.article(i);
            if (!stored) { return Failure{stored.error()}; }
            ids.push_back(stored->article.id);
        }
    }
    return ids;
}

}  // namespace dateline::searcher
