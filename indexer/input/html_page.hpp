// An HTML page as a record: what it says of itself in its head, and its text.
#pragma once

#include "indexer/input/raw_document.hpp"

#include <string_view>

namespace dateline::indexer {

/// `html` is UTF-8 and at most kMaxArticleBytes long; `url` is where it came from, or "". Title,
/// date, byline, language, URL and source are those of JSON-LD, OpenGraph, meta and link elements,
/// in this order. The text is all of the page, scripts and the like aside: finding the article in
/// it is still to come. Nothing is fetched and no entity is defined by the page.
RawDocument read_page(std::string_view html, std::string_view url);

}  // namespace dateline::indexer
