// What joins credits to a date beside them: marks, times and words like "on" and "published", which
// are no part of a name.
#pragma once

#include <string_view>

namespace dateline::indexer {

/// `text` without the marks and words at its end that lead over to a date: "Ann Lee, on".
std::string_view without_joint(std::string_view text);

/// `text` without marks, times and date words at its ends; a byline's label is none of them.
std::string_view without_date_words(std::string_view text);

/// "Updated 2 hours ago", "Atualizado há 2 anos".
bool is_relative_update(std::string_view text);

}  // namespace dateline::indexer
