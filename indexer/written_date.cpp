#include "indexer/written_date.hpp"

#include "common/text/ascii.hpp"
#include "indexer/date_marks.hpp"
#include "indexer/month_names.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

namespace chrono = std::chrono;

/// What a place in the text may mean; not yet a day that the calendar has.
struct Candidate {
    unsigned year = 0;  ///< 0: left open
    unsigned month = 0;
    unsigned day = 0;  ///< 0: the whole month
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view rule{};
};

using Found = std::optional<Candidate>;

constexpr unsigned kFirstYear = 1000;
// Beside a month's name four digits may be a number of people: "May 1500 protesters".
constexpr unsigned kFirstMonthYear = 1500;
constexpr unsigned kLastNamedYear = 2199;

bool has(std::string_view text, std::size_t at, std::string_view mark)
{
    return text.substr(std::min(at, text.size())).starts_with(mark);
}

bool is_day(const Number& number)
{
    return (number.digits == 1 || number.digits == 2) && number.value >= 1 && number.value <= 31;
}

bool is_year(const Number& number) { return number.digits == 4 && number.value >= kFirstYear; }

bool is_real(const Candidate& found)
{
    const chrono::month month{found.month};
    if (found.day == 0) { return month.ok(); }
    const chrono::month_day day{month, chrono::day{found.day}};
    if (found.year == 0) { return day.ok(); }
    return (chrono::year{static_cast<int>(found.year)} / day).ok();
}

Found if_real(const Candidate& found) { return is_real(found) ? Found{found} : Found{}; }

/// Figures side by side, as in 2024-11-08: not behind a mark that makes them part of an address.
bool begins_figures(std::string_view text, std::size_t begin)
{
    constexpr std::string_view kJoints = "-/.=";
    return begin == 0 || kJoints.find(text[begin - 1]) == std::string_view::npos;
}

bool ends_figures(std::string_view text, std::size_t end)
{
    const bool time =
        (has(text, end, "T") || has(text, end, "t")) && read_number(text, end + 1).digits != 0;
    return time || has(text, end, "Z") || ends_alone(text, end);
}

/// 2024-11-08, 2024/11/08, 2024.11.08.
Found match_year_first(std::string_view text, const Number& year)
{
    if (year.end >= text.size() || !begins_figures(text, year.begin)) { return {}; }
    const char joint = text[year.end];
    if (joint != '-' && joint != '/' && joint != '.') { return {}; }
    const Number month = read_number(text, year.end + 1);
    if (month.digits == 0 || month.digits > 2 || month.end >= text.size() ||
        text[month.end] != joint) {
        return {};
    }
    const Number day = read_number(text, month.end + 1);
    if (!is_day(day) || !ends_figures(text, day.end)) { return {}; }
    // 2024.1.2 is a version.
    if (joint == '.' && month.digits + day.digits != 4) { return {}; }
    return if_real({year.value, month.value, day.value, year.begin, day.end,
                    joint == '-' ? "iso" : "year-month-day"});
}

/// Behind the first of `marks` at `at`, after a gap; `at` if there is none.
std::size_t skip_mark(std::string_view text, std::size_t at,
                      const std::array<std::string_view, 3>& marks)
{
    const std::size_t place = skip_gap(text, at);
    for (const std::string_view mark : marks) {
        if (has(text, place, mark)) { return place + mark.size(); }
    }
    return at;
}

/// 2024年11月8日 and 2024년 11월 8일, or only year and month.
Found match_east_asian(std::string_view text, const Number& year)
{
    const std::size_t after_year = skip_mark(text, year.end, {"年", "년", "年"});
    if (after_year == year.end) { return {}; }
    const Number month = read_number(text, skip_gap(text, after_year));
    const std::size_t after_month = skip_mark(text, month.end, {"月", "월", "月"});
    if (month.digits == 0 || month.digits > 2 || after_month == month.end) { return {}; }
    Candidate found{year.value, month.value, 0, year.begin, after_month, "year-month-day"};
    const Number day = read_number(text, skip_gap(text, after_month));
    const std::size_t after_day = skip_mark(text, day.end, {"日", "일", "号"});
    if (is_day(day) && after_day != day.end) {
        found.day = day.value;
        found.end = after_day;
    }
    return if_real(found);
}

