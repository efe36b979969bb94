// Facets for people: values with counts and bars, months as a histogram.
#pragma once

#include "searcher/output/sheet.hpp"

namespace dateline::searcher {

/// Writes an empty line, the facet's name and its values: days as one column in the order they
/// have, others in two columns (read downwards) if there is room. Nothing if it has no values.
void write_facet(Sheet& sheet, const Facet& facet);

}  // namespace dateline::searcher
