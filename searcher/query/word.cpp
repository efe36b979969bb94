// A word: articles with a token of the same stem.
#include "searcher/query/operator.hpp"
#include "searcher/query/text_leaf.hpp"

namespace dateline::searcher {

extern const Operator word_operator{
    .name = "word",
    .symbols = "",
    .example = "sanctions",
    .summary = "articles with the word, whatever its ending",
    .plan = [](const QuerySpec& query, Planner& planner) -> Result<PlanNode> {
        return PlanNode{.words = planner.words_of(query.text, query.field)};
    },
    .open = open_text,
    .places = places_of_words,
};

}  // namespace dateline::searcher
