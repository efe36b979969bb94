#include "searcher/search/facet_periods.hpp"

#include "searcher/search/facet_hits.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

constexpr std::uint32_t kPageDays = 256;
constexpr std::uint32_t kDays =
    static_cast<std::uint32_t>(kLastStoredDay) - static_cast<std::uint32_t>(kFirstStoredDay) + 1;
constexpr std::uint32_t kPagesEach = (kDays + kPageDays - 1) / kPageDays;  ///< of a precision
constexpr std::uint32_t kPrecisions = 3;
static_assert(kPagesEach * kPrecisions < 65535, "a page's place fits 16 bits");

/// The period that a date counts under.
Date period_of(const Date& date, Precision unit)
{
    using namespace std::chrono;
    const Precision precision = std::max(date.precision, unit);
    const year_month_day day{date.first};
    switch (precision) {
        case Precision::Day:
            break;
        case Precision::Month:
            return {sys_days{day.year() / day.month() / 1}, precision};
        case Precision::Year:
            return {sys_days{day.year() / January / 1}, precision};
    }
    return date;
}

}  // namespace

void PeriodCounts::clear()
{
    for (const std::uint32_t number : pages_) { places_[number] = 0; }
    pages_.assign(1, 0);
    counters_.assign(kPageDays, 0);
    undated_ = 0;
}

std::uint32_t PeriodCounts::add_page(std::uint32_t number)
{
    const auto place = static_cast<std::uint16_t>(pages_.size());
    places_[number] = place;
    pages_.push_back(number);
    counters_.resize(counters_.size() + kPageDays);
    return place;
}

void PeriodCounts::add(const Columns& columns, std::span<const std::uint64_t> hits)
{
    const auto days = columns.days();
    const auto precisions = columns.precisions();
    const std::span places{places_};
    for_each_hit(hits, [&](std::size_t index) {
        const auto day =
            static_cast<std::uint32_t>(days[index]) - static_cast<std::uint32_t>(kFirstStoredDay);
        if (day >= kDays) {
            ++undated_;
            return;
        }
        const std::uint32_t precision = std::min<std::uint32_t>(precisions[index], kPrecisions - 1);
        const std::uint32_t number = precision * kPagesEach + day / kPageDays;
        std::uint32_t place = places[number];
        if (place == 0) { place = add_page(number); }
        ++counters_[place * kPageDays + day % kPageDays];
    });
}

void PeriodCounts::count(const Snapshot& snapshot, const std::vector<ArticleSet>& hits)
{
    places_.resize(std::size_t{kPrecisions} * kPagesEach);
    clear();
    for (std::size_t s = 0; s < hits.size(); ++s) {
        add(snapshot.segments()[s].columns, hits[s].words());
    }
}

std::vector<PeriodCount> PeriodCounts::by(Precision unit) const
{
    std::vector<std::uint32_t> pages = pages_;
    if (!pages.empty()) { pages.erase(pages.begin()); }
    std::sort(pages.begin(), pages.end());
    std::vector<PeriodCount> counts;
    const auto add = [](std::vector<PeriodCount>& list, const PeriodCount& more) {
        if (!list.empty() && list.back().period == more.period) {
            list.back().articles += more.articles;
        } else {
            list.push_back(more);
        }
    };
    for (const std::uint32_t page : pages) {
        const auto precision = static_cast<Precision>(page / kPagesEach);
        const std::uint32_t first = page % kPagesEach * kPageDays;
        const std::uint32_t* const articles = &counters_[places_[page] * std::size_t{kPageDays}];
        for (std::uint32_t day = 0; day < kPageDays; ++day) {
            if (articles[day] == 0) { continue; }
            const std::chrono::days since{std::int64_t{kFirstStoredDay} + first + day};
            const Date date{std::chrono::sys_days{since}, precision};
            add(counts, {period_of(date, unit), articles[day]});
        }
    }
    std::sort(counts.begin(), counts.end(), [](const PeriodCount& a, const PeriodCount& b) {
        if (a.period.first != b.period.first) { return a.period.first < b.period.first; }
        return a.period.precision > b.period.precision;
    });
    std::vector<PeriodCount> merged;
    for (const PeriodCount& count : counts) { add(merged, count); }
    return merged;
}

}  // namespace dateline::searcher