/// 21/02/2022, 02/21/2022, 21.02.2022: where one of two numbers cannot be the month, or their order
/// is known.
Found match_figures(std::string_view text, const Number& first, DayOrder order)
{
    if (first.end >= text.size() || !begins_figures(text, first.begin)) { return {}; }
    const char joint = text[first.end];
    if (joint != '-' && joint != '/' && joint != '.') { return {}; }
    const Number second = read_number(text, first.end + 1);
    if (!is_day(second) || second.end >= text.size() || text[second.end] != joint) { return {}; }
    const Number year = read_number(text, second.end + 1);
    if (!is_year(year) || !ends_figures(text, year.end)) { return {}; }
    const unsigned low = std::min(first.value, second.value);
    const unsigned high = std::max(first.value, second.value);
    if (high > 12 || low == high) {
        return if_real({year.value, low, high, first.begin, year.end, "figures"});
    }
    if (joint == '.' && first.digits + second.digits == 4) { order = DayOrder::DayFirst; }
    if (order == DayOrder::Unknown) { return {}; }
    const bool day_first = order == DayOrder::DayFirst;
    return if_real({year.value, day_first ? second.value : first.value,
                    day_first ? first.value : second.value, first.begin, year.end, "figures"});
}

/// The year behind a day and a month, with what may stand between: ", ", " de ", "-", a time.
std::optional<Number> year_behind(std::string_view text, std::size_t at)
{
    std::size_t place = skip_gap(text, at);
    for (const std::string_view mark : {",", ".", "،", "-", "/"}) {
        if (has(text, place, mark)) {
            place = skip_gap(text, place + mark.size());
            break;
        }
    }
    place = skip_fillers(text, place);
    if (place == at) { return {}; }
    Number year = read_number(text, place);
    if (year.digits <= 2) { year = read_number(text, skip_clock(text, at)); }
    if (!is_year(year) || year.value > kLastNamedYear || is_clock_zone(text, year.end)) {
        return {};
    }
    // Scraped headers run together: "November 8, 2024By …"
    const bool glued = year.end < text.size() && ascii::is_capital(text[year.end]);
    if (!glued && !ends_alone(text, year.end)) { return {}; }
    return year;
}

/// Whether what stands at `at` makes the day before it something else: "May 5.2 percent", "5-3".
bool goes_on(std::string_view text, std::size_t at)
{
    if (!ends_alone(text, at)) { return true; }
    const std::size_t next = skip_gap(text, at);
    return has(text, next, "%") || has(text, at, "–") || has(text, at, "-");
}

/// Behind "-10" in "November 8-10"; `at` if there is none.
std::size_t skip_last_day(std::string_view text, std::size_t at)
{
    for (const std::string_view dash : {"-", "–", "—"}) {
        if (!has(text, at, dash)) { continue; }
        const Number last = read_number(text, at + dash.size());
        return is_day(last) ? last.end : at;
    }
    return at;
}

/// "November 8, 2024", "Nov. 8th 2024", "Nov-08-2024"; without its year, if it is clearly a day.
Found match_month_first(std::string_view text, std::size_t from, const Number& day)
{
    std::size_t place = skip_gap_back(text, from, day.begin);
    place = skip_fillers_back(text, from, place);
    const bool spaced = place != day.begin;
    if (place > from && (text[place - 1] == '.' ||
                         (!spaced && (text[place - 1] == '-' || text[place - 1] == '/')))) {
        --place;
    }
    if (place == day.begin) { return {}; }
    const auto name = month_before(text, from, place);
    if (!name) { return {}; }

    const std::size_t ordinal = skip_ordinal(text, day.end);
    const std::size_t last = skip_last_day(text, ordinal);
    Candidate found{0, name->month, last == ordinal ? day.value : 0, name->begin, last, ""};
    if (const auto year = year_behind(text, last)) {
        found.year = year->value;
        found.end = year->end;
        found.rule = "month-day-year";
        return if_real(found);
    }
    found.end = has(text, day.end, ".") ? day.end : ordinal;
    if (found.day == 0 || !spaced || goes_on(text, found.end) ||
        !name->stands_without(text, false)) {
        return {};
    }
    return if_real(found);
}

/// Where a range of days begins that ends with the day at `begin`: "8-10 November"; or `begin`.
std::size_t range_begin(std::string_view text, std::size_t from, std::size_t begin)
{
    for (const std::string_view dash : {"-", "–", "—"}) {
        if (!text.substr(from, begin - from).ends_with(dash)) { continue; }
        const std::size_t end = begin - dash.size();
        std::size_t first = end;
        while (first > from && end - first < 3 && digit_before(text, first)) { --first; }
        const bool is_range = is_day(read_number(text, first)) && begins_alone(text, first);
        return is_range ? first : begin;
    }
    return begin;
}

