// What a page says of itself for machines: JSON-LD, OpenGraph and other meta elements, links.
#pragma once

#include "indexer/input/html_tree.hpp"
#include "indexer/input/json_ld.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// Lists hold the surest first, each maybe wrong; no text in them is empty.
struct PageHead {
    StatedArticle stated{};
    std::vector<std::string> titles{};
    std::vector<std::string> dates{};       ///< of publication
    std::vector<std::string> weak_dates{};  ///< maybe of something else: "date", last changes
    std::vector<std::string> authors{};
    std::vector<std::string> urls{};  ///< as written, maybe relative
    std::string source{};
    std::string language{};
};

/// `root` is a page's root element, not null.
PageHead read_head(const xmlNode* root);

}  // namespace dateline::indexer
