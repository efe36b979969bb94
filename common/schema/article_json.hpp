// An article and its marks as JSON: what `dateline-index detect` and `dateline-search show` print.
#pragma once

#include "common/schema/article.hpp"

#include <nlohmann/json_fwd.hpp>
#include <ostream>

namespace dateline {

/// The object that write_article_json() writes.
nlohmann::ordered_json article_json(const AnalyzedArticle& analyzed);

/// The detector of each kind of marks with the version of its data: {"people":"people/3",…}; null
/// where none ran.
nlohmann::ordered_json detected_by_json(const Article& article);

/// Writes one object in one line: `detect` of schema 1, promised to other programs.
void write_article_json(const AnalyzedArticle& analyzed, std::ostream& out);

}  // namespace dateline
