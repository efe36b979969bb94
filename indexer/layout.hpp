// Layout: what a scraped text without fields says about itself: headline, byline, date, source,
// URL.
#pragma once

#include "common/date.hpp"
#include "indexer/receipt.hpp"
#include "indexer/written_date.hpp"

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
    std::string url{};                ///< canonical
    bool url_repaired = false;        ///< blanks stood inside of it
    std::string body{};               ///< its lines, without the parts above and without furniture
    std::string furniture{};          ///< what was left out, as Article has it
    std::vector<Receipt> receipts{};  ///< if they are wanted
};

/// What is known of a text before it is taken apart.
struct LayoutHints {
    /// Of dates in figures, where neither they nor the URL show it.
    DayOrder order = DayOrder::Unknown;
    std::string_view title{};  ///< a field's; the text may repeat it
    /// The text is the body of a record with fields: a link by itself is not its URL, and a first
    /// line its headline only if credits, capitals or a repetition prove it.
    bool is_body = false;
    Receipts receipts = Receipts::Unwanted;
};

/// Takes a text (as clean_text() leaves it) apart. A text with anything in it gives a title or a
/// body. A date in the midst of prose is never taken. Linear in the text.
Layout read_layout(std::string_view text, const LayoutHints& hints = {});

}  // namespace dateline::indexer
