// Checking JSON against the schema that we publish, in the part of JSON Schema that it uses.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace dateline::tests {

/// What is wrong with `value` as $defs/<name> of searcher/output/dateline.schema.json, with its
/// place; "" if nothing is. Keywords that it does not know are wrong, too.
std::string fault_in(const nlohmann::json& value, std::string_view name);

}  // namespace dateline::tests
