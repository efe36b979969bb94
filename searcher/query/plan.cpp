#include "searcher/query/plan.hpp"

#include "common/storage/terms.hpp"
#include "common/text/tokenizer.hpp"
#include "searcher/match/combine.hpp"
#include "searcher/query/operator.hpp"

namespace dateline::searcher {

Planner::Planner(const Snapshot& snapshot) : snapshot_(snapshot)
{
    std::uint64_t words = 0;
    for (const Segment& segment : snapshot.segments()) {
        articles_ += segment.articles();
        words += segment.words;
    }
    // A language whose articles are all removed lends its stems to no query.
    const NameColumn& languages = snapshot.names().of(FieldId::Language);
    for (std::uint32_t i = 0; i < languages.size(); ++i) {
        if (languages.articles(i) > 0) { languages_.emplace_back(languages.spelling(i)); }
    }
    if (articles_ != 0) {
        average_length_ = static_cast<float>(words) / static_cast<float>(articles_);
    }
}

Result<PlanNode> Planner::plan(const QuerySpec& query)
{
    const Operator& op = operator_of(query);
    auto node = op.plan(query, *this);
    if (!node) { return node; }
    PlanNode bound = *std::move(node);
    bound.op = &op;
    bound.field = query.field;
    return bound;
}

std::vector<PlannedWord> Planner::words_of(std::string_view text, FieldId id)
{
    TokenList tokens;
    tokenize(text, tokens, TextOrigin::Query);
    std::vector<PlannedWord> words;
    words.reserve(tokens.tokens.size());
    for (const Token& token : tokens.tokens) {
        PlannedWord word;
        word.stems = stemmer_.stems_of_query(tokens.surface(token), languages_);
        for (const std::string& stem : word.stems) {
            word.terms.push_back(safe_term(field(id).prefix, stem));
        }
        word.weighting = weigh(word.terms);
        words.push_back(std::move(word));
    }
    return words;
}

/// An article is in one language, so the stems of a word hardly ever meet in one: their document
/// frequencies are added up.
Weighting Planner::weigh(const std::vector<std::string>& terms) const
{
    std::uint64_t articles_with_term = 0;
    for (const Segment& segment : snapshot_.segments()) {
        for (const std::string& term : terms) {
            articles_with_term += segment.postings.frequency(term);
        }
    }
    return {.idf = bm25_idf(articles_, articles_with_term), .average_length = average_length_};
}

MatchesPtr open_matches(const PlanNode& node, const SegmentView& view)
{
    return node.op->open(node, view);
}

MatchesPtr open_words(const std::vector<PlannedWord>& words, const SegmentView& view)
{
    std::vector<MatchesPtr> parts;
    parts.reserve(words.size());
    for (const PlannedWord& word : words) {
        parts.push_back(match_terms(view.segment, word.terms, word.weighting, view.deadline));
    }
    return match_all_of(std::move(parts));
}

}  // namespace dateline::searcher
