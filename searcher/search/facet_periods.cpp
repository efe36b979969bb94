#include "searcher/search/facet_periods.hpp"

#include "searcher/search/facet_hits.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

constexpr std::uint32_t kPageDays = 256;
constexpr std::uint32_t kDays =
    static_cast<std::uint32_t>(kLastStoredDay) - static_cast<std::uint32_t>(kFirstStoredDay) + 1;
constexpr std::uint32_t kPagesEach = (kDays + kPageDays - 1) / kPageDays;  ///< of a precision
constexpr std::size_t kPrecisions = 3;
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
    for (std::size_t i = 0; i < pages_size_; ++i) {
        places_[pages_[i].number] = 0;
        std::fill(pages_[i].days.begin(), pages_[i].days.end(), 0);
    }
    pages_size_ = 0;
    undated_ = 0;
}

std::uint32_t& PeriodCounts::counter(std::size_t precision, std::uint32_t day)
{
    const auto number = static_cast<std::uint32_t>(precision) * kPagesEach + day / kPageDays;
    if (places_[number] == 0) {
        if (pages_size_ == pages_.size()) {
            pages_.push_back({.days = std::vector<std::uint32_t>(kPageDays)});
        }
        pages_[pages_size_].number = number;
        places_[number] = static_cast<std::uint16_t>(++pages_size_);
    }
    return pages_[places_[number] - std::size_t{1}].days[day % kPageDays];
}

void PeriodCounts::count(const Snapshot& snapshot, const std::vector<ArticleSet>& hits)
{
    places_.resize(kPrecisions * kPagesEach);
    clear();
    for (std::size_t s = 0; s < hits.size(); ++s) {
        const Columns& columns = snapshot.segments()[s].columns;
        const auto days = columns.days();
        const auto precisions = columns.precisions();
        for_each_hit(hits[s].words(), [&](std::size_t index) {
            const auto day = static_cast<std::uint32_t>(days[index]) -
                             static_cast<std::uint32_t>(kFirstStoredDay);
            if (day >= kDays) {
                ++undated_;
                return;
            }
            ++counter(std::min<std::size_t>(precisions[index], kPrecisions - 1), day);
        });
    }
}

std::vector<PeriodCount> PeriodCounts::by(Precision unit) const
{
    std::vector<const Page*> pages;
    for (std::size_t i = 0; i < pages_size_; ++i) { pages.push_back(&pages_[i]); }
    std::sort(pages.begin(), pages.end(),
              [](const Page* a, const Page* b) { return a->number < b->number; });
    std::vector<PeriodCount> counts;
    const auto add = [](std::vector<PeriodCount>& list, const PeriodCount& more) {
        if (!list.empty() && list.back().period == more.period) {
            list.back().articles += more.articles;
        } else {
            list.push_back(more);
        }
    };
    for (const Page* page : pages) {
        const auto precision = static_cast<Precision>(page->number / kPagesEach);
        const std::uint32_t first = page->number % kPagesEach * kPageDays;
        for (std::uint32_t day = 0; day < kPageDays; ++day) {
            if (page->days[day] == 0) { continue; }
            const std::chrono::days since{std::int64_t{kFirstStoredDay} + first + day};
            const Date date{std::chrono::sys_days{since}, precision};
            add(counts, {period_of(date, unit), page->days[day]});
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
