// The classes of questions: read from classes.tsv, and the questions of fixed.tsv.
#pragma once

#include "benchmarks/compare/question.hpp"
#include "common/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::compare {

/// Words by the share of the articles that have them.
struct Band {
    std::string name{};
    double least = 0;
    double most = 0;
};

/// How the questions of a class are drawn.
struct QuestionClass {
    std::string name{};
    std::string kind{};                ///< as in Question
    std::vector<std::size_t> bands{};  ///< of each word, into Classes::bands
    bool date = false;                 ///< with the year of an article that matches
    bool country = false;              ///< with a country of an article that matches
    bool by_date = false;
};

struct Classes {
    std::vector<Band> bands{};
    std::vector<QuestionClass> classes{};
};

/// Reads classes.tsv. Fails with Usage, naming the line.
Result<Classes> parse_classes(std::string_view text);

/// A question under the name of its class, which ends in "+facets" if it counts facets.
struct NamedQuestion {
    std::string name{};
    Question question{};
};

/// Reads lines of a class's name and question.hpp's line: fixed.tsv, and what draw writes. Fails
/// with Usage, naming the line.
Result<std::vector<NamedQuestion>> parse_questions(std::string_view text);

/// Whether a name is that of a question of fixed.tsv.
inline bool is_fixed(std::string_view name) { return name.substr(0, 7) == "fixed: "; }

/// What parse_questions() reads.
std::string text_of(const std::vector<NamedQuestion>& questions);

}  // namespace dateline::compare
