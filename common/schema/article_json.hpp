// An article and its marks as JSON: what `dateline-index detect` and `dateline-search show` print.
#pragma once

#include "common/schema/article.hpp"

#include <ostream>

namespace dateline {

/// Writes one object in one line: `detect` of schema 1, promised to other programs.
void write_article_json(const AnalyzedArticle& analyzed, std::ostream& out);

}  // namespace dateline
