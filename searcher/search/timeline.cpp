#include "searcher/search/timeline.hpp"

#include "searcher/search/facet_hits.hpp"
#include "searcher/search/facet_periods.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

constexpr std::size_t kNamesOfPeak = 3;

Date next(const Date& date) { return {days_of(date).last + std::chrono::days{1}, date.precision}; }

/// The periods with the empty ones between them, unless those are too many.
std::vector<PeriodCount> filled(std::vector<PeriodCount> periods, Precision unit)
{
    std::vector<PeriodCount> all;
    std::size_t empty = 0;
    std::optional<Date> expected;
    for (const PeriodCount& period : periods) {
        // Of a date that is known less well there is no next one.
        if (period.period.precision == unit) {
            while (expected && expected->first < period.period.first) {
                if (++empty > kMostEmptyPeriods) { return periods; }
                all.push_back({*expected, 0});
                expected = next(*expected);
            }
            expected = next(period.period);
        }
        all.push_back(period);
    }
    return all;
}

std::vector<std::size_t> peaks_of(const std::vector<PeriodCount>& periods)
{
    std::uint64_t sum = 0;
    for (const PeriodCount& period : periods) { sum += period.articles; }
    std::vector<std::size_t> peaks;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const std::uint64_t articles = periods[i].articles;
        const bool is_high = articles > 0 && articles * periods.size() >= sum;
        const bool is_top = (i == 0 || periods[i - 1].articles <= articles) &&
                            (i + 1 == periods.size() || periods[i + 1].articles <= articles);
        if (is_high && is_top) { peaks.push_back(i); }
    }
    std::stable_sort(peaks.begin(), peaks.end(), [&periods](std::size_t a, std::size_t b) {
        return periods[a].articles > periods[b].articles;
    });
    peaks.resize(std::min(peaks.size(), kMostPeaks));
    return peaks;
}

/// The hits of a period, as PeriodCounts::by() counts them.
std::vector<ArticleSet> hits_of(const Snapshot& snapshot, const std::vector<ArticleSet>& hits,
                                const Date& period)
{
    const DayRange days = days_of(period);
    std::vector<ArticleSet> chosen;
    for (std::size_t s = 0; s < snapshot.segments().size(); ++s) {
        const Columns& columns = snapshot.segments()[s].columns;
        ArticleSet& set = chosen.emplace_back(snapshot.segments()[s].articles());
        for_each_hit(hits[s].words(), [&](std::size_t index) {
            const auto date = columns.date(index);
            if (!date || date->first < days.first || date->first > days.last) { return; }
            // What is known less well than the period counts elsewhere.
            if (date->precision > period.precision) { return; }
            set.insert(index);
        });
    }
    return chosen;
}

std::vector<std::string> names_of(const std::vector<NameStat>& stats)
{
    std::vector<std::string> names;
    for (const NameStat& stat : stats) {
        names.push_back(stat.name.empty() ? stat.value : stat.name);
    }
    return names;
}

}  // namespace

std::optional<std::vector<TimelineRow>> timeline(const Snapshot& snapshot,
                                                 const std::vector<ArticleSet>& hits,
                                                 Precision unit, Deadline& deadline)
{
    PeriodCounts counts;
    counts.count(snapshot, hits);
    const std::vector<PeriodCount> periods = filled(counts.by(unit), unit);
    std::vector<TimelineRow> rows;
    for (const PeriodCount& period : periods) {
        rows.push_back({.period = to_string(period.period), .articles = period.articles});
    }
    for (const std::size_t peak : peaks_of(periods)) {
        const auto of_peak = hits_of(snapshot, hits, periods[peak].period);
        const auto people = name_stats(snapshot, of_peak, FieldId::Person, kNamesOfPeak, deadline);
        const auto places = name_stats(snapshot, of_peak, FieldId::Country, kNamesOfPeak, deadline);
        if (!people || !places) { return std::nullopt; }
        rows[peak].is_peak = true;
        rows[peak].people = names_of(*people);
        rows[peak].countries = names_of(*places);
    }
    if (counts.undated() > 0) {
        rows.push_back({.period = "undated", .articles = counts.undated()});
    }
    return rows;
}

}  // namespace dateline::searcher
