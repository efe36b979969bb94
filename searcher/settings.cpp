#include "searcher/settings.hpp"

#include "common/cli/values.hpp"
#include "searcher/option_values.hpp"

#include <algorithm>
#include <array>

namespace dateline::searcher {
namespace {

template <FieldId kField>
Status add_filter(Settings& settings, const std::string& value)
{
    settings.filters.push_back({kField, value});
    return Done{};
}

// Verbs that share options.
constexpr std::string_view kReaders =
    "find count people countries timeline significant similar complete show saved digest export "
    "verify-packet bench prompt";
constexpr std::string_view kTimed =
    "find count people countries timeline significant similar saved digest export verify-packet "
    "bench prompt";
constexpr std::string_view kAskers =
    "find count people countries timeline significant saved prompt";

constexpr auto kOptions = std::to_array<cli::Option<Settings>>({
    {.name = "index",
     .letter = 'i',
     .value = "DIR",
     .preset = "",
     .verbs = kReaders,
     .summary = "the index (or the environment's DATELINE_INDEX)",
     .set = [](Settings& s, const std::string& v) -> Status {
         s.index = v;
         return Done{};
     }},
    {.name = "people",
     .letter = 0,
     .value = "FILE",
     .preset = "",
     .verbs = kReaders,
     .summary = "who is who, instead of the people.tsv of the index (see dateline-index people)",
     .set = cli::set_text<&Settings::people, Settings>},
    {.name = "saved",
     .letter = 0,
     .value = "FILE",
     .preset = "",
     .verbs = "find count people countries timeline significant complete saved digest export",
     .summary = "queries with names, instead of the saved.tsv of the index",
     .set = cli::set_text<&Settings::saved, Settings>},
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
     .verbs = kAskers,
     .summary = "only articles about this person; several: any of them",
     .set = add_filter<FieldId::Person>},
    {.name = "country",
     .letter = 0,
     .value = "CODE|NAME",
     .preset = "",
     .verbs = kAskers,
     .summary = "only articles that mention this country; several: any of them",
     .set = add_filter<FieldId::Country>},
    {.name = "exclude",
     .letter = 0,
     .value = "FIELD:VALUE",
     .preset = "",
     .verbs = kAskers,
     .summary = "no articles with this: country:RU, person:maduro…; several: with none of them",
     .set = exclude},
    {.name = "from",
     .letter = 0,
     .value = "DATE",
     .preset = "",
     .verbs = kAskers,
     .summary = "published on or after YYYY[-MM[-DD]]",
     .set = [](Settings& s, const std::string& v) -> Status {
         s.from = v;
         return Done{};
     }},
    {.name = "to",
     .letter = 0,
     .value = "DATE",
     .preset = "",
     .verbs = kAskers,
     .summary = "published on or before YYYY[-MM[-DD]]",
     .set = [](Settings& s, const std::string& v) -> Status {
         s.to = v;
         return Done{};
     }},
    {.name = "sort",
     .letter = 0,
     .value = "ORDER",
     .preset = "relevance",
     .verbs = "find saved digest prompt",
     .summary = "relevance, date (oldest first) or -date (newest first)",
     .set = set_sort},
    {.name = "limit",
     .letter = 'n',
     .value = "N",
     .preset = "10",
     .verbs = "find people countries significant similar complete saved digest prompt",
     .summary = "how many to show, at most 1000",
     .set = cli::set_number<&Settings::limit, kMaxLimit>},
    {.name = "offset",
     .letter = 0,
     .value = "N",
     .preset = "0",
     .verbs = "find saved",
     .summary = "how many to leave out before them",
     .set = cli::set_number<&Settings::offset, kMaxWindow>},
    {.name = "facets",
     .letter = 0,
     .value = "LIST",
     .preset = "person,country,month,language,source",
     .verbs = "find bench saved prompt",
     .summary = "what to count over all hits; day, year, author, pair, about, mentioned-month "
                "are there, too; or none",
     .set = set_facets},
    {.name = "facet",
     .letter = 0,
     .value = "NAME[:N[:TEXT]]",
     .preset = "",
     .verbs = "find bench saved prompt",
     .summary = "one more, or N values of it, or those of which a word begins with TEXT",
     .set = set_facet},
    {.name = "facet-limit",
     .letter = 0,
     .value = "N",
     .preset = "10",
     .verbs = "find bench saved",
     .summary = "how many values of each facet to show (days, months, years: all)",
     .set = cli::set_number<&Settings::facet_limit, kMaxFacetLimit>},
    {.name = "timeout",
     .letter = 0,
     .value = "SECONDS",
     .preset = "2",
     .verbs = kTimed,
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
     .verbs = "find saved",
     .summary = "every hit, one by one: with jsonl, csv, tsv, ids, bibtex or markdown",
     .set = [](Settings& s, const std::string&) -> Status {
         s.all = true;
         return Done{};
     }},
    {.name = "fields",
     .letter = 0,
     .value = "LIST",
     .preset = "",
     .verbs = "find show saved",
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
     .verbs = "find saved",
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
     .summary = "of each person, country and date all forms, with their places and rules",
     .set = [](Settings& s, const std::string&) -> Status {
         s.why = true;
         return Done{};
     }},
    {.name = "since",
     .letter = 0,
     .value = "GENERATION|DATE",
     .preset = "",
     .verbs = "digest",
     .summary = "what came after this generation (a number), or on or after this day (UTC)",
     .set = set_since},
    {.name = "packet",
     .letter = 0,
     .value = "FILE",
     .preset = "",
     .verbs = "export",
     .summary = "where to write the packet",
     .set = cli::set_text<&Settings::packet, Settings>},
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
     .verbs = "find count people countries timeline significant similar complete show saved digest "
              "verify-packet bench",
     .summary = "of the output: text, json, jsonl, csv, tsv, ids, bibtex or markdown",
     .set = set_format},
    {.name = "color",
     .letter = 0,
     .value = "WHEN",
     .preset = "auto",
     .verbs = "find count people countries timeline significant similar complete show saved digest "
              "verify-packet bench prompt",
     .summary = "colours in text: auto (on a terminal, without NO_COLOR), always or never",
     .set = set_colour},
    {.name = "quiet",
     .letter = 'q',
     .value = "",
     .preset = "",
     .verbs = "find count people countries timeline significant show prompt",
     .summary = "no notes on how a query was read; errors are told all the same",
     .set = [](Settings& s, const std::string&) -> Status {
         s.quiet = true;
         return Done{};
     }},
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
