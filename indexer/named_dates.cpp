#include "indexer/named_dates.hpp"

#include "common/text/ascii.hpp"
#include "indexer/month_names.hpp"

namespace dateline::indexer {
namespace {

// Beside a month's name four digits may be a number of people: "May 1500 protesters".
constexpr unsigned kFirstMonthYear = 1500;
constexpr unsigned kLastNamedYear = 2199;

/// The year behind a day and a month, with what may stand between: ", ", " de ", "-", a time.
std::optional<Number> year_behind(std::string_view text, std::size_t at)
{
    std::size_t place = skip_gap(text, at);
    for (const std::string_view mark : {",", ".", "،", "-", "/"}) {
        if (stands_at(text, place, mark)) {
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
    return stands_at(text, next, "%") || stands_at(text, at, "–") || stands_at(text, at, "-");
}

/// Behind "-10" in "November 8-10"; `at` if there is none.
std::size_t skip_last_day(std::string_view text, std::size_t at)
{
    for (const std::string_view dash : {"-", "–", "—"}) {
        if (!stands_at(text, at, dash)) { continue; }
        const Number last = read_number(text, at + dash.size());
        return is_day(last) ? last.end : at;
    }
    return at;
}

}  // namespace

FoundDate match_month_first(std::string_view text, std::size_t from, const Number& day)
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
    DateCandidate found{0, name->month, last == ordinal ? day.value : 0, name->begin, last, ""};
    if (const auto year = year_behind(text, last)) {
        found.year = year->value;
        found.end = year->end;
        found.rule = "month-day-year";
        return if_real(found);
    }
    found.end = stands_at(text, day.end, ".") ? day.end : ordinal;
    if (found.day == 0 || !spaced || goes_on(text, found.end) ||
        !name->stands_without(text, false)) {
        return {};
    }
    return if_real(found);
}

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

FoundDate match_day_first(std::string_view text, std::size_t from, const Number& day)
{
    std::size_t place = skip_ordinal(text, day.end);
    const std::size_t gap = skip_gap(text, place);
    const bool spaced = gap != place;
    place = skip_fillers(text, gap);
    if (place == day.end && (stands_at(text, place, "-") || stands_at(text, place, "/"))) {
        ++place;
    }
    if (place == day.end) { return {}; }
    const auto name = month_at(text, place);
    if (!name) { return {}; }

    std::size_t end = name->end;
    if (stands_at(text, end, "/")) {  // "8 نوفمبر/تشرين الثاني 2024"
        const auto other = month_at(text, end + 1);
        if (other && other->month == name->month) { end = other->end; }
    }
    const std::size_t first = range_begin(text, from, day.begin);
    DateCandidate found{0, name->month, first == day.begin ? day.value : 0, first, end, ""};
    // "8.nov.2021" has nothing else between month and year.
    const bool dotted = stands_at(text, end, ".") && read_number(text, end + 1).digits == 0;
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

FoundDate match_month_year(std::string_view text, std::size_t from, const Number& year)
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

}  // namespace dateline::indexer
