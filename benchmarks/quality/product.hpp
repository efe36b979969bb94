// The product at work on gold: its own reading and its own detectors, as dateline-index add runs
// them.
#pragma once

#include "benchmarks/quality/gold.hpp"
#include "common/schema/article.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace dateline::quality {

/// What the product makes of an article of the gold; null if it does not read it at all.
using Reading = std::function<void(const GoldArticle& gold, const AnalyzedArticle* read)>;

/// Reads the records themselves, without what they say of people and countries: that would be
/// taken for stated facts, and nothing would be detected.
void read_records(const std::vector<GoldArticle>& gold, const Reading& reading);

/// Reads the files (relative to `folder`) or pages that the gold names; a file's first article
/// counts. Gold without either is read as its record. A page that does not state its URL has the
/// gold's.
void read_files(const std::vector<GoldArticle>& gold, const std::filesystem::path& folder,
                const Reading& reading);

/// The distinct values of a field that the detectors found in title and body; of About, those of
/// the countries that the article is about.
std::set<std::string> found_values(const AnalyzedArticle& analyzed, FieldId field);

}  // namespace dateline::quality
