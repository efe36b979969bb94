// Dates with the name of their month: "Nov. 8, 2024", "8 de noviembre de 2024", "May 2008".
#pragma once

#include "indexer/date_candidate.hpp"

namespace dateline::indexer {

// Nothing before `from` is looked at but what tells that a number is something else.

/// "November 8, 2024", "Nov. 8th 2024", "Nov-08-2024"; without its year, if it is clearly a day.
FoundDate match_month_first(std::string_view text, std::size_t from, const Number& day);

/// "8 November 2024", "8 de noviembre de 2024", "1er mai 2024", "08-Nov-2024", "8. Mai".
FoundDate match_day_first(std::string_view text, std::size_t from, const Number& day);

/// "May 2008", "mayo de 2008", "Mai 2008": a month without a day.
FoundDate match_month_year(std::string_view text, std::size_t from, const Number& year);

/// Where a range of days begins that ends with the day at `begin`: "8-10 November"; or `begin`.
std::size_t range_begin(std::string_view text, std::size_t from, std::size_t begin);

}  // namespace dateline::indexer
