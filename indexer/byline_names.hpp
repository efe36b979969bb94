// The names of a byline: what stands behind its label, taken apart into people and their outlet.
#pragma once

#include "indexer/byline.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// The names and the outlet that a byline holds behind its label; nothing if it is something else.
std::optional<Byline> read_names(std::string_view text);

/// The names on both sides of each "and". "Ortega y Gasset" is one.
std::vector<std::string_view> split_at_and(std::string_view text);

/// The names between commas, also Arabic and Chinese ones; none is empty.
std::vector<std::string_view> split_at_commas(std::string_view text);

}  // namespace dateline::indexer
