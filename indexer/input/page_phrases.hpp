// What pages say around articles: "Read more:", "Publicidad", "Подписывайтесь на наш канал".
#pragma once

#include <string_view>

namespace dateline::indexer {

/// Whether a short block (a heading, a line, a list of links' first words) begins with words that
/// lead to something else than the article, or is one that pages put between paragraphs.
bool is_page_phrase(std::string_view block);

}  // namespace dateline::indexer
