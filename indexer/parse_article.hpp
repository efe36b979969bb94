// RawDocument → Article: what a dump says becomes what the index promises.
#pragma once

#include "common/result.hpp"
#include "common/schema/article.hpp"
#include "indexer/input/raw_document.hpp"
#include "indexer/notice.hpp"
#include "indexer/receipt.hpp"

#include <vector>

namespace dateline::indexer {

/// An article, the people and countries that its fields state (rule "field"), and what of it could
/// not be understood (a date that is none, an unknown country, replaced bytes).
struct ParsedArticle {
    AnalyzedArticle analyzed{};
    std::vector<Notice> notices{};    ///< none of them lost: the article is there
    std::vector<Receipt> receipts{};  ///< why its fields are what they are, if that is wanted
};

/// Fails with InputFormat when there is neither a headline nor a body (Error::message says so).
/// Identity is as contracts.md defines it.
Result<ParsedArticle> parse_article(const RawDocument& raw, Receipts receipts = Receipts::Unwanted);

}  // namespace dateline::indexer
