// sanction*, b?risov: any word of the index that looks like this.
#include "searcher/query/expansion.hpp"
#include "searcher/query/operator.hpp"
#include "searcher/query/text_leaf.hpp"

namespace dateline::searcher {

extern const Operator wildcard_operator{
    .name = "wildcard",
    .symbols = "*?",
    .example = "sanction* or b?risov",
    .summary = "words that begin so, or with any letter at the ?; at most 1,000 of them",
    .plan = [](const QuerySpec& query, Planner& planner) -> Result<PlanNode> {
        auto word = expand(query, planner, forms_like);
        if (!word) { return Failure{word.error()}; }
        return PlanNode{.words = {*std::move(word)}};
    },
    .open = open_text,
    .places = places_of_words,
};

}  // namespace dateline::searcher
