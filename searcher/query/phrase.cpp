// A phrase: articles with these words in a row, stop words included.
#include "searcher/query/expansion.hpp"
#include "searcher/query/open_words.hpp"
#include "searcher/query/operator.hpp"
#include "searcher/query/text_leaf.hpp"

#include <iterator>

namespace dateline::searcher {
namespace {

Result<PlanNode> plan_phrase(const QuerySpec& query, Planner& planner)
{
    const auto pieces = phrase_pieces(query.text);
    if (!pieces) { return Failure{pieces.error()}; }
    PlanNode node;
    for (const PhrasePiece& piece : *pieces) {
        if (!piece.is_open) {
            auto words = planner.words_of(piece.text, query.field);
            std::move(words.begin(), words.end(), std::back_inserter(node.words));
            continue;
        }
        auto word =
            expand({.op = "wildcard", .field = query.field, .text = std::string{piece.text}},
                   planner, forms_like);
        if (!word) { return Failure{word.error()}; }
        node.words.push_back(*std::move(word));
    }
    return node;
}

}  // namespace

extern const Operator phrase_operator{
    .name = "phrase",
    .symbols = "\"",
    .example = "\"prime minister\" or \"prime minist*\"",
    .summary = "articles with these words in this order",
    .plan = plan_phrase,
    .open = open_text,
    .places = places_of_words,
};

}  // namespace dateline::searcher
