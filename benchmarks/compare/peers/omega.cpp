// Xapian as Omega sets it up: indexed by scriptindex, searched by quest.
#include "benchmarks/compare/drivers/omega_query.hpp"
#include "benchmarks/compare/peer.hpp"

namespace dateline::compare {
namespace {

CommandLine index(const Places& places, std::string_view)
{
    return {"scriptindex", places.index("omega", "glass"), places.source / "drivers/omega.script",
            places.dump};
}

CommandLine ask(const Places& places, std::string_view)
{
    return {places.programs / "benchmarks/compare/dateline_omega_ask",
            places.index("omega", "glass")};
}

/// quest's query language has neither our dates nor an order by date.
CommandLine shell(const Places& places, const Question& question)
{
    if (!question.from.empty() || question.by_date || question.kind == "all") { return {}; }
    std::string query = xapian_expression(question);
    if (!question.country.empty()) { query += " country:" + question.country; }
    return {"quest",
            "--db=" + places.index("omega", "glass").string(),
            "--msize=10",
            "--default-op=and",
            "--flags=default,wildcard",
            "--boolean-prefix=country:XC",
            query};
}

std::string part_of(const std::filesystem::path& file)
{
    const std::string table = file.stem();
    if (table == "position") { return "positions"; }
    if (table == "postlist") { return "postings"; }
    if (table == "docdata") { return "stored fields"; }
    if (table == "termlist") { return "termlists"; }
    return "other";
}

Result<Parts> parts(const std::filesystem::path& index) { return parts_by_file(index, part_of); }

}  // namespace

extern const Peer omega_peer{
    .name = "omega",
    .shown = "Xapian Omega",
    .ways = "glass",
    .modes = "plain exact",
    .index = index,
    .ask = ask,
    .shell = shell,
    .parts = parts,
    .no_hits_code = 0,
    .colour = "#CC79A7",
    .point = 13,
    .note =
        "scriptindex, not compacted; searched as quest does, totals estimated (omega) or with "
        "check_at_least at the number of articles (omega-exact); no facets; it flushes every "
        "10,000 articles, its preset",
};

}  // namespace dateline::compare
