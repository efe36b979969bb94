// Desks: how they call themselves that sign instead of people.
#pragma once

#include <string_view>

namespace dateline::indexer {

/// Whether a desk signs instead of people: "Redacción", "Staff writers", "Redacción BBC Mundo".
bool is_desk(std::string_view line);

}  // namespace dateline::indexer
