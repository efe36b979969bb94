#include "indexer/settings.hpp"

#include "common/cli/values.hpp"
#include "common/registry.hpp"

#include <array>

namespace dateline::indexer {
namespace {

/// Our keys that --map may name; contracts.md, "Input keys".
constexpr auto kOurKeys = std::to_array<std::string_view>(
    {"id", "title", "body", "date", "url", "source", "language", "byline", "countries", "people"});

Status set_input(Settings& settings, const std::string& name)
{
    const auto found = find_named<Format>(formats(), "input format", name);
    if (!found) { return Failure{found.error()}; }
    settings.input = *found;
    return Done{};
}

Status set_map(Settings& settings, const std::string& text)
{
    const auto equals = text.find('=');
    const std::string ours = text.substr(0, equals);
    if (equals == std::string::npos || equals + 1 == text.size()) {
        return fail(ErrorKind::Usage, "'" + text + "' maps nothing", "write --map title=headline");
    }
    std::string known;
    for (const std::string_view key : kOurKeys) {
        if (key == ours) {
            settings.map[text.substr(equals + 1)] = ours;
            return Done{};
        }
        known += (known.empty() ? "one of: " : ", ") + std::string{key};
    }
    return fail(ErrorKind::Usage, "'" + ours + "' is no key of ours", known);
}

Status set_detect(Settings& settings, const std::string& text)
{
    auto list = parse_detector_list(text);
    if (!list) { return Failure{list.error()}; }
    settings.detectors = *std::move(list);
    return Done{};
}

constexpr std::uint64_t kMostListed = 1'000'000'000;

/// Below it, publications would be so small that merging them took most of the time.
constexpr std::uint64_t kLeastMemory = 16 << 20;

/// "512M" or "2G".
Status set_memory(Settings& settings, const std::string& text)
{
    constexpr std::uint64_t kMost = 1 << 20;
    const char unit = text.empty() ? '\0' : text.back();
    const auto number = cli::parse_number(text.substr(0, text.size() - 1), kMost);
    const unsigned shift = unit == 'M' ? 20 : unit == 'G' ? 30 : 0;
    if (text.empty() || !number || shift == 0 || *number << shift < kLeastMemory) {
        return fail(ErrorKind::Usage, "'" + text + "' is no size of memory",
                    "write 16M or more: 512M, 2G");
    }
    settings.memory = *number << shift;
    return Done{};
}

Status set_format(Settings& settings, const std::string& name)
{
    if (name != "json" && name != "text") {
        return fail(ErrorKind::Usage, "unknown output format '" + name + "'", "one of: text, json");
    }
    settings.format = name;
    return Done{};
}

constexpr auto kOptions = std::to_array<cli::Option<Settings>>({
    {.name = "index",
     .letter = 'i',
     .value = "DIR",
     .preset = "",
     .verbs = "add sync watch remove merge rebuild info people verify boilerplate",
     .summary = "the index (or the environment's DATELINE_INDEX)",
     .set = [](Settings& s, const std::string& v) -> Status {
         s.index = v;
         return Done{};
     }},
    {.name = "input",
     .letter = 0,
     .value = "NAME",
     .preset = "",
     .verbs = "add sync watch detect boilerplate",
     .summary = "read every text as this format; dateline-index formats lists them",
     .set = set_input},
    {.name = "map",
     .letter = 0,
     .value = "OURS=THEIRS",
     .preset = "",
     .verbs = "add sync watch detect boilerplate",
     .summary = "the dumps call our key so, keys or columns: title=headline; may be repeated",
     .set = set_map},
    {.name = "dry-run",
     .letter = 0,
     .value = "",
     .preset = "",
     .verbs = "add",
     .summary = "only show of each file how it would be read, and what for",
     .set = [](Settings& s, const std::string&) -> Status {
         s.dry_run = true;
         return Done{};
     }},
    {.name = "detect",
     .letter = 0,
     .value = "LIST",
     .preset = "all",
     .verbs = "add sync watch rebuild detect",
     .summary = "what to look for: people,countries,dates, all or none",
     .set = set_detect},
    {.name = "report",
     .letter = 0,
     .value = "FILE",
     .preset = "",
     .verbs = "add sync watch rebuild detect boilerplate",
     .summary = "write a JSON line for everything that was left out",
     .set = [](Settings& s, const std::string& v) -> Status {
         s.report = v;
         return Done{};
     }},
    {.name = "strict",
     .letter = 0,
     .value = "",
     .preset = "",
     .verbs = "add sync rebuild detect boilerplate",
     .summary = "leave with 1 if anything was skipped",
     .set = [](Settings& s, const std::string&) -> Status {
         s.strict = true;
         return Done{};
     }},
    {.name = "quiet",
     .letter = 'q',
     .value = "",
     .preset = "",
     .verbs = "add sync watch remove merge rebuild detect verify boilerplate",
     .summary = "no progress and no summary",
     .set = [](Settings& s, const std::string&) -> Status {
         s.quiet = true;
         return Done{};
     }},
    {.name = "wait",
     .letter = 0,
     .value = "",
     .preset = "",
     .verbs = "add sync remove merge rebuild boilerplate",
     .summary = "if another process is writing the index, wait until it has finished",
     .set = [](Settings& s, const std::string&) -> Status {
         s.wait = true;
         return Done{};
     }},
    {.name = "memory",
     .letter = 0,
     .value = "SIZE",
     .preset = "1G",
     .verbs = "add sync watch rebuild",
     .summary = "what articles in work may take, about; less makes more, smaller publications",
     .set = set_memory},
    {.name = "query",
     .letter = 0,
     .value = "QUERY",
     .preset = "",
     .verbs = "remove",
     .summary = "remove the articles that match, as dateline-search finds them",
     .set = cli::set_text<&Settings::query, Settings>},
    {.name = "file",
     .letter = 0,
     .value = "PATH",
     .preset = "",
     .verbs = "remove",
     .summary = "remove the articles that came from this dump or folder; may be repeated",
     .set = [](Settings& s, const std::string& v) -> Status {
         s.files.push_back(v);
         return Done{};
     }},
    {.name = "format",
     .letter = 0,
     .value = "NAME",
     .preset = "text",
     .verbs = "detect info people",
     .summary = "of the output: text or json",
     .set = set_format},
    {.name = "why",
     .letter = 0,
     .value = "",
     .preset = "",
     .verbs = "detect",
     .summary =
         "also show of each field and mark, and of what was left out, the rule and its place",
     .set = [](Settings& s, const std::string&) -> Status {
         s.why = true;
         return Done{};
     }},
    {.name = "people",
     .letter = 0,
     .value = "FILE",
     .preset = "",
     .verbs = "people remove",
     .summary = "who is who, instead of the people.tsv of the index",
     .set = cli::set_text<&Settings::people, Settings>},
    {.name = "limit",
     .letter = 'n',
     .value = "N",
     .preset = "100",
     .verbs = "people",
     .summary = "how many people to list",
     .set = cli::set_number<&Settings::limit, kMostListed>},
    {.name = "propose",
     .letter = 0,
     .value = "",
     .preset = "",
     .verbs = "people",
     .summary = "list names that may be one person's, as lines for people.tsv, with reasons",
     .set = [](Settings& s, const std::string&) -> Status {
         s.propose = true;
         return Done{};
     }},
    {.name = "check",
     .letter = 0,
     .value = "",
     .preset = "",
     .verbs = "people",
     .summary = "only check people.tsv, line by line",
     .set = [](Settings& s, const std::string&) -> Status {
         s.check = true;
         return Done{};
     }},
    {.name = "digest",
     .letter = 0,
     .value = "",
     .preset = "",
     .verbs = "verify",
     .summary = "print one hash over all articles: what the same index means",
     .set = [](Settings& s, const std::string&) -> Status {
         s.digest = true;
         return Done{};
     }},
});

}  // namespace

std::span<const cli::Option<Settings>> options() { return kOptions; }

}  // namespace dateline::indexer
