// A phrase: articles with these words in a row, stop words included.
#include "searcher/query/operator.hpp"
#include "searcher/query/text_leaf.hpp"

namespace dateline::searcher {

extern const Operator phrase_operator{
    .name = "phrase",
    .symbols = "\"",
    .example = "\"prime minister\"",
    .summary = "articles with these words in this order",
    .plan = [](const QuerySpec& query, Planner& planner) -> Result<PlanNode> {
        return PlanNode{.words = planner.words_of(query.text, query.field)};
    },
    .open = open_text,
    .places = places_of_words,
};

}  // namespace dateline::searcher