/// "8 November 2024", "8 de noviembre de 2024", "1er mai 2024", "08-Nov-2024", "8. Mai".
Found match_day_first(std::string_view text, std::size_t from, const Number& day)
{
    std::size_t place = skip_ordinal(text, day.end);
    const std::size_t gap = skip_gap(text, place);
    const bool spaced = gap != place;
    place = skip_fillers(text, gap);
    if (place == day.end && (has(text, place, "-") || has(text, place, "/"))) { ++place; }
    if (place == day.end) { return {}; }
    const auto name = month_at(text, place);
    if (!name) { return {}; }

    std::size_t end = name->end;
    if (has(text, end, "/")) {  // "8 نوفمبر/تشرين الثاني 2024"
        const auto other = month_at(text, end + 1);
        if (other && other->month == name->month) { end = other->end; }
    }
    const std::size_t first = range_begin(text, from, day.begin);
    Candidate found{0, name->month, first == day.begin ? day.value : 0, first, end, ""};
    // "8.nov.2021" has nothing else between month and year.
    const bool dotted = has(text, end, ".") && read_number(text, end + 1).digits == 0;
    if (const auto year = year_behind(text, dotted ? end + 1 : end)) {
        found.year = year->value;
        found.end = skip_year_word(text, year->end);
        found.rule = "day-month-year";
        return if_real(found);
    }
    const Number next = read_number(text, skip_gap(text, end));
    // In "Week 8 November 5, 2024" the second number is the day.
    const bool other_day = is_day(next) && match_month_first(text, from, next);
    const bool glued = read_number(text, end).digits != 0;  // "2  SEP7", of a table
    if (found.day == 0 || !spaced || other_day || glued || goes_on(text, end) ||
        !name->stands_without(text, false)) {
        return {};
    }
    return if_real(found);
}

/// "May 2008", "mayo de 2008", "Mai 2008": a month without a day.
Found match_month_year(std::string_view text, std::size_t from, const Number& year)
{
    if (year.value < kFirstMonthYear || year.value > kLastNamedYear ||
        is_clock_zone(text, year.end) || !ends_alone(text, year.end)) {
        return {};
    }
    std::size_t place = skip_gap_back(text, from, year.begin);
    place = skip_fillers_back(text, from, place);
    if (place == year.begin) { return {}; }
    if (place > from && (text[place - 1] == ',' || text[place - 1] == '.')) { --place; }
    const auto name = month_before(text, from, place);
    if (!name || !name->stands_without(text, true)) { return {}; }
    // A number before it was not taken for its day: 31 February.
    std::size_t before = skip_gap_back(text, 0, name->begin);
    before = skip_fillers_back(text, 0, before);
    if (digit_before(text, before)) { return {}; }
    return if_real(
        {year.value, name->month, 0, name->begin, skip_year_word(text, year.end), "month-year"});
}

Found match_at(std::string_view text, std::size_t from, const Number& number, DayOrder order)
{
    if (is_year(number)) {
        if (auto found = match_year_first(text, number)) { return found; }
        if (auto found = match_east_asian(text, number)) { return found; }
        return match_month_year(text, from, number);
    }
    if (!is_day(number)) { return {}; }
    if (auto found = match_figures(text, number, order)) { return found; }
    const auto month_first = match_month_first(text, from, number);
    if (month_first && month_first->year != 0) { return month_first; }
    const auto day_first = match_day_first(text, from, number);
    return day_first && (day_first->year != 0 || !month_first) ? day_first : month_first;
}

Found find_candidate(std::string_view text, std::size_t from, DayOrder order)
{
    std::size_t at = next_digit(text, from);
    while (at < text.size()) {
        const Number number = read_number(text, at);
        const bool alone = begins_alone(text, at) || range_begin(text, from, at) != at;
        if (alone) {
            if (auto found = match_at(text, from, number, order)) { return found; }
        }
        at = next_digit(text, number.end);
    }
    return {};
}

WrittenDate written(const Candidate& found)
{
    const auto day = chrono::year{static_cast<int>(found.year)} / chrono::month{found.month} /
                     chrono::day{std::max(found.day, 1U)};
    return {.date = {chrono::sys_days{day}, found.day == 0 ? Precision::Month : Precision::Day},
            .begin = found.begin,
            .end = found.end,
            .rule = found.rule};
}

}  // namespace

std::optional<WrittenDate> find_date(std::string_view text, std::size_t from, DayOrder order)
{
    while (const auto found = find_candidate(text, from, order)) {
        if (found->year != 0) { return written(*found); }
        from = found->end;
    }
    return {};
}

DayOrder shown_order(std::string_view text)
{
    const auto found = find_date(text);
    if (!found || found->rule != "figures") { return DayOrder::Unknown; }
    const std::chrono::year_month_day date{found->date.first};
    const auto day = static_cast<unsigned>(date.day());
    if (day == static_cast<unsigned>(date.month())) { return DayOrder::Unknown; }
    return read_number(text, found->begin).value == day ? DayOrder::DayFirst : DayOrder::MonthFirst;
}

std::optional<std::variant<WrittenDate, OpenDay>> find_day(std::string_view text, std::size_t from)
{
    const auto found = find_candidate(text, from, DayOrder::Unknown);
    if (!found) { return {}; }
    if (found->year != 0) { return written(*found); }
    return OpenDay{chrono::month{found->month} / chrono::day{found->day}, found->begin, found->end};
}

}  // namespace dateline::indexer
