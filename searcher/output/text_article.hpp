// One article for people: what it says, and the evidence for each mark.
#pragma once

#include "searcher/output/renderer.hpp"

namespace dateline::searcher {

/// What stands in front of a line in which a query has matched.
inline constexpr std::string_view kMatchSign = "▌";

/// Writes headline, facts, the body with its marks and what a query matched, then the people,
/// countries and dates: with Style::why a table of all their marks. As Renderer::write_article.
void write_text_article(const ShownArticle& article, const Style& style, std::ostream& out);

}  // namespace dateline::searcher
