// Months, years and spans of time as a text writes them: "in March", "last month", "hace dos años".
#pragma once

#include "indexer/detect/date_clock.hpp"
#include "indexer/detect/date_text.hpp"

namespace dateline::indexer {

/// Words with a step: "last March", "el próximo año".
struct WrittenPeriod {
    std::size_t first = 0;
    std::size_t last = 0;
    Step step = Step::None;
};

/// The month named at a word, if what stands around says that it is a month and no name: "in May",
/// "fines de mayo". Figures beside it make it another date, or none.
std::optional<WrittenPeriod> read_month(const DateText& text, std::size_t at);

/// "last week", "mes pasado", "в этом году", with the unit at a word. Not "the last month", which
/// is a time until now.
std::optional<WrittenPeriod> read_period(const DateText& text, std::size_t at);

struct WrittenAgo {
    std::size_t first = 0;
    std::size_t last = 0;
    int count = 0;
};

/// "two weeks ago", with the unit at a word. What is counted roughly ("more than two years ago")
/// is none.
std::optional<WrittenAgo> read_ago(const DateText& text, std::size_t at);

struct WrittenYear {
    int number = 0;
    std::size_t last = 0;
};

/// The year from 1900 to 2100 at a word, if what stands around says that it is one: "in 2019", "в
/// 2019 году".
std::optional<WrittenYear> read_year(const DateText& text, std::size_t at);

}  // namespace dateline::indexer
