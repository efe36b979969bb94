// Dates in figures: 2024-11-08, 21/02/2022, 2024年11月8日.
#pragma once

#include "indexer/date_candidate.hpp"
#include "indexer/written_date.hpp"

namespace dateline::indexer {

// `year` and `first` are numbers that read_number() has found in `text`.

/// 2024-11-08, 2024/11/08, 2024.11.08.
FoundDate match_year_first(std::string_view text, const Number& year);

/// 2024年11月8日 and 2024년 11월 8일, or only year and month.
FoundDate match_east_asian(std::string_view text, const Number& year);

/// 21/02/2022, 02/21/2022, 21.02.2022: where one of two numbers cannot be the month, or their order
/// is known.
FoundDate match_figures(std::string_view text, const Number& first, DayOrder order);

}  // namespace dateline::indexer
