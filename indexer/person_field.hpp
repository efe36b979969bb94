// Names of people as the fields of dumps state them, made as people write them.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

/// "Baker, James" → "James Baker"; slugs ("james-baker", "volcker", as in Reuters-21578) →
/// "James Baker", "Volcker". Everything else stays, with single blanks between words.
std::string person_name(std::string_view stated);

}  // namespace dateline::indexer
