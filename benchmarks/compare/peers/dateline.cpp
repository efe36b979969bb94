// Dateline itself, as its own user runs it.
#include "benchmarks/compare/peer.hpp"
#include "benchmarks/compare/peers/dateline_query.hpp"

namespace dateline::compare {
namespace {

CommandLine index(const Places& places, std::string_view way)
{
    return {places.programs / "dateline-index",
            "add",
            "--index",
            places.index("dateline", way),
            "--detect",
            std::string{way},
            places.jsonl};
}

CommandLine ask(const Places& places, std::string_view mode)
{
    return {places.programs / "benchmarks/compare/dateline_ask", places.index("dateline", "all"),
            std::string{mode}};
}

CommandLine shell(const Places& places, const Question& question)
{
    return {places.programs / "dateline-search", "--index", places.index("dateline", "all"),
            dateline_query(question)};
}

std::string part_of(const std::filesystem::path& file)
{
    std::string part = file.begin()->string();
    if (part == "segments") { part = std::next(file.begin(), 2)->string(); }
    constexpr std::string_view kLarge[] = {"postings", "tokens", "vocabulary",
                                           "columns",  "bodies", "names"};
    for (const std::string_view known : kLarge) {
        if (part == known) { return part; }
    }
    return "other";
}

Result<Parts> parts(const std::filesystem::path& index) { return parts_by_file(index, part_of); }

}  // namespace

extern const Peer dateline_peer{
    .name = "dateline",
    .shown = "Dateline",
    .ways = "all none",
    .modes = "plain shown",
    .index = index,
    .ask = ask,
    .shell = shell,
    .parts = parts,
    .no_hits_code = 1,
    .colour = "#D55E00",
    .point = 7,
    .note =
        "people, countries and dates are detected while indexing (all) or not (none); totals "
        "are always exact; ids only, as from the peers (dateline), or hits as its user sees "
        "them, with names, snippets and marks (dateline-shown); the shell's command also "
        "counts five facets",
};

}  // namespace dateline::compare
