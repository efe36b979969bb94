#include "searcher/query/operator.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace dateline::searcher {

#define OPERATOR(name) extern const Operator name##_operator;
#include "searcher/query/operators.def"
#undef OPERATOR

std::span<const Operator* const> operators()
{
    static constexpr std::array kOperators{
#define OPERATOR(name) &name##_operator,
#include "searcher/query/operators.def"
#undef OPERATOR
    };
    return kOperators;
}

const Operator& operator_of(const QuerySpec& query)
{
    const auto all = operators();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&query](const Operator* o) { return o->name == query.op; });
    assert(found != all.end());
    return **found;
}

Result<PlanNode> plan_parts(const QuerySpec& query, Planner& planner)
{
    PlanNode node;
    for (const QuerySpec& part : query.parts) {
        auto planned = planner.plan(part);
        if (!planned) { return planned; }
        node.parts.push_back(*std::move(planned));
    }
    return node;
}

void highlight_parts(const PlanNode& node, const ArticleView& article, Highlights& highlights)
{
    for (const PlanNode& part : node.parts) { part.op->highlight(part, article, highlights); }
}

void highlight_phrase(const PhraseWords& phrase, const ArticleView& article,
                      const std::string& concept_key, Highlights& highlights)
{
    for (const std::size_t at : find_phrase(phrase, article.language, article.words)) {
        highlights.add_words(article, at, at + phrase.words.size() - 1, concept_key);
    }
}

}  // namespace dateline::searcher
