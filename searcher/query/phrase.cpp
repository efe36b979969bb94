// A phrase: articles with these words in a row, stop words included.
#include "searcher/match/phrase.hpp"

#include "searcher/query/operator.hpp"

#include <utility>

namespace dateline::searcher {
namespace {

PhraseWords phrase_words(const PlanNode& node, const Segment& segment)
{
    PhraseWords phrase{.title_only = node.field == FieldId::Title};
    for (const PlannedWord& word : node.words) { phrase.words.emplace_back(segment, word.stems); }
    return phrase;
}

Result<PlanNode> plan_phrase(const QuerySpec& query, Planner& planner)
{
    return PlanNode{.words = planner.words_of(query.text, query.field)};
}

MatchesPtr open_phrase(const PlanNode& node, const SegmentView& view)
{
    return match_phrase(view.segment, view.names, open_words(node.words, view),
                        phrase_words(node, view.segment));
}

void highlight_whole(const PlanNode& node, const ArticleView& article, Highlights& highlights)
{
    std::string concept_key;
    for (const PlannedWord& word : node.words) { concept_key += word.stems.front() + ' '; }
    highlight_phrase(phrase_words(node, article.segment), article, concept_key, highlights);
}

}  // namespace

extern const Operator phrase_operator{
    .name = "phrase",
    .symbols = "\"",
    .example = "\"prime minister\"",
    .summary = "articles with these words in this order",
    .plan = plan_phrase,
    .open = open_phrase,
    .highlight = highlight_whole,
};

}  // namespace dateline::searcher
