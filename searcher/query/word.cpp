// A word: articles with a token of the same stem.
#include "searcher/query/operator.hpp"

namespace dateline::searcher {
namespace {

Result<PlanNode> plan_word(const QuerySpec& query, Planner& planner)
{
    return PlanNode{.words = planner.words_of(query.text, query.field)};
}

MatchesPtr open_word(const PlanNode& node, const SegmentView& view)
{
    return open_words(node.words, view);
}

void highlight_word(const PlanNode& node, const ArticleView& article, Highlights& highlights)
{
    highlight_phrase({.words = {WordNumbers{article.segment, node.words.front().stems}},
                      .title_only = node.field == FieldId::Title},
                     article, node.words.front().stems.front(), highlights);
}

}  // namespace

extern const Operator word_operator{
    .name = "word",
    .symbols = "",
    .example = "sanctions",
    .summary = "articles with the word, whatever its ending",
    .plan = plan_word,
    .open = open_word,
    .highlight = highlight_word,
};

}  // namespace dateline::searcher
