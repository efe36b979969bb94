#include "benchmarks/quality/settings.hpp"

#include "common/cli/values.hpp"

#include <array>

namespace dateline::quality {
namespace {

template <std::vector<std::filesystem::path> Settings::*kMember>
Status add_path(Settings& settings, const std::string& path)
{
    (settings.*kMember).emplace_back(path);
    return Done{};
}

constexpr auto kOptions = std::to_array<cli::Option<Settings>>({
    {.name = "data",
     .letter = 0,
     .value = "DIR",
     .preset = "../shared/data",
     .verbs = "ranking ablation sentences ner countries people articles rewritten",
     .summary = "where the files are that are not named",
     .set = cli::set_text<&Settings::data>},
    {.name = "docs",
     .letter = 0,
     .value = "FILE",
     .preset = "",
     .verbs = "ranking ablation sentences",
     .summary =
         "the documents, a dump with ids (or time/docs.jsonl; sentences: news/english.jsonl)",
     .set = cli::set_text<&Settings::docs>},
    {.name = "queries",
     .letter = 0,
     .value = "FILE",
     .preset = "",
     .verbs = "ranking ablation",
     .summary = "a query a line: id, tab, text (or time/queries-dev.tsv)",
     .set = cli::set_text<&Settings::queries>},
    {.name = "qrels",
     .letter = 0,
     .value = "FILE",
     .preset = "",
     .verbs = "ranking ablation",
     .summary = "judgments as TREC writes them (or time/qrels-dev.tsv)",
     .set = cli::set_text<&Settings::qrels>},
    {.name = "bio",
     .letter = 0,
     .value = "FILE",
     .preset = "",
     .verbs = "ner",
     .summary = "token, tab, tag (or ner/conll.dev and ner/ww.dev)",
     .set = add_path<&Settings::bio>},
    {.name = "gold",
     .letter = 0,
     .value = "FILE",
     .preset = "",
     .verbs = "countries people articles rewritten",
     .summary = "JSONL, or one JSON array, of articles with their gold",
     .set = add_path<&Settings::gold>},
});

}  // namespace

std::span<const cli::Option<Settings>> options() { return kOptions; }

}  // namespace dateline::quality
