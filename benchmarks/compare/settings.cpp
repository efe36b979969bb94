#include "benchmarks/compare/settings.hpp"

#include "benchmarks/compare/peer.hpp"
#include "benchmarks/split.hpp"
#include "common/cli/values.hpp"
#include "common/registry.hpp"

#include <array>

namespace dateline::compare {
namespace {

Status set_peers(Settings& settings, const std::string& text)
{
    settings.peers.clear();
    for (const std::string_view name : split(text, ',')) {
        const auto peer = find_named<Peer>(peers(), "peer", name);
        if (!peer) { return Failure{peer.error()}; }
        settings.peers.emplace_back(name);
    }
    return Done{};
}

Status set_shares(Settings& settings, const std::string& text)
{
    settings.shares.clear();
    constexpr std::uint64_t kMostParts = 1000;
    std::uint64_t before = 0;
    for (const std::string_view share : split(text, ',')) {
        const auto parts = share == "1" ? Result<std::uint64_t>{1}
                           : share.starts_with("1/")
                               ? cli::parse_number(std::string{share.substr(2)}, kMostParts)
                               : Result<std::uint64_t>{fail(ErrorKind::Usage, "")};
        if (!parts || *parts <= before || (*parts == 1) != (share == "1")) {
            return fail(ErrorKind::Usage, "'" + text + "' are no shares",
                        "write 1 or 1/N, largest first, with commas between: 1,1/2,1/4");
        }
        before = *parts;
        settings.shares.emplace_back(share);
    }
    return Done{};
}

constexpr auto kOptions = std::to_array<cli::Option<Settings>>({
    {.name = "corpus",
     .letter = 0,
     .value = "FILE",
     .preset = "",
     .verbs = "measure",
     .summary = "articles, .jsonl or .jsonl.zst; several: all of them",
     .set = [](Settings& s, const std::string& v) -> Status {
         s.corpus.emplace_back(v);
         return Done{};
     }},
    {.name = "peers",
     .letter = 0,
     .value = "LIST",
     .preset = "lucene,sqlite,omega",
     .verbs = "measure",
     .summary = "whom to compare with",
     .set = set_peers},
    {.name = "shares",
     .letter = 0,
     .value = "LIST",
     .preset = "1,1/2,1/4,1/8",
     .verbs = "measure",
     .summary = "of the corpus, largest first; the smaller ones have one round",
     .set = set_shares},
    {.name = "rounds",
     .letter = 0,
     .value = "N",
     .preset = "3",
     .verbs = "measure",
     .summary = "how often everything is measured, in fresh processes",
     .set = cli::set_number<&Settings::rounds, 100>},
    {.name = "questions",
     .letter = 0,
     .value = "N",
     .preset = "100",
     .verbs = "measure draw",
     .summary = "distinct ones of each class",
     .set = cli::set_number<&Settings::questions, 10000>},
    {.name = "seed",
     .letter = 0,
     .value = "N",
     .preset = "1",
     .verbs = "measure draw",
     .summary = "by which questions are drawn",
     .set = cli::set_number<&Settings::seed, 1U << 30U>},
    {.name = "out",
     .letter = 0,
     .value = "DIR",
     .preset = "",
     .verbs = "measure",
     .summary = "the run's folder",
     .set = cli::set_text<&Settings::out>},
    {.name = "programs",
     .letter = 0,
     .value = "DIR",
     .preset = "build/bench",
     .verbs = "measure",
     .summary = "the build folder",
     .set = cli::set_text<&Settings::programs>},
    {.name = "source",
     .letter = 0,
     .value = "DIR",
     .preset = "benchmarks/compare",
     .verbs = "measure draw",
     .summary = "where classes.tsv and fixed.tsv are",
     .set = cli::set_text<&Settings::source>},
    {.name = "scratch",
     .letter = 0,
     .value = "DIR",
     .preset = "",
     .verbs = "measure",
     .summary = "an empty folder for the indexes: ten times the text",
     .set = cli::set_text<&Settings::scratch>},
    {.name = "commit",
     .letter = 0,
     .value = "NAME",
     .preset = "unknown",
     .verbs = "measure",
     .summary = "of the repository, for the record",
     .set = [](Settings& s, const std::string& v) -> Status {
         s.commit = v;
         return Done{};
     }},
});

}  // namespace

std::span<const cli::Option<Settings>> options() { return kOptions; }

}  // namespace dateline::compare
