// Credit lines: what stands above or below an article and says who, when and where from, alone or
// side by side: "Nov 21, 2022 | By Ann Lee", "By Bo Roe, Brussels | 2 min read".
#pragma once

#include "indexer/byline.hpp"
#include "indexer/date_line.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dateline::indexer {

/// What one line says about its article, and nothing else.
struct CreditLine {
    Byline byline{};
    std::optional<DateLine> date{};
    std::string source{};  ///< stated: "Source: …"
};

/// Reads a line of credits. Behind a headline also "Ann Lee | Evening Wire".
std::optional<CreditLine> read_credit_line(std::string_view line, bool behind_headline);

/// Reads "(Reporting by Ann Lee in Lima; editing by …)".
std::optional<Byline> read_reporters(std::string_view line);

}  // namespace dateline::indexer
