// Datelines: what an agency's story begins with, its place, its day and the agency.
#pragma once

#include "common/date.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::indexer {

/// "CARACAS, Nov 8, 2024 (Reuters) - ".
struct Dateline {
    std::optional<Date> date{};                   ///< none if it states no year
    std::optional<std::chrono::month_day> day{};  ///< what it states then
    std::string agency{};                         ///< may be empty
    std::size_t size = 0;                         ///< bytes of the paragraph before the dash
};

/// The dateline at the front of `paragraph`, if it has one.
std::optional<Dateline> read_dateline(std::string_view paragraph);

}  // namespace dateline::indexer
