#include "searcher/query/day_words.hpp"

#include <array>
#include <charconv>

namespace dateline::searcher {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

struct Comparison {
    std::string_view sign;
    bool is_after;
    bool is_included;
};
constexpr auto kComparisons = std::to_array<Comparison>({
    {">=", true, true},
    {"<=", false, true},
    {">", true, false},
    {"<", false, false},
});

Result<DayRange> compare(const Comparison& how, std::string_view text)
{
    const auto fail_here = [&how](const Error& error) {
        Failure failure{error};
        failure.error.offset = how.sign.size() + error.offset.value_or(0);
        return failure;
    };
    const auto date = parse_date(text);
    if (!date) { return fail_here(date.error()); }
    const DayRange all = *parse_day_range("0001..9999");
    const DayRange named = days_of(*date);
    DayRange range =
        how.is_after ? DayRange{how.is_included ? named.first : named.last + days{1}, all.last}
                     : DayRange{all.first, how.is_included ? named.last : named.first - days{1}};
    if (range.first > range.last) {
        return fail_here({.kind = ErrorKind::QuerySyntax, .message = "no day lies there"});
    }
    return range;
}

/// The day so many years and months before; the last of its month if that is shorter.
sys_days months_before(sys_days today, int months)
{
    const std::chrono::year_month_day date{today};
    const auto month = date.year() / date.month() - std::chrono::months{months};
    const std::chrono::year_month_day same = month / date.day();
    return same.ok() ? sys_days{same} : sys_days{month / std::chrono::last};
}

/// last-30-days
std::optional<DayRange> last_days(std::string_view text, sys_days today)
{
    constexpr std::string_view kLast = "last-";
    constexpr int kMost = 9999;
    if (!text.starts_with(kLast)) { return {}; }
    text.remove_prefix(kLast.size());
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || number < 1 || number > kMost) { return {}; }
    const std::string_view unit = text.substr(static_cast<std::size_t>(read.ptr - text.data()));
    sys_days before{};
    if (unit == "-days" || unit == "-day") {
        before = today - days{number};
    } else if (unit == "-weeks" || unit == "-week") {
        before = today - days{7 * number};
    } else if (unit == "-months" || unit == "-month") {
        before = months_before(today, number);
    } else if (unit == "-years" || unit == "-year") {
        before = months_before(today, 12 * number);
    } else {
        return {};
    }
    const sys_days first = parse_day_range("0001..9999")->first;
    return DayRange{std::max(before + days{1}, first), today};
}

}  // namespace

Result<DayRange> parse_days(std::string_view text, sys_days today)
{
    if (text == "today") { return DayRange{today, today}; }
    if (text == "yesterday") { return DayRange{today - days{1}, today - days{1}}; }
    if (const auto last = last_days(text, today)) { return *last; }
    for (const Comparison& how : kComparisons) {
        if (text.starts_with(how.sign)) { return compare(how, text.substr(how.sign.size())); }
    }
    return parse_day_range(text);
}

}  // namespace dateline::searcher
