// Dates in addresses: many sites write the day or month of publication there.
#pragma once

#include "common/date.hpp"

#include <optional>
#include <string_view>

namespace dateline::indexer {

/// The date in the path of a URL: /2024/11/08/, /2024/nov/8/, /2024/11/, 2024-11-08, /20241108/.
std::optional<Date> date_in_url(std::string_view url);

}  // namespace dateline::indexer
