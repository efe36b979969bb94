// Detectors: each takes an article and marks what it finds in it, with the rule that found it.
//
// To add one: write <name>.cpp beside this file, defining `<name>_detector`, and add
// DETECTOR(<name>) to detectors.def. Its test is tests/indexer/detect/<name>_test.cpp.
#pragma once

#include "common/schema/article.hpp"
#include "common/text/tokenizer.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// An article with its words, as detectors read it.
struct TokenizedArticle {
    const Article& article;
    const TokenList& title;  ///< words of article.title; empty if the title was derived
    const TokenList& body;
};

struct Detector {
    std::string_view name;  ///< what --detect takes
    std::string_view summary;
    unsigned version;  ///< raise it when rules or tables change: articles are marked with it
    /// Appends its marks to `mentions`, which holds those of the detectors before it in
    /// detectors.def (countries skip what people claimed). Linear in the article's length.
    void (*detect)(const TokenizedArticle& article, std::vector<Mention>& mentions);
};

/// Every detector, in the order of detectors.def, which is the order in which they run.
std::span<const Detector* const> detectors();

}  // namespace dateline::indexer
