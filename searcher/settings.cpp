#include "searcher/settings.hpp"

#include "common/cli/values.hpp"
#include "common/registry.hpp"
#include "common/text/utf8.hpp"
#include "searcher/bench/bench_plan.hpp"

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

Status set_unit(Settings& settings, const std::string& text)
{
    for (const Precision unit : {Precision::Day, Precision::Month, Precision::Year}) {
        if (text != name_of(unit)) { continue; }
        settings.unit = unit;
        return Done{};
    }
    return fail(ErrorKind::Usage, "'" + text + "' is no unit of time", "one of: day, month, year");
}

Result<FacetId> facet_named(std::string_view name)
{
    std::string known;
    for (const FacetKind& kind : kFacets) {
        if (kind.name == name) { return kind.id; }
        known += (known.empty() ? "one of: " : ", ") + std::string{kind.name};
    }
    return fail(ErrorKind::Usage, "unknown facet '" + std::string{name} + "'", known);
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

/// NAME[:N[:TEXT]]
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

/// FIELD:VALUE
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
     .verbs = "find count people countries timeline significant similar complete show bench",
     .summary = "the index (or the environment's DATELINE_INDEX)",
     .set = [](Settings& s, const std::string& v) -> Status {
         s.index = v;
         return Done{};
     }},
    {.name = "people",
     .letter = 0,
     .value = "FILE",
     .preset = "",
     .verbs = "find count people countries timeline significant similar complete show bench",
     .summary = "who is who, instead of the people.tsv of the index (see dateline-index people)",
     .set = cli::set_text<&Settings::people, Settings>},
    {.name = "any",
     .letter = 0,
     .value = "TEXT",
     .preset = "",
     .verbs = "find count people countries timeline significant",
     .summary = "plain words, no operators: articles with any of them",
     .set = [](Settings& s, const std::string& v) -> Status {
         s.any = v;
         return Done{};
     }},
    {.name = "person",
     .letter = 0,
     .value = "NAME",
     .preset = "",
     .verbs = "find count people countries timeline significant",
     .summary = "only articles about this person; several: any of them",
     .set = add_filter<FieldId::Person>},
    {.name = "country",
     .letter = 0,
     .value = "CODE|NAME",
     .preset = "",
     .verbs = "find count people countries timeline significant",
     .summary = "only articles that mention this country; several: any of them",
     .set = add_filter<FieldId::Country>},
    {.name = "exclude",
     .letter = 0,
     .value = "FIELD:VALUE",
     .preset = "",
     .verbs = "find count people countries timeline significant",
     .summary = "no articles with this: country:RU, person:maduro…; several: with none of them",
     .set = exclude},
    {.name = "from",
     .letter = 0,
     .value = "DATE",
     .preset = "",
     .verbs = "find count people countries timeline significant",
     .summary = "published on or after YYYY[-MM[-DD]]",
     .set = [](Settings& s, const std::string& v) -> Status {
         s.from = v;
         return Done{};
     }},
    {.name = "to",
     .letter = 0,
     .value = "DATE",
     .preset = "",
     .verbs = "find count people countries timeline significant",
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
     .verbs = "find people countries significant similar complete",
     .summary = "how many to show, at most 1000",
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
     .verbs = "find bench",
     .summary = "what to count over all hits; day, year, author, pair, about, mentioned-month "
                "are there, too; or none",
     .set = set_facets},
    {.name = "facet",
     .letter = 0,
     .value = "NAME[:N[:TEXT]]",
     .preset = "",
     .verbs = "find bench",
     .summary = "one more, or N values of it, or those of which a word begins with TEXT",
     .set = set_facet},
    {.name = "facet-limit",
     .letter = 0,
     .value = "N",
     .preset = "10",
     .verbs = "find bench",
     .summary = "how many values of each facet to show (days, months, years: all)",
     .set = cli::set_number<&Settings::facet_limit, kMaxFacetLimit>},
    {.name = "timeout",
     .letter = 0,
     .value = "SECONDS",
     .preset = "2",
     .verbs = "find count people countries timeline significant similar bench",
     .summary = "how long a search may take before it fails",
     .set = set_timeout},
    {.name = "by",
     .letter = 0,
     .value = "UNIT",
     .preset = "month",
     .verbs = "timeline",
     .summary = "day, month or year",
     .set = set_unit},
    {.name = "all",
     .letter = 0,
     .value = "",
     .preset = "",
     .verbs = "find",
     .summary = "every hit, one by one: with jsonl, csv, tsv, ids, bibtex or markdown",
     .set = [](Settings& s, const std::string&) -> Status {
         s.all = true;
         return Done{};
     }},
    {.name = "fields",
     .letter = 0,
     .value = "LIST",
     .preset = "",
     .verbs = "find show",
     .summary = "which fields jsonl, csv and tsv have: id,date,title…",
     .set = [](Settings& s, const std::string& v) -> Status {
         auto fields = hit_fields_named(v);
         if (!fields) { return Failure{fields.error()}; }
         s.fields = *std::move(fields);
         return Done{};
     }},
    {.name = "batch",
     .letter = 0,
     .value = "FILE",
     .preset = "",
     .verbs = "find count",
     .summary = "answer each query of a file: a name, a tab, a query; - for standard input",
     .set = cli::set_text<&Settings::batch, Settings>},
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
    {.name = "why",
     .letter = 0,
     .value = "",
     .preset = "",
     .verbs = "show",
     .summary = "instead of the text, what was detected in it and why: words, bytes, rule, version",
     .set = [](Settings& s, const std::string&) -> Status {
         s.why = true;
         return Done{};
     }},
    {.name = "queries",
     .letter = 0,
     .value = "FILE",
     .preset = "",
     .verbs = "bench",
     .summary = "what to ask: a query a line, or a name, a tab and a query; - for standard input",
     .set = cli::set_text<&Settings::queries, Settings>},
    {.name = "threads",
     .letter = 0,
     .value = "N",
     .preset = "",
     .verbs = "bench",
     .summary = "how many threads to ask with at most (default: as many as there are cores)",
     .set = set_threads},
    {.name = "save",
     .letter = 0,
     .value = "FILE",
     .preset = "",
     .verbs = "bench",
     .summary = "keep the run, as JSON",
     .set = cli::set_text<&Settings::save, Settings>},
    {.name = "against",
     .letter = 0,
     .value = "FILE",
     .preset = "",
     .verbs = "bench",
     .summary = "compare with a run that was kept",
     .set = cli::set_text<&Settings::against, Settings>},
    {.name = "format",
     .letter = 0,
     .value = "NAME",
     .preset = "text",
     .verbs = "find count people countries timeline significant similar complete show bench",
     .summary = "of the output: text, json, jsonl, csv, tsv, ids, bibtex or markdown",
     .set = set_format},
});

}  // namespace

std::vector<FacetRequest> facet_requests(const Settings& settings)
{
    std::vector<FacetRequest> facets;
    for (const FacetId id : settings.facets) { facets.push_back({.id = id}); }
    for (const FacetWish& wish : settings.facet_wishes) {
        auto place = std::find_if(facets.begin(), facets.end(),
                                  [&wish](const FacetRequest& f) { return f.id == wish.id; });
        if (place == facets.end()) { place = facets.insert(place, FacetRequest{.id = wish.id}); }
        place->limit = wish.limit;
        place->words = wish.words;
    }
    return facets;
}

std::span<const cli::Option<Settings>> options() { return kOptions; }

}  // namespace dateline::searcher
