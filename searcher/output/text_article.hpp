// One article for people: what it says, and the evidence for each mark.
#pragma once

#include "searcher/output/renderer.hpp"

namespace dateline::searcher {

/// Writes headline, facts, the body with its marks, and a table of the marks for each of people,
/// countries and dates. As Renderer::write_article.
void write_text_article(const ShownArticle& article, const Style& style, std::ostream& out);

}  // namespace dateline::searcher
