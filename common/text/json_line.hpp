// What all JSON that the programs print has in common: how it is written, what absent looks like.
#pragma once

#include "common/date.hpp"

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <ostream>
#include <string>

namespace dateline {

/// `text`, or null if it is empty.
nlohmann::ordered_json or_null(const std::string& text);

/// Adds "date" (YYYY, YYYY-MM or YYYY-MM-DD) and "date_precision", both null without a date.
void add_date(nlohmann::ordered_json& object, const std::optional<Date>& date);

/// Writes `json` in one line, ended by a line break. Characters that could harm a terminal
/// (is_harmful()) are escaped, which parsers undo; bytes that are not UTF-8 become U+FFFD.
void write_json_line(const nlohmann::ordered_json& json, std::ostream& out);

}  // namespace dateline
