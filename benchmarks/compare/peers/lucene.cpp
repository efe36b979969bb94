// Lucene, by two small Java programs of ours (drivers/Lucene*.java).
#include "benchmarks/compare/peer.hpp"

namespace dateline::compare {
namespace {

/// Debian's liblucene8-java calls itself 8.8.1; its jars are named 8.7.0.
constexpr std::string_view kJars[] = {"core", "analyzers-common", "facet", "queryparser",
                                      "queries"};

CommandLine java(const Places& places, std::string_view program)
{
    std::string path = (places.programs / "benchmarks/compare/lucene").string();
    for (const std::string_view jar : kJars) {
        path += ":/usr/share/java/lucene-" + std::string{jar} + "-8.7.0.jar";
    }
    return {"java", "-Xmx3g", "-cp", path, std::string{program}};
}

CommandLine with(CommandLine command, std::initializer_list<std::string> arguments)
{
    command.insert(command.end(), arguments);
    return command;
}

CommandLine index(const Places& places, std::string_view way)
{
    return with(java(places, "LuceneIndex"),
                {places.tsv, places.index("lucene", way), "2", std::string{way}});
}

CommandLine ask(const Places& places, std::string_view)
{
    return with(java(places, "LuceneAsk"), {places.index("lucene", "speed")});
}

CommandLine shell(const Places& places, const Question& question)
{
    return with(ask(places, "plain"), {line_of(question)});
}

/// By what Lucene87's file extensions stand for.
std::string part_of(const std::filesystem::path& file)
{
    const std::string kind = file.extension();
    if (kind == ".fdt" || kind == ".fdx" || kind == ".fdm") { return "stored fields"; }
    if (kind == ".tim" || kind == ".tip" || kind == ".doc" || kind == ".tmd") { return "postings"; }
    if (kind == ".pos" || kind == ".pay") { return "positions"; }
    if (kind == ".dvd" || kind == ".dvm") { return "doc values"; }
    return "other";
}

Result<Parts> parts(const std::filesystem::path& index) { return parts_by_file(index, part_of); }

}  // namespace

extern const Peer lucene_peer{
    .name = "lucene",
    .shown = "Lucene 8.7",
    .ways = "speed best",
    .modes = "plain exact",
    .index = index,
    .ask = ask,
    .shell = shell,
    .parts = parts,
    .no_hits_code = 0,
    .colour = "#0072B2",
    .point = 9,
    .note =
        "EnglishAnalyzer, two indexing threads, stored fields, sorted-set facets, "
        "forceMerge(1); totals exact to 1,000 and then \"at least\" (lucene), or exact "
        "throughout (lucene-exact); stored fields compressed for speed or best; a heap of 3 GB, "
        "512 MB of it to "
        "buffer (its peak memory is what it was given); its query cache is off",
};

}  // namespace dateline::compare
