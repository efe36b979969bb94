#include "benchmarks/train/recipe.hpp"

#include <array>

namespace dateline::train {
namespace {

constexpr auto kCorpora = std::to_array<Corpus>({
    {.file = "conll.train",
     .use = Use::Train,
     .what = "CoNLL-2003, English: Reuters news of 1996",
     .licence = "research terms of NIST (Reuters RCV1)"},
    {.file = "ww.train",
     .use = Use::Train,
     .what = "en-worldwide-newswire (stanfordnlp): English news from all continents, 2022",
     .licence = "none stated"},
    {.file = "c02es.train",
     .use = Use::Split,
     .what = "CoNLL-2002, Spanish: news of EFE, 2000",
     .licence = "research use"},
    {.file = "conll.dev", .use = Use::Score, .what = "CoNLL-2003, testa", .licence = "as above"},
    {.file = "ww.dev",
     .use = Use::Score,
     .what = "en-worldwide-newswire, a tenth of its articles",
     .licence = "as above"},
});

}  // namespace

std::span<const Corpus> corpora() { return kCorpora; }

}  // namespace dateline::train
