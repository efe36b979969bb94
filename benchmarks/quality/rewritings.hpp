// Articles of a dump written again in the layouts in which others publish: whoever reads them back
// knows what is right.
#pragma once

#include "benchmarks/quality/gold.hpp"

#include <span>
#include <string>
#include <string_view>

namespace dateline::quality {

/// One way of writing an article.
struct Rewriting {
    std::string_view name;
    std::string_view file_name;  ///< by which the product tells the format
    std::string (*write)(const GoldArticle& gold);
};

/// As JSON with the date as its outlet spelled it (`date_raw`), as SGML, as Markdown with front
/// matter, as a scraped text without fields.
std::span<const Rewriting> rewritings();

/// The source that the record states; may be empty.
std::string source_of(const GoldArticle& gold);

}  // namespace dateline::quality
