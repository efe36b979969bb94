// Receipts: why an article's fields are what they are. `dateline-index detect --why` shows them.
#pragma once

#include <cstdint>
#include <string>

namespace dateline::indexer {

/// Whether who parses wants them: indexing does not.
enum class Receipts : bool { Unwanted, Wanted };

/// One decision about an article.
struct Receipt {
    std::string field{};      ///< "title", "byline", "date", "source", "url", "furniture", "body"
    std::string value{};      ///< what was decided, or the line that was left out
    std::string rule{};       ///< how: "field", "header", "table", "repeated", …
    std::uint32_t line = 0;   ///< of the record's text, counted from 1; 0: not in the text
    std::uint32_t begin = 0;  ///< half-open byte span in that text, as UTF-8 in NFC
    std::uint32_t end = 0;
};

}  // namespace dateline::indexer
