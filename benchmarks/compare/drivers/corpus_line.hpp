// A line of the corpus that the peers index: id, day, countries, people, title, body, with tabs
// between.
#pragma once

#include "common/result.hpp"

#include <string_view>
#include <vector>

namespace dateline::compare {

/// Views into the line.
struct CorpusLine {
    std::string_view id{};
    std::string_view day{};                     ///< YYYYMMDD or ""
    std::vector<std::string_view> countries{};  ///< ISO codes, each once
    std::string_view people{};                  ///< names with ; between
    std::string_view title{};
    std::string_view body{};
};

/// Fails with InputFormat when there are not six parts, the id is empty or the day is none.
Result<CorpusLine> parse_corpus_line(std::string_view line);

}  // namespace dateline::compare
