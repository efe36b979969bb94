// A body that was read against the body of the gold, word by word.
#pragma once

#include "benchmarks/quality/figures.hpp"

#include <string_view>

namespace dateline::quality {

/// Words (the tokenizer's surface forms, so that blanks and quotes do not count) of both texts as
/// bags: each word is right as often as both have it. Precision is the share of what was kept that
/// is the article; what it lacks to 1 is furniture.
Counts body_overlap(std::string_view gold, std::string_view kept);

/// The same of runs of four words, as scrapinghub's article-extraction-benchmark counts them (its
/// evaluate.py): words are letters, digits and _ as they stand; a shorter text is one run.
Counts run_overlap(std::string_view gold, std::string_view kept);

/// Whether most of a text stands in it twice: over half of its distinct runs of eight words come
/// more than once. Texts of fewer than 16 words are not doubled.
bool is_doubled(std::string_view text);

}  // namespace dateline::quality
