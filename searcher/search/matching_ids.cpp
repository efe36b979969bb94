#include "searcher/search/matching_ids.hpp"

#include "common/text/utf8.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/query/query_text.hpp"
#include "searcher/search/collector.hpp"

namespace dateline::searcher {
namespace {

/// Nobody waits at a prompt; an endless query ends nevertheless.
constexpr std::chrono::minutes kTimeLimit{10};

}  // namespace

Result<MatchingIds> matching_ids(const std::filesystem::path& index, const std::string& query,
                                 const std::filesystem::path& people)
{
    if (!is_utf8(query)) {
        return fail(ErrorKind::QuerySyntax, "the query is not valid UTF-8",
                    "check the terminal's encoding");
    }
    const std::string text = clean_query(query);
    auto parsed =
        parse_query(text, today(), [&index] { return SavedQueries::read(saved_path(index)); });
    if (!parsed) { return Failure{parsed.error()}; }
    const auto snapshot = open_with_people(index, people);
    if (!snapshot) { return Failure{snapshot.error()}; }
    Deadline deadline{Deadline::Clock::now() + kTimeLimit};
    Planner planner{*snapshot, deadline, kTimeLimit};
    const auto plan = planner.plan(parsed->spec);
    if (!plan) {
        Error error = plan.error();
        error.text = text;
        return Failure{error};
    }
    Crew crew;
    const auto found =
        collect(*snapshot, *plan, {.limit = 0, .time_limit = kTimeLimit}, deadline, crew);
    if (!found) { return Failure{found.error()}; }
    MatchingIds matching{.notes = parsed->notes};
    matching.notes.insert(matching.notes.end(), planner.notes().begin(), planner.notes().end());
    for (std::size_t s = 0; s < snapshot->segments().size(); ++s) {
        const Segment& segment = snapshot->segments()[s];
        for (std::size_t i = 0; i < segment.articles(); ++i) {
            if (!found->hits[s].contains(i)) { continue; }
            const auto id = segment.bodies.id(i);
            if (!id) { return Failure{id.error()}; }
            matching.ids.emplace_back(*id);
        }
    }
    return matching;
}

}  // namespace dateline::searcher
