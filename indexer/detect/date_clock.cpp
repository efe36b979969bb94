#include "indexer/detect/date_clock.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

namespace chrono = std::chrono;
using chrono::days;
using chrono::months;
using chrono::sys_days;
using chrono::year_month;
using chrono::year_month_day;
using chrono::years;

constexpr int kWeek = 7;
constexpr int kMonth = 30;
constexpr int kYear = 365;

constexpr days kLookAhead{60};  ///< news also announces
constexpr days kLongLookAhead{183};
/// Nobody writes of a day nearly a year ago without its year, whatever the verb beside it.
constexpr days kShortLookAhead{30};
constexpr int kMostDaysAgo = 10;
constexpr int kMostYearsAgo = 30;
constexpr int kWeekdayReach = 45;
/// Between two 29 Februaries lie up to eight years (1896 and 1904).
constexpr int kMostYearsApart = 8;

int weekday_of(sys_days day) { return static_cast<int>(chrono::weekday{day}.iso_encoding()); }

/// Dates are kept of the years 1 to 9999.
std::optional<Date> if_stored(sys_days day, Precision precision)
{
    const int year = static_cast<int>(year_month_day{day}.year());
    if (year < 1 || year > 9999) { return {}; }
    return Date{day, precision};
}

std::optional<Date> month_date(year_month month)
{
    return if_stored(sys_days{month / 1}, Precision::Month);
}

std::optional<Date> year_date(chrono::year year)
{
    return if_stored(sys_days{year / chrono::January / 1}, Precision::Year);
}

/// The last such day that is not after `latest`.
std::optional<Date> last_such_day(chrono::month_day day, sys_days latest)
{
    const chrono::year year = year_month_day{latest}.year();
    for (int back = 0; back <= kMostYearsApart; ++back) {
        const auto date = (year - years{back}) / day;
        if (date.ok() && sys_days{date} <= latest) { return if_stored(date, Precision::Day); }
    }
    return {};
}

/// The first such day that is not before `earliest`.
std::optional<Date> next_such_day(chrono::month_day day, sys_days earliest)
{
    const chrono::year year = year_month_day{earliest}.year();
    for (int on = 0; on <= kMostYearsApart; ++on) {
        const auto date = (year + years{on}) / day;
        if (date.ok() && sys_days{date} >= earliest) { return if_stored(date, Precision::Day); }
    }
    return {};
}

}  // namespace

std::optional<sys_days> DateClock::today() const
{
    if (!published_ || published_->precision != Precision::Day) { return {}; }
    return published_->first;
}

std::optional<year_month> DateClock::this_month() const
{
    if (!published_ || published_->precision == Precision::Year) { return {}; }
    const year_month_day day{published_->first};
    return day.year() / day.month();
}

std::optional<chrono::year> DateClock::year(Step step) const
{
    if (!published_) { return {}; }
    const auto year = year_month_day{published_->first}.year();
    const int by = step == Step::Last ? -1 : step == Step::Next ? 1 : 0;
    return year + years{by};
}

std::optional<Date> DateClock::day(int offset) const
{
    const auto now = today();
    return now ? if_stored(*now + days{offset}, Precision::Day) : std::nullopt;
}

std::optional<Date> DateClock::weekday(int number, Step step, Tense tense) const
{
    const auto now = today();
    if (!now) { return {}; }
    const int back = (weekday_of(*now) - number + kWeek) % kWeek;
    const int ahead = (kWeek - back) % kWeek;
    const bool is_past =
        tense == Tense::Past || tense == Tense::Report || (tense == Tense::Unknown && back < ahead);
    switch (step) {
        case Step::Last:
            return day(back == 0 ? -kWeek : -back);
        case Step::Next:
            return day(ahead == 0 ? kWeek : ahead);
        case Step::This:
            return day(is_past ? -back : ahead);
        case Step::None:
            break;
    }
    return day(tense == Tense::Future ? ahead : -back);
}

std::optional<Date> DateClock::weekday_of_week(int number, Step week) const
{
    const auto now = today();
    if (!now) { return {}; }
    const int by = week == Step::Last ? -kWeek : week == Step::Next ? kWeek : 0;
    return day(by + number - weekday_of(*now));
}

