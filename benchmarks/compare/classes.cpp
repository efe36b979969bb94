#include "benchmarks/compare/classes.hpp"

#include "benchmarks/compare/drivers/words.hpp"
#include "benchmarks/split.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <span>

namespace dateline::compare {
namespace {

/// Calls `read` with the fields of each line that is neither empty nor a comment; what it fails
/// with gets the number of the line.
Status each_line(std::string_view text,
                 const std::function<Status(const std::vector<std::string_view>&)>& read)
{
    std::size_t number = 0;
    for (std::string_view line : split(text, '\n')) {
        ++number;
        if (!line.empty() && line.back() == '\r') { line.remove_suffix(1); }
        if (line.empty() || line.front() == '#') { continue; }
        const auto status = read(split(line, '\t'));
        if (!status) {
            return fail(ErrorKind::Usage,
                        "line " + std::to_string(number) + ": " + status.error().message);
        }
    }
    return Done{};
}

Status add_band(const std::vector<std::string_view>& fields, Classes& classes)
{
    Band band{.name = std::string{fields[1]}};
    const auto number = [](std::string_view text, double& value) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return error == std::errc{} && end == text.data() + text.size();
    };
    if (fields.size() != 4 || !number(fields[2], band.least) || !number(fields[3], band.most) ||
        band.least < 0 || band.most <= band.least) {
        return fail(ErrorKind::Usage, "a band is: band NAME LEAST MOST");
    }
    classes.bands.push_back(std::move(band));
    return Done{};
}

constexpr std::array<std::string_view, 3> kFilters{"-", "date", "country"};
constexpr std::array<std::string_view, 2> kOrders{"relevance", "date"};

bool is_among(std::span<const std::string_view> known, std::string_view name)
{
    return std::find(known.begin(), known.end(), name) != known.end();
}

Failure unknown(std::string_view what, std::string_view name)
{
    return fail(ErrorKind::Usage, "unknown " + std::string{what} + " '" + std::string{name} + "'");
}

Status add_class(const std::vector<std::string_view>& fields, Classes& classes)
{
    if (fields.size() != 6) {
        return fail(ErrorKind::Usage, "a class is: class NAME KIND BANDS FILTER ORDER");
    }
    if (!is_kind(fields[2])) { return unknown("kind", fields[2]); }
    if (!is_among(kFilters, fields[4])) { return unknown("filter", fields[4]); }
    if (!is_among(kOrders, fields[5])) { return unknown("order", fields[5]); }
    QuestionClass drawn{.name = std::string{fields[1]},
                        .kind = std::string{fields[2]},
                        .date = fields[4] == "date",
                        .country = fields[4] == "country",
                        .by_date = fields[5] == "date"};
    for (const std::string_view name : split(fields[3], ' ')) {
        if (name == "-") { continue; }
        std::size_t band = 0;
        while (band < classes.bands.size() && classes.bands[band].name != name) { ++band; }
        if (band == classes.bands.size()) { return unknown("band", name); }
        drawn.bands.push_back(band);
    }
    if (drawn.bands.empty() != (drawn.kind == "all")) {
        return fail(ErrorKind::Usage, "every kind but all needs bands");
    }
    classes.classes.push_back(std::move(drawn));
    return Done{};
}

}  // namespace

Result<Classes> parse_classes(std::string_view text)
{
    Classes classes;
    const auto status = each_line(text, [&](const auto& fields) -> Status {
        if (fields.front() == "band") { return add_band(fields, classes); }
        if (fields.front() == "class") { return add_class(fields, classes); }
        return fail(ErrorKind::Usage, "it begins with neither band nor class");
    });
    if (!status) { return Failure{status.error()}; }
    return classes;
}

Result<std::vector<NamedQuestion>> parse_questions(std::string_view text)
{
    std::vector<NamedQuestion> questions;
    const auto status = each_line(text, [&](const auto& fields) -> Status {
        const std::string_view name = fields.front();
        const char* rest = name.data() + name.size();
        const std::string_view line{
            rest, static_cast<std::size_t>(fields.back().data() + fields.back().size() - rest)};
        const auto question = parse_question(line.substr(line.empty() ? 0 : 1));
        if (!question) { return Failure{question.error()}; }
        const std::string refusal = refusal_of(*question);
        if (!refusal.empty()) { return fail(ErrorKind::Usage, refusal); }
        questions.push_back({std::string{name}, *question});
        return Done{};
    });
    if (!status) { return Failure{status.error()}; }
    return questions;
}

std::string text_of(const std::vector<NamedQuestion>& questions)
{
    std::string text;
    for (const NamedQuestion& named : questions) {
        text += named.name + '\t' + line_of(named.question) + '\n';
    }
    return text;
}

}  // namespace dateline::compare
