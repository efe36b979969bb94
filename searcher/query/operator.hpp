// Query operators: all that a query tree is made of, from AND to a single word.
//
// To add one: write <name>.cpp beside this file, defining `<name>_operator`, and add
// OPERATOR(<name>) to operators.def. Parser, help text and evaluation learn of it from there. Its
// tests are rows in tests/searcher/query/parser_test.cpp, tests/searcher/search/answers_test.cpp
// and the oracle (tests/oracle/brute_force.cpp).
#pragma once

#include "searcher/match/places.hpp"
#include "searcher/query/plan.hpp"
#include "searcher/query/query_spec.hpp"
#include "searcher/search/highlights.hpp"

#include <span>
#include <string_view>

namespace dateline::searcher {

/// How tightly an operator holds its sides; higher binds first. None: it is a leaf, or stands
/// before one part only.
enum class Binding { None, Or, And, Near };

struct Operator {
    std::string_view name;     ///< in lower case; queries have infix and prefix words in capitals
    std::string_view symbols;  ///< characters that mean the same, as in "|"
    std::string_view example;
    std::string_view summary;
    Binding binding = Binding::None;  ///< None unless it stands between two parts
    bool is_prefix = false;           ///< it stands before its one part
    unsigned preset = 0;              ///< of Near: the number if none is written; 0: it takes none

    /// Binds the part to an index: stems, weights, ordinals. Fails with QuerySyntax when a value
    /// cannot be what its field wants, with Timeout when looking forms up takes too long.
    Result<PlanNode> (*plan)(const QuerySpec& query, Planner& planner);
    /// Begins evaluating over one segment.
    MatchesPtr (*open)(const PlanNode& node, const SegmentView& view);
    /// Where it stands in articles of a segment; null if that cannot be said: NEAR cannot join it.
    PlacesPtr (*places)(const PlanNode& node, const SegmentView& view) = nullptr;
    /// Adds what of an article the part matches; null: as `places` says, and nothing without it.
    void (*highlight)(const PlanNode& node, const ArticleView& article,
                      Highlights& highlights) = nullptr;
};

/// Every operator, in the order of operators.def.
std::span<const Operator* const> operators();

/// The operator of a tree's node; the tree was made from the same list.
const Operator& operator_of(const QuerySpec& query);

/// Whether NEAR can join it: a word, a phrase, a group of ORs of them, a person.
bool has_places(const QuerySpec& query);

/// For operators over parts: plans each of them, opens each of them, asks each of them for places.
Result<PlanNode> plan_parts(const QuerySpec& query, Planner& planner);
std::vector<MatchesPtr> open_parts(const PlanNode& node, const SegmentView& view);
std::vector<PlacesPtr> places_of_parts(const PlanNode& node, const SegmentView& view);

/// Adds what a node matches: its own way, or at its places.
void highlight(const PlanNode& node, const ArticleView& article, Highlights& highlights);
void highlight_parts(const PlanNode& node, const ArticleView& article, Highlights& highlights);

}  // namespace dateline::searcher
