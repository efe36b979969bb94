// What every peer is asked and what it answers, in no peer's language: a line of text each way.
#pragma once

#include "common/result.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::compare {

/// What a question can ask for: a word, all of several, any of them, words that are adjacent and in
/// order, words within 10 of each other in any order, words that begin so, or every article.
inline constexpr std::array<std::string_view, 7> kKinds{"term", "and",    "or", "phrase",
                                                        "near", "prefix", "all"};
bool is_kind(std::string_view kind);

/// A query. Words are lower-case ASCII letters; every word of `words` counts as the kind says.
struct Question {
    std::string kind{};  ///< of kKinds; "all" has no words
    std::vector<std::string> words{};
    std::string from{};     ///< first day of publication, YYYYMMDD; "" for any
    std::string to{};       ///< last day, with `from` only
    std::string country{};  ///< ISO code; "" for any
    bool facets = false;    ///< also count people and countries over all hits, the top 20 of each
    bool by_date = false;   ///< newest first instead of by relevance
    bool exact = false;     ///< an exact total, even from a peer that would rather estimate

    friend bool operator==(const Question&, const Question&) = default;
};

/// The ten best ids were fetched and `total` articles match.
struct Answer {
    std::uint64_t total = 0;
    std::string relation = "=";     ///< "=", ">=" (at least) or "~" (an estimate)
    std::uint64_t nanoseconds = 0;  ///< from the question's text to ids, total and facets
    std::string refusal{};          ///< why the peer cannot answer this; "" if it did
};

/// kind, words (blanks between), from, to, country, then 0 or 1 for facets, by_date and exact, with
/// tabs between; no line break.
std::string line_of(const Question& question);
/// Fails with Usage, saying which part is wrong.
Result<Question> parse_question(std::string_view line);

/// total, relation, nanoseconds with tabs between, or "no", reason.
std::string line_of(const Answer& answer);
/// Fails with Usage.
Result<Answer> parse_answer(std::string_view line);

}  // namespace dateline::compare
