// chernishenko~: words spelled nearly like this.
#include "searcher/query/expansion.hpp"
#include "searcher/query/operator.hpp"
#include "searcher/query/text_leaf.hpp"

namespace dateline::searcher {

extern const Operator fuzzy_operator{
    .name = "fuzzy",
    .symbols = "~",
    .example = "chernishenko~ or chernishenko~2",
    .summary = "words that one letter, or two, added, lost or changed make this one",
    .plan = [](const QuerySpec& query, Planner& planner) -> Result<PlanNode> {
        auto word = expand(query, planner, forms_near);
        if (!word) { return Failure{word.error()}; }
        return PlanNode{.words = {*std::move(word)}};
    },
    .open = open_text,
    .places = places_of_words,
};

}  // namespace dateline::searcher
