// Values of facets as choices: each is a clause that narrows the query.
#pragma once

#include "searcher/output/sheet.hpp"
#include "searcher/search/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

/// A value as a query has it in quotes: without what would end them or mean something there.
std::string value_in_quotes(std::string_view value);

/// The values of a result's facets as clauses (person:"Yuri Borisov", country:RU, date:2022-03), in
/// the order in which write_choices() numbers them from 1 on. Pairs are none.
std::vector<std::string> choices_of(const SearchResult& result);

/// Writes a block for each facet: "person  +1 Nicolás Maduro 12  +2 Yuri Borisov 8".
void write_choices(Sheet& sheet, const SearchResult& result);

}  // namespace dateline::searcher
