// read_date_field(): what dumps write into their date fields, beyond what news writes in texts.
#include "indexer/date_marks.hpp"
#include "indexer/written_date.hpp"

#include <charconv>
#include <cstdint>

namespace dateline::indexer {
namespace {

namespace chrono = std::chrono;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\n\r\f\v\"'";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) { return {}; }
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::optional<Date> day_of(std::uint64_t year, std::uint64_t month, std::uint64_t day)
{
    if (year < 1000 || year > 9999) { return {}; }
    const auto date = chrono::year{static_cast<int>(year)} /
                      chrono::month{static_cast<unsigned>(month)} /
                      chrono::day{static_cast<unsigned>(day)};
    if (!date.ok()) { return {}; }
    return Date{chrono::sys_days{date}, Precision::Day};
}

/// 20241108, 202411081030, 20241108103000; seconds or milliseconds since 1970.
std::optional<Date> read_digits(std::uint64_t value, std::size_t digits)
{
    switch (digits) {
        case 4: {
            auto date = day_of(value, 1, 1);
            if (date) { date->precision = Precision::Year; }
            return date;
        }
        case 14:
            value /= 100;
            [[fallthrough]];
        case 12:
            value /= 10000;
            [[fallthrough]];
        case 8:
            return day_of(value / 10000, value / 100 % 100, value % 100);
        case 13:
            value /= 1000;
            [[fallthrough]];
        case 9:
        case 10: {
            const auto seconds = chrono::seconds{static_cast<std::int64_t>(value)};
            return Date{chrono::floor<chrono::days>(chrono::sys_seconds{seconds}), Precision::Day};
        }
        default:
            return {};
    }
}

/// "2024-11" or "2024/11".
std::optional<Date> read_month(std::string_view text)
{
    if (text.size() != 7 || (text[4] != '-' && text[4] != '/')) { return {}; }
    const Number year = read_number(text, 0);
    const Number month = read_number(text, 5);
    if (year.digits != 4 || month.digits != 2) { return {}; }
    auto date = day_of(year.value, month.value, 1);
    if (date) { date->precision = Precision::Month; }
    return date;
}

}  // namespace

std::optional<Date> read_date_field(std::string_view text, DayOrder order)
{
    text = trimmed(text);
    std::uint64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data(), end, value);
    const auto digits = static_cast<std::size_t>(stop - text.data());
    // "20241108T103000Z" and "1731061800.25" go on behind the digits.
    if (problem == std::errc{} &&
        (stop == end || (*stop == 'T' && digits == 8) || (*stop == '.' && digits >= 9))) {
        return read_digits(value, digits);
    }
    if (auto month = read_month(text)) { return month; }
    const auto found = find_date(text, 0, order);
    return found ? std::optional<Date>{found->date} : std::nullopt;
}

}  // namespace dateline::indexer