std::optional<Date> DateClock::weekday_and_day(int number, unsigned day_of_month) const
{
    const auto now = today();
    if (!now) { return {}; }
    for (int away = 0; away <= kWeekdayReach; ++away) {
        for (const int offset : {-away, away}) {
            const sys_days day = *now + days{offset};
            const bool fits =
                year_month_day{day}.day() == chrono::day{day_of_month} && weekday_of(day) == number;
            if (fits) { return if_stored(day, Precision::Day); }
        }
    }
    return {};
}

std::optional<Date> DateClock::month(unsigned number, Step step, Tense tense) const
{
    const auto now = this_month();
    if (!now) { return {}; }
    constexpr int kMostAhead = 9;
    constexpr int kAheadIfUnknown = 2;
    constexpr int kMonths = 12;
    const int ahead = (static_cast<int>(number) -
                       static_cast<int>(static_cast<unsigned>(now->month())) + kMonths) %
                      kMonths;
    const int back = ahead - kMonths;
    const auto at = [&now](int by) { return month_date(*now + months{by}); };
    switch (step) {
        case Step::Last:
            return at(back);
        case Step::Next:
            return at(ahead == 0 ? kMonths : ahead);
        case Step::This:
            return month_date(now->year() / chrono::month{number});
        case Step::None:
            break;
    }
    const int most = tense == Tense::Future ? kMostAhead
                     : tense == Tense::Past ? 0
                                            : kAheadIfUnknown;
    return at(ahead <= most ? ahead : back);
}

std::optional<Date> DateClock::month_day(chrono::month_day day, Step step, Tense tense,
                                         int weekday) const
{
    if (!this_month()) { return {}; }
    const DayRange now = days_of(*published_);
    const auto before = last_such_day(day, now.last);
    const auto after = next_such_day(day, now.first);
    if (weekday != 0) {
        const auto fits = [weekday](const auto& date) {
            return date && weekday_of(date->first) == weekday;
        };
        if (fits(before) != fits(after)) { return fits(before) ? before : after; }
    }
    if (step == Step::Last) { return before; }
    if (step == Step::Next) { return after; }
    const days reach = tense == Tense::Future ? kLongLookAhead
                       : tense == Tense::Past ? kShortLookAhead
                                              : kLookAhead;
    return after && after->first <= now.last + reach ? after : before;
}

std::optional<Date> DateClock::period(int unit, Step step) const
{
    const int by = step == Step::Last ? -1 : step == Step::Next ? 1 : 0;
    if (unit == kYear) {
        const auto wanted = year(step);
        return wanted ? year_date(*wanted) : std::nullopt;
    }
    if (unit == kMonth) {
        const auto now = this_month();
        return now ? month_date(*now + months{by}) : std::nullopt;
    }
    const auto now = today();
    if (unit != kWeek || !now) { return {}; }
    const year_month_day monday{*now + days{1 - weekday_of(*now) + by * kWeek}};
    const year_month_day sunday{sys_days{monday} + days{kWeek - 1}};
    if (monday.month() != sunday.month()) { return {}; }
    return month_date(monday.year() / monday.month());
}

std::optional<Date> DateClock::ago(int count, int unit) const
{
    if (unit == kYear) {
        if (!published_ || count > kMostYearsAgo) { return {}; }
        return year_date(year_month_day{published_->first}.year() - years{count});
    }
    if (unit == kMonth) {
        const auto now = this_month();
        return now ? month_date(*now - months{count}) : std::nullopt;
    }
    const auto now = today();
    if (!now) { return {}; }
    if (unit == 1 && count <= kMostDaysAgo) { return day(-count); }
    const year_month_day then{*now - days{count * unit}};
    return month_date(then.year() / then.month());
}

bool DateClock::is_to_come(const Date& date, Tense tense) const
{
    if (!published_) { return false; }
    const DayRange now = days_of(*published_);
    const DayRange then = days_of(date);
    return then.first > now.last || (tense == Tense::Future && then.last >= now.first);
}

}  // namespace dateline::indexer
