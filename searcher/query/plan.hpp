// QuerySpec → plan: the same tree, bound to an index, so that each segment can evaluate it.
#pragma once

#include "common/storage/snapshot.hpp"
#include "common/text/stemmer.hpp"
#include "searcher/match/postings.hpp"
#include "searcher/query/query_spec.hpp"

#include <memory>
#include <string>
#include <vector>

namespace dateline::searcher {

struct Operator;

/// A word of a query as the index knows it.
struct PlannedWord {
    std::vector<std::string> stems{};  ///< in all languages of the index
    std::vector<std::string> terms{};  ///< the stems behind the field's prefix
    Weighting weighting{};
};

/// A node of the plan. Which members mean something is the operator's affair.
struct PlanNode {
    const Operator* op = nullptr;
    FieldId field = FieldId::Body;
    std::vector<PlanNode> parts{};
    std::vector<PlannedWord> words{};  ///< of a word or phrase
    std::vector<std::string> terms{};  ///< of a value: any of them
    std::shared_ptr<const std::vector<bool>>
        ordinals{};                     ///< of a value with many names: any of them
    std::vector<std::string> values{};  ///< of a value: as marks have it, to be highlighted
    std::optional<DayRange> days{};
};

/// One segment, while a query is evaluated over it.
struct SegmentView {
    const Segment& segment;
    const NameTable& names;
    Deadline& deadline;
};

/// Binds queries to an index.
class Planner {
  public:
    explicit Planner(const Snapshot& snapshot);

    Result<PlanNode> plan(const QuerySpec& query);

    /// The words of a text as a field of the index knows them.
    std::vector<PlannedWord> words_of(std::string_view text, FieldId field);

    [[nodiscard]] const Snapshot& snapshot() const { return snapshot_; }

  private:
    [[nodiscard]] Weighting weigh(const std::vector<std::string>& terms) const;

    const Snapshot& snapshot_;
    Stemmer stemmer_{};
    std::vector<std::string> languages_{};  ///< of the articles that are there
    std::uint64_t articles_ = 0;
    float average_length_ = 1;
};

/// Begins evaluating a node over a segment.
MatchesPtr open_matches(const PlanNode& node, const SegmentView& view);

/// Begins evaluating the conjunction of a phrase's words, weights included.
MatchesPtr open_words(const std::vector<PlannedWord>& words, const SegmentView& view);

}  // namespace dateline::searcher
