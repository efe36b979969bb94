#include "indexer/settings.hpp"

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
     .verbs = "add remove info verify",
     .summary = "the index (or the environment's DATELINE_INDEX)",
     .set = [](Settings& s, const std::string& v) -> Status {
         s.index = v;
         return Done{};
     }},
    {.name = "input",
     .letter = 0,
     .value = "NAME",
     .preset = "",
     .verbs = "add detect",
     .summary = "read every file as this format: jsonl or text",
     .set = set_input},
    {.name = "map",
     .letter = 0,
     .value = "OURS=THEIRS",
     .preset = "",
     .verbs = "add detect",
     .summary = "the dumps call our key so: title=headline; may be repeated",
     .set = set_map},
    {.name = "detect",
     .letter = 0,
     .value = "LIST",
     .preset = "all",
     .verbs = "add detect",
     .summary = "what to look for: people,countries,dates, all or none",
     .set = set_detect},
    {.name = "report",
     .letter = 0,
     .value = "FILE",
     .preset = "",
     .verbs = "add detect",
     .summary = "write a JSON line for everything that was left out",
     .set = [](Settings& s, const std::string& v) -> Status {
         s.report = v;
         return Done{};
     }},
    {.name = "strict",
     .letter = 0,
     .value = "",
     .preset = "",
     .verbs = "add detect",
     .summary = "leave with 1 if anything was skipped",
     .set = [](Settings& s, const std::string&) -> Status {
         s.strict = true;
         return Done{};
     }},
    {.name = "quiet",
     .letter = 'q',
     .value = "",
     .preset = "",
     .verbs = "add remove detect",
     .summary = "no progress and no summary",
     .set = [](Settings& s, const std::string&) -> Status {
         s.quiet = true;
         return Done{};
     }},
    {.name = "format",
     .letter = 0,
     .value = "NAME",
     .preset = "text",
     .verbs = "detect info",
     .summary = "of the output: text or json",
     .set = set_format},
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
