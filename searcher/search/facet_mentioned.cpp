#include "searcher/search/facet_mentioned.hpp"

#include "common/storage/terms.hpp"

#include <map>

namespace dateline::searcher {
namespace {

std::uint64_t count_hits(PostingList list, const ArticleSet& hits, Deadline& deadline)
{
    std::uint64_t found = 0;
    for (; list.doc() != PostingList::kEnd && !deadline.passed(); list.next()) {
        found += hits.contains(list.doc() - 1) ? 1 : 0;
    }
    return found;
}

/// "20220216" as "2022-02-16": how dates are read.
std::string with_dashes(std::string digits)
{
    constexpr std::size_t kAfterYear = 4;
    constexpr std::size_t kAfterMonth = 6;
    if (digits.size() > kAfterMonth) { digits.insert(kAfterMonth, "-"); }
    if (digits.size() > kAfterYear) { digits.insert(kAfterYear, "-"); }
    return digits;
}

}  // namespace

std::optional<std::vector<PeriodCount>> count_mentioned(const Snapshot& snapshot,
                                                        const std::vector<ArticleSet>& hits,
                                                        Precision unit, Deadline& deadline)
{
    const std::string prefix = date_prefix(FieldId::Mentions, unit);
    std::map<std::string, std::uint64_t> counts;  // by digits: in order of time
    for (std::size_t s = 0; s < hits.size(); ++s) {
        TermCursor cursor = snapshot.segments()[s].postings.terms();
        for (bool is_there = cursor.seek(prefix); is_there; is_there = cursor.next()) {
            const std::string term = cursor.term();
            if (!term.starts_with(prefix)) { break; }
            counts[term.substr(prefix.size())] += count_hits(cursor.list(), hits[s], deadline);
            if (deadline.passed()) { return std::nullopt; }
        }
    }
    std::vector<PeriodCount> periods;
    for (auto& [digits, articles] : counts) {
        if (const auto period = parse_date(with_dashes(digits))) {
            periods.push_back({*period, articles});
        }
    }
    return periods;
}

}  // namespace dateline::searcher
