// What hands bring along from Lexis, Factiva, Westlaw, ProQuest, Google and Elasticsearch, as
// tables: words that stand for operators of ours. What is read so is said in a note; what asks for
// something that is not there is refused.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::searcher {

/// Why a word of another system cannot be read as anything of ours, and what to write.
struct Refusal {
    std::string_view message;
    std::string_view hint;
};

/// A word between two parts that says how near they have to be.
struct NearWord {
    std::string_view op{};             ///< "near", "adj", "sent" or "para"
    std::optional<unsigned> number{};  ///< if one is written
    bool is_ours = true;               ///< written as query-language.md does
    const Refusal* refusal = nullptr;  ///< it asks for more than there is: w/5s
};

/// Reads NEAR/5, w/5, near5, SENT, w/s, …; nothing if it is none, and so a word. A number too large
/// to read is UINT_MAX.
std::optional<NearWord> near_word(std::string_view word);

/// How near words begin or are written, as `syntax` prints them: "w/5" is NEAR/5.
struct NearExample {
    std::string_view written;
    std::string_view ours;
};
inline constexpr auto kNearExamples = std::to_array<NearExample>({
    {"w/5 within/5 n/5 /5 near5", "NEAR/5"},
    {"AROUND(5)", "NEAR/5"},
    {"pre/5 onear/5 p/5 +5 adj5", "ADJ/5"},
    {"w/s w/sent /s", "SENT"},
    {"w/p w/para /p SAME", "PARA"},
});

/// A sign or word that stands for an operator of ours.
struct OperatorHabit {
    std::string_view written;
    std::string_view op;  ///< the name of an Operator
};
inline constexpr auto kOperatorHabits = std::to_array<OperatorHabit>({
    {"&&", "and"},
    {"&", "and"},
    {"||", "or"},
    {"ANDNOT", "not"},
});

/// A word that is an operator in capitals, and which.
struct LowerCaseWord {
    std::string_view word;
    std::string_view ours;
    bool needs_left;  ///< only between two parts might it be meant as one
};
inline constexpr auto kLowerCaseWords = std::to_array<LowerCaseWord>({
    {"and", "AND", true},
    {"or", "OR", true},
    {"not", "NOT", false},
    {"near", "NEAR/5", true},
    {"adj", "ADJ/5", true},
    {"sent", "SENT", true},
    {"para", "PARA", true},
    {"same", "PARA", true},
});

}  // namespace dateline::searcher
