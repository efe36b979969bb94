#include "searcher/settings.hpp"

#include "common/cli/values.hpp"
#include "common/registry.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace dateline::searcher {
namespace {

constexpr std::uint64_t kMaxFacetLimit = 1000;

Status set_format(Settings& settings, const std::string& name)
{
    const auto found = find_named<Renderer>(renderers(), "output format", name);
    if (!found) { return Failure{found.error()}; }
    settings.format = *found;
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

Result<FieldId> facet_named(std::string_view name)
{
    std::string known;
    for (const Field& f : kFields) {
        if (f.facet.empty()) { continue; }
        if (f.facet == name) { return f.id; }
        known += (known.empty() ? "one of: " : ", ") + std::string{f.facet};
    }
    return fail(ErrorKind::Usage, "unknown facet '" + std::string{name} + "'", known + "; or none");
}

Status set_facets(Settings& settings, const std::string& text)
{
    settings.facets.clear();
    std::string_view rest = text == "none" ? std::string_view{} : text;
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        const auto facet = facet_named(rest.substr(0, comma));
        if (!facet) { return Failure{facet.error()}; }
        settings.facets.push_back(*facet);
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

template <FieldId kField>
Status add_filter(Settings& settings, const std::string& value)
{
    settings.filters.push_back({kField, value});
    return Done{};
}

constexpr auto kOptions = std::to_array<cli::Option<Settings>>({
    {.name = "index",
     .letter = 'i',
     .value = "DIR",
     .preset = "",
     .verbs = "find show",
     .summary = "the index (or the environment's DATELINE_INDEX)",
     .set = [](Settings& s, const std::string& v) -> Status {
         s.index = v;
         return Done{};
     }},
    {.name = "any",
     .letter = 0,
     .value = "TEXT",
     .preset = "",
     .verbs = "find",
     .summary = "plain words, no operators: articles with any of them",
     .set = [](Settings& s, const std::string& v) -> Status {
         s.any = v;
         return Done{};
     }},
    {.name = "person",
     .letter = 0,
     .value = "NAME",
     .preset = "",
     .verbs = "find",
     .summary = "only articles about this person; several: any of them",
     .set = add_filter<FieldId::Person>},
    {.name = "country",
     .letter = 0,
     .value = "CODE|NAME",
     .preset = "",
     .verbs = "find",
     .summary = "only articles that mention this country; several: any of them",
     .set = add_filter<FieldId::Country>},
    {.name = "from",
     .letter = 0,
     .value = "DATE",
     .preset = "",
     .verbs = "find",
     .summary = "published on or after YYYY[-MM[-DD]]",
     .set = [](Settings& s, const std::string& v) -> Status {
         s.from = v;
         return Done{};
     }},
    {.name = "to",
     .letter = 0,
     .value = "DATE",
     .preset = "",
     .verbs = "find",
     .summary = "published on or before YYYY[-MM[-DD]]",
     .set = [](Settings& s, const std::string& v) -> Status {
         s.to = v;
         return Done{};
     }},
    {.name = "sort",
     .letter = 0,
     .value = "ORDER",
     .preset = "relevance",
     .verbs = "find",
     .summary = "relevance, date (oldest first) or -date (newest first)",
     .set = set_sort},
    {.name = "limit",
     .letter = 'n',
     .value = "N",
     .preset = "10",
     .verbs = "find",
     .summary = "how many articles to show, at most 1000",
     .set = cli::set_number<&Settings::limit, kMaxLimit>},
    {.name = "offset",
     .letter = 0,
     .value = "N",
     .preset = "0",
     .verbs = "find",
     .summary = "how many to leave out before them",
     .set = cli::set_number<&Settings::offset, kMaxWindow>},
    {.name = "facets",
     .letter = 0,
     .value = "LIST",
     .preset = "person,country,month,language,source",
     .verbs = "find",
     .summary = "what to count over all hits; author is there too; or none",
     .set = set_facets},
    {.name = "facet-limit",
     .letter = 0,
     .value = "N",
     .preset = "10",
     .verbs = "find",
     .summary = "how many values of each facet to show (months: all)",
     .set = cli::set_number<&Settings::facet_limit, kMaxFacetLimit>},
    {.name = "timeout",
     .letter = 0,
     .value = "SECONDS",
     .preset = "2",
     .verbs = "find",
     .summary = "how long a search may take before it fails",
     .set = set_timeout},
    {.name = "explain",
     .letter = 0,
     .value = "",
     .preset = "",
     .verbs = "find",
     .summary = "how the query was read, and what each part of it finds",
     .set = [](Settings& s, const std::string&) -> Status {
         s.explain = true;
         return Done{};
     }},
    {.name = "format",
     .letter = 0,
     .value = "NAME",
     .preset = "text",
     .verbs = "find show",
     .summary = "of the output: text or json",
     .set = set_format},
});

}  // namespace

std::span<const cli::Option<Settings>> options() { return kOptions; }

}  // namespace dateline::searcher
