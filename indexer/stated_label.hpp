// Labelled lines of a scraped text that state a field.
#pragma once

#include <string_view>

namespace dateline::indexer {

/// The value of a labelled line of each kind: "Source: Wire", "Original url: …", "Title: …". A null
/// view if it is not one; empty but not null if the value stands on the next line.
std::string_view stated_source(std::string_view line);
std::string_view stated_url(std::string_view line);
std::string_view stated_title(std::string_view line);

}  // namespace dateline::indexer
