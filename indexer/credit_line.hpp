// Credit lines: what stands above or below an article and says who, when and where from, alone or
// side by side: "Nov 21, 2022 | By Ann Lee", "By Bo Roe, Brussels | 2 min read".
#pragma once

#include "indexer/byline.hpp"
#include "indexer/date_line.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dateline::indexer {

inline constexpr std::size_t kLongestCreditLine = 400;  ///< bytes; a longer line is none

/// What one line says about its article, and nothing else.
struct CreditLine {
    Byline byline{};
    std::optional<DateLine> date{};
    std::string source{};  ///< stated: "Source: …"
};

/// What is known where a line stands.
struct CreditContext {
    bool behind_headline = false;  ///< nothing but credits has come since the headline
    bool has_byline = false;
    DayOrder order = DayOrder::Unknown;
};

/// Reads a line of credits. Behind a headline names need no label: "Ann Lee | Evening Wire", "Ann
/// Lee, 8 November 2024", "Lima | 8 November 2024".
std::optional<CreditLine> read_credit_line(std::string_view line, const CreditContext& context);

/// Reads "(Reporting by Ann Lee in Lima; editing by …)".
std::optional<Byline> read_reporters(std::string_view line);

}  // namespace dateline::indexer
