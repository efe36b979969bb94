// QuerySpec → plan: the same tree, bound to an index, so that each segment can evaluate it.
#pragma once

#include "common/storage/snapshot.hpp"
#include "common/text/stemmer.hpp"
#include "searcher/match/places.hpp"
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
    /// Of "exact" words and of those with wildcards or slack: only these surface forms count, and
    /// the stems are theirs. Empty: any form of the stems.
    std::vector<std::string> forms{};
    bool is_by_form = false;
    Weighting weighting{};
};

/// A node of the plan. Which members mean something is the operator's affair.
struct PlanNode {
    const Operator* op = nullptr;
    FieldId field = FieldId::Body;
    std::size_t number = 0;  ///< of the node in its plan: equal highlights have the same
    double amount = 0;       ///< QuerySpec::number
    std::vector<PlanNode> parts{};
    std::vector<PlannedWord> words{};  ///< of a word or phrase
    std::vector<std::string> terms{};  ///< of a value: any of them
    std::shared_ptr<const std::vector<bool>>
        ordinals{};                     ///< of a value with many names: any of them
    std::vector<std::string> values{};  ///< of a value: as marks have it, to be highlighted; sorted
    std::optional<DayRange> days{};
};

/// One segment, while a query is evaluated over it. What cannot be read meanwhile is noted in
/// `failure`.
struct SegmentView {
    const Segment& segment;
    const NameTable& names;
    Deadline& deadline;
    std::optional<Error>& failure;
};

/// The Timeout failure of a search that has so long.
Failure took_too_long(std::chrono::milliseconds time_limit);

/// Binds queries to an index.
class Planner {
  public:
    /// The deadline is that of a search that has so long; it must outlive the planner.
    Planner(const Snapshot& snapshot, Deadline& deadline, std::chrono::milliseconds time_limit);

    Result<PlanNode> plan(const QuerySpec& query);

    /// The words of a text as a field of the index knows them: any forms of their stems.
    std::vector<PlannedWord> words_of(std::string_view text, FieldId field);

    /// The same, but only as they are written.
    std::vector<PlannedWord> forms_of(std::string_view text, FieldId field);

    /// One word that stands for all these surface forms.
    PlannedWord any_form(std::vector<std::string> forms, FieldId field);

    /// What whoever asked should know about how the query was understood.
    void note(std::string text) { notes_.push_back(std::move(text)); }
    [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }

    [[nodiscard]] const Snapshot& snapshot() const { return snapshot_; }
    [[nodiscard]] Deadline& deadline() { return deadline_; }
    [[nodiscard]] Failure out_of_time() const { return took_too_long(time_limit_); }

  private:
    [[nodiscard]] Weighting weigh(const std::vector<std::string>& terms) const;
    void add_terms(PlannedWord& word, FieldId field) const;

    const Snapshot& snapshot_;
    Deadline& deadline_;
    std::chrono::milliseconds time_limit_;
    Stemmer stemmer_{};
    std::vector<std::string> languages_{};  ///< of the articles that are there
    std::uint64_t articles_ = 0;
    float average_length_ = 1;
    std::size_t nodes_ = 0;
    std::vector<std::string> notes_{};
};

/// Begins evaluating a node over a segment.
MatchesPtr open_matches(const PlanNode& node, const SegmentView& view);

/// Begins evaluating a word, or the conjunction of a phrase's words, weights included.
MatchesPtr open_words(const std::vector<PlannedWord>& words, const SegmentView& view);

/// The numbers that a word has in a segment.
WordNumbers numbers_of(const PlannedWord& word, const Segment& segment);

/// Where the words stand in a row, in the part of the articles that the field is about.
PlacesPtr places_of_words(const PlanNode& node, const SegmentView& view);

}  // namespace dateline::searcher
