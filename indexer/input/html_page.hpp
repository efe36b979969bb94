// An HTML page as a record: what it says of itself, and the article in it.
#pragma once

#include "indexer/input/raw_document.hpp"

#include <string_view>

namespace dateline::indexer {

/// `html` is UTF-8 and at most kMaxArticleBytes long; `url` is where it came from, or "". Title,
/// date, byline, language, URL and source are those of JSON-LD, OpenGraph, other meta and link
/// elements, or what stands near the headline. The body is the article alone (main_text.hpp), in
/// paragraphs; if there is none, all of the page. Nothing is fetched and no entity is defined by
/// the page.
RawDocument read_page(std::string_view html, std::string_view url);

}  // namespace dateline::indexer
