#include "searcher/option_values.hpp"

#include "common/cli/values.hpp"
#include "common/registry.hpp"
#include "common/text/utf8.hpp"
#include "searcher/bench/bench_plan.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace dateline::searcher {
namespace {

Result<FacetId> facet_named(std::string_view name)
{
    std::string known;
    for (const FacetKind& kind : kFacets) {
        if (kind.name == name) { return kind.id; }
        known += (known.empty() ? "one of: " : ", ") + std::string{kind.name};
    }
    return fail(ErrorKind::Usage, "unknown facet '" + std::string{name} + "'", known);
}

}  // namespace

Status set_format(Settings& settings, const std::string& name)
{
    const auto found = find_named<Renderer>(renderers(), "output format", name);
    if (!found) { return Failure{found.error()}; }
    settings.format = *found;
    return Done{};
}

Status set_colour(Settings& settings, const std::string& text)
{
    if (text == "auto") {
        settings.colour = ColourWish::Auto;
    } else if (text == "always") {
        settings.colour = ColourWish::Always;
    } else if (text == "never") {
        settings.colour = ColourWish::Never;
    } else {
        return fail(ErrorKind::Usage, "'" + text + "' is no wish for colours",
                    "one of: auto, always, never");
    }
    return Done{};
}

Status set_sort(Settings& settings, const std::string& text)
{
    if (text == "relevance") {
        settings.sort = SortOrder::Relevance;
    } else if (text == "date") {
        settings.sort = SortOrder::OldestFirst;
    } else if (text == "-date") {
        settings.sort = SortOrder::NewestFirst;
    } else {
        return fail(ErrorKind::Usage, "'" + text + "' is no order",
                    "one of: relevance, date (oldest first), -date (newest first)");
    }
    return Done{};
}

Status set_unit(Settings& settings, const std::string& text)
{
    for (const Precision unit : {Precision::Day, Precision::Month, Precision::Year}) {
        if (text != name_of(unit)) { continue; }
        settings.unit = unit;
        return Done{};
    }
    return fail(ErrorKind::Usage, "'" + text + "' is no unit of time", "one of: day, month, year");
}

Status set_facets(Settings& settings, const std::string& text)
{
    settings.facets.clear();
    std::string_view rest = text == "none" ? std::string_view{} : text;
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        const auto facet = facet_named(rest.substr(0, comma));
        if (!facet) {
            return fail(facet.error().kind, facet.error().message,
                        facet.error().hint + "; or none");
        }
        const bool is_new = std::find(settings.facets.begin(), settings.facets.end(), *facet) ==
                            settings.facets.end();
        if (is_new) { settings.facets.push_back(*facet); }
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return Done{};
}

Status set_timeout(Settings& settings, const std::string& text)
{
    constexpr double kMost = 3600;
    double seconds = 0;
    const auto* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, seconds, std::chars_format::fixed);
    if (read.ec != std::errc{} || read.ptr != end || !(seconds > 0) || seconds > kMost) {
        return fail(ErrorKind::Usage, "'" + text + "' is no number of seconds",
                    "write for example 2 or 0.5, at most 3600");
    }
    settings.timeout = std::chrono::milliseconds{
        std::max<std::int64_t>(1, static_cast<std::int64_t>(seconds * 1000))};
    return Done{};
}

Status set_threads(Settings& settings, const std::string& text)
{
    const auto threads = cli::parse_number(text, kMaxBenchThreads);
    if (threads && *threads > 0) {
        settings.threads = *threads;
        return Done{};
    }
    return fail(ErrorKind::Usage, "'" + text + "' is no number of threads",
                "from 1 to " + std::to_string(kMaxBenchThreads));
}

Status set_facet(Settings& settings, const std::string& text)
{
    const std::size_t name_end = std::min(text.find(':'), text.size());
    const std::size_t limit_begin = std::min(name_end + 1, text.size());
    const std::size_t limit_end = std::min(text.find(':', limit_begin), text.size());
    const auto facet = facet_named(std::string_view{text}.substr(0, name_end));
    if (!facet) { return Failure{facet.error()}; }
    FacetWish wish{.id = *facet};
    if (limit_end > limit_begin) {
        const auto limit =
            cli::parse_number(text.substr(limit_begin, limit_end - limit_begin), kMaxFacetLimit);
        if (!limit) {
            return fail(limit.error().kind, limit.error().message,
                        "write " + text.substr(0, name_end) + ":N, or " + text.substr(0, name_end) +
                            ":N:TEXT for values of which a word begins with TEXT");
        }
        wish.limit = *limit;
    }
    const std::string words = text.substr(std::min(limit_end + 1, text.size()));
    if (!is_utf8(words)) {
        return fail(ErrorKind::Usage, "what to search for in the facet is not valid UTF-8",
                    "check the terminal's encoding");
    }
    wish.words = clean_text(words).text;
    auto& wishes = settings.facet_wishes;
    wishes.erase(std::remove_if(wishes.begin(), wishes.end(),
                                [&wish](const FacetWish& other) { return other.id == wish.id; }),
                 wishes.end());
    wishes.push_back(std::move(wish));
    return Done{};
}

Status set_since(Settings& settings, const std::string& text)
{
    if (text.find_first_not_of("0123456789") == std::string::npos) {
        const auto generation = cli::parse_number(text, std::numeric_limits<std::uint32_t>::max());
        if (!generation) { return Failure{generation.error()}; }
        settings.since = *generation;
        return Done{};
    }
    const auto date = parse_date(text);
    if (!date) {
        return fail(ErrorKind::Usage, "'" + text + "' is neither a generation nor a day",
                    "write a number, as dateline-index info shows it, or YYYY-MM-DD");
    }
    settings.since = date->first;
    return Done{};
}

Status exclude(Settings& settings, const std::string& text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) {
        return fail(ErrorKind::Usage, "'" + text + "' names no field",
                    "write FIELD:VALUE, as in country:RU");
    }
    std::string known;
    for (const Field& f : kFields) {
        if (f.name == text.substr(0, colon)) {
            settings.excluded.push_back({f.id, text.substr(colon + 1)});
            return Done{};
        }
        if (f.id == FieldId::Named) { continue; }  // written country:FR!
        known += (known.empty() ? "one of: " : ", ") + std::string{f.name};
    }
    return fail(ErrorKind::Usage, "there is no field '" + text.substr(0, colon) + "'", known);
}

}  // namespace dateline::searcher
