// =word, ="a phrase": exactly as written, but for case and accents.
#include "searcher/query/operator.hpp"
#include "searcher/query/text_leaf.hpp"

namespace dateline::searcher {

extern const Operator exact_operator{
    .name = "exact",
    .symbols = "=",
    .example = "=signing or =\"signing up\"",
    .summary = "articles with the word or phrase as written: no other endings",
    .plan = [](const QuerySpec& query, Planner& planner) -> Result<PlanNode> {
        return PlanNode{.words = planner.forms_of(query.text, query.field)};
    },
    .open = open_text,
    .places = places_of_words,
};

}  // namespace dateline::searcher
