// Layout: what a scraped text without fields says about itself: headline, byline, date, source,
// URL.
#pragma once

#include "common/date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// The parts of a text. What is not there is empty.
struct Layout {
    std::string title{};
    std::vector<std::string> byline{};
    std::optional<Date> date{};
    std::string date_rule{};  ///< "header", "footer", "url" or "dateline"; empty without a date
    std::string source{};
    std::string url{};   ///< canonical
    std::string body{};  ///< its lines, without the parts above and without furniture
};

/// Takes a text (as clean_text() leaves it) apart. A text with anything in it gives a title or a
/// body. A date in the midst of prose is never taken. Linear in the text.
Layout read_layout(std::string_view text);

}  // namespace dateline::indexer
