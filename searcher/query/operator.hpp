// Query operators: all that a query tree is made of, from AND to a single word.
//
// To add one: write <name>.cpp beside this file, defining `<name>_operator`, and add
// OPERATOR(<name>) to operators.def. Parser, help text and evaluation learn of it from there. Its
// test is a row in tests/searcher/query/operators_test.cpp.
#pragma once

#include "searcher/match/phrase.hpp"
#include "searcher/query/plan.hpp"
#include "searcher/query/query_spec.hpp"
#include "searcher/search/highlights.hpp"

#include <span>
#include <string_view>

namespace dateline::searcher {

/// How tightly an operator holds its sides; higher binds first. None: it is a leaf, or stands
/// before one part only.
enum class Binding { None, Or, And };

struct Operator {
    std::string_view name;     ///< in lower case; queries have infix and prefix words in capitals
    std::string_view symbols;  ///< characters that mean the same, as in "|"
    std::string_view example;
    std::string_view summary;
    Binding binding = Binding::None;  ///< None unless it stands between two parts
    bool is_prefix = false;           ///< it stands before its one part

    /// Binds the part to an index: stems, weights, ordinals. Fails with QuerySyntax when a value
    /// cannot be what its field wants.
    Result<PlanNode> (*plan)(const QuerySpec& query, Planner& planner);
    /// Begins evaluating over one segment.
    MatchesPtr (*open)(const PlanNode& node, const SegmentView& view);
    /// Adds what of an article the part matches.
    void (*highlight)(const PlanNode& node, const ArticleView& article, Highlights& highlights);
};

/// Every operator, in the order of operators.def.
std::span<const Operator* const> operators();

/// The operator of a tree's node; the tree was made from the same list.
const Operator& operator_of(const QuerySpec& query);

/// For operators over parts: plans, or highlights, each of them.
Result<PlanNode> plan_parts(const QuerySpec& query, Planner& planner);
void highlight_parts(const PlanNode& node, const ArticleView& article, Highlights& highlights);

/// Adds every place where the words stand in a row.
void highlight_phrase(const PhraseWords& phrase, const ArticleView& article,
                      const std::string& concept_key, Highlights& highlights);

}  // namespace dateline::searcher
