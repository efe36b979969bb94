// Tagged articles as training needs them: cut by the tagger's own code, each piece with the label
// that the gold gives it.
#pragma once

#include "benchmarks/quality/bio.hpp"
#include "indexer/tagger/label.hpp"
#include "indexer/tagger/words.hpp"

#include <cstdint>
#include <vector>

namespace dateline::train {

using indexer::Label;
using indexer::WordId;

struct Sentence {
    std::vector<WordId> words{};
    std::vector<Label> gold{};
};

using Article = std::vector<Sentence>;

/// The gold is made a text again and cut as texts are cut in use, so that training sees what the
/// tagger will see. Appends to `articles`.
void append_articles(const std::vector<quality::TaggedArticle>& gold, indexer::Words& words,
                     std::vector<Article>& articles);

/// Of so many sentences of a thousand each, chosen by `seed`, one becomes all capitals, another
/// has Every Long Word With a Capital: headlines are written so, and the gold has too few.
void recase(std::vector<quality::TaggedArticle>& articles, unsigned per_mille, std::uint32_t seed);

/// The same in capitals throughout.
std::vector<quality::TaggedArticle> capitals(std::vector<quality::TaggedArticle> articles);

/// A name's labels, in `labels` that may hold only a part of it: those that lie outside are left.
void spell(const indexer::NameRange& name, std::vector<Label>& labels);

}  // namespace dateline::train
