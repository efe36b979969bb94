// The text renderer's table of a query's parts: what each finds by itself.
#pragma once

#include "searcher/output/sheet.hpp"

namespace dateline::searcher {

/// Writes the parts of an explained query, or of one that found nothing; nothing if there are none.
void write_clauses(Sheet& sheet, const SearchResult& result);

}  // namespace dateline::searcher
