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

bool has_places(const QuerySpec& query)
{
    if (operator_of(query).places == nullptr) { return false; }
    if (query.op == "value") { return query.field == FieldId::Person; }
    return std::all_of(query.parts.begin(), query.parts.end(),
                       [](const QuerySpec& part) { return has_places(part); });
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

std::vector<MatchesPtr> open_parts(const PlanNode& node, const SegmentView& view)
{
    std::vector<MatchesPtr> parts;
    parts.reserve(node.parts.size());
    for (const PlanNode& part : node.parts) { parts.push_back(open_matches(part, view)); }
    return parts;
}

std::vector<PlacesPtr> places_of_parts(const PlanNode& node, const SegmentView& view)
{
    std::vector<PlacesPtr> parts;
    parts.reserve(node.parts.size());
    for (const PlanNode& part : node.parts) { parts.push_back(part.op->places(part, view)); }
    return parts;
}

void highlight(const PlanNode& node, const ArticleView& article, Highlights& highlights)
{
    if (node.op->highlight != nullptr) { return node.op->highlight(node, article, highlights); }
    if (node.op->places == nullptr) { return; }
    std::vector<Place> found;
    node.op->places(node, article.segment)->find(article.stream, found);
    highlights.add_places(article, found, node.number);
}

void highlight_parts(const PlanNode& node, const ArticleView& article, Highlights& highlights)
{
    for (const PlanNode& part : node.parts) { highlight(part, article, highlights); }
}

}  // namespace dateline::searcher
