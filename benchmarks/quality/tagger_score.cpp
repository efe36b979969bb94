#include "benchmarks/quality/tagger_score.hpp"

#include "benchmarks/quality/joined_text.hpp"
#include "benchmarks/quality/name_spans.hpp"
#include "common/text/tokenizer.hpp"
#include "indexer/tagger/tagger.hpp"

#include <set>

namespace dateline::quality {

using indexer::NameRange;
using indexer::TaggedText;

TypeCounts score_tagger(const indexer::Model& model, const std::vector<TaggedArticle>& gold)
{
    TypeCounts counts{};
    indexer::Tagger tagger{model};
    TokenList tokens;
    indexer::PieceList pieces;
    for (const TaggedArticle& article : gold) {
        const JoinedText joined = join_tokens(article);
        tokenize(joined.text, tokens);
        indexer::cut_pieces(joined.text, tokens, pieces);
        std::array<TaggedText, 1> texts{TaggedText{.text = joined.text, .pieces = &pieces}};
        tagger.tag(texts);
        std::array<std::set<Range>, indexer::kNameTypeCount> found;
        for (const NameRange& name : texts[0].names) {
            const Range bytes{pieces.pieces[name.first].begin, pieces.pieces[name.last - 1].end};
            if (const auto range = tokens_at(joined, bytes)) {
                found[static_cast<std::size_t>(name.type)].insert(*range);
            }
        }
        for (std::size_t type = 0; type < counts.size(); ++type) {
            const auto names = gold_names(article, kTypeTags[type]);
            counts[type].add(counts_of(names, found[type]));
        }
    }
    return counts;
}

}  // namespace dateline::quality
