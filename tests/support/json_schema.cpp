#include "tests/support/json_schema.hpp"

#include "tests/support/paths.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

namespace dateline::tests {
namespace {

using Json = nlohmann::json;

const Json& published()
{
    static const Json schema = [] {
        std::ifstream file{test_path("../searcher/output/dateline.schema.json")};
        return Json::parse(file);
    }();
    return schema;
}

bool is_of_type(const Json& value, const std::string& type)
{
    if (type == "integer") { return value.is_number_integer(); }
    if (type == "number") { return value.is_number(); }
    return type == value.type_name();
}

std::string fault(const Json& value, const Json& schema, const std::string& at);

std::string fault_of_object(const Json& value, const Json& schema, const std::string& at)
{
    const Json known = schema.value("properties", Json::object());
    for (const Json& key : schema.value("required", Json::array())) {
        if (!value.contains(key)) { return at + ": no key " + key.dump(); }
    }
    for (const auto& [key, part] : value.items()) {
        const std::string place = at + "/" + key;
        if (known.contains(key)) {
            if (auto found = fault(part, known[key], place); !found.empty()) { return found; }
            continue;
        }
        const Json other = schema.value("additionalProperties", Json(true));
        if (other == Json(false)) { return place + ": unknown key"; }
        if (!other.is_object()) { continue; }
        if (auto found = fault(part, other, place); !found.empty()) { return found; }
    }
    return {};
}

std::string fault_of_array(const Json& value, const Json& schema, const std::string& at)
{
    if (value.size() < schema.value("minItems", std::size_t{0})) { return at + ": too short"; }
    if (value.size() > schema.value("maxItems", value.size())) { return at + ": too long"; }
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (!schema.contains("items")) { break; }
        auto found = fault(value[i], schema["items"], at + "/" + std::to_string(i));
        if (!found.empty()) { return found; }
    }
    return {};
}

std::string fault_of_value(const Json& value, const Json& schema, const std::string& at)
{
    if (schema.contains("const") && value != schema["const"]) { return at + ": not the constant"; }
    if (schema.contains("enum")) {
        const Json& known = schema["enum"];
        if (std::find(known.begin(), known.end(), value) == known.end()) {
            return at + ": not one of " + known.dump();
        }
    }
    if (value.is_number() && schema.contains("minimum") && value < schema["minimum"]) {
        return at + ": too small";
    }
    if (!schema.contains("type")) { return {}; }
    const Json types = schema["type"].is_array() ? schema["type"] : Json::array({schema["type"]});
    const bool is_known = std::any_of(types.begin(), types.end(), [&value](const Json& type) {
        return is_of_type(value, type.get<std::string>());
    });
    return is_known ? std::string{} : at + ": not of type " + types.dump();
}

std::string fault(const Json& value, const Json& schema, const std::string& at)
{
    static const Json kKeywords{"type",  "required", "properties", "additionalProperties",
                                "items", "minItems", "maxItems",   "const",
                                "enum",  "minimum",  "$ref",       "description"};
    for (const auto& [keyword, ignored] : schema.items()) {
        if (std::find(kKeywords.begin(), kKeywords.end(), keyword) == kKeywords.end()) {
            return at + ": the checker does not know " + keyword;
        }
    }
    if (schema.contains("$ref")) {
        const auto pointer = schema["$ref"].get<std::string>().substr(1);
        return fault(value, published().at(Json::json_pointer{pointer}), at);
    }
    if (auto found = fault_of_value(value, schema, at); !found.empty()) { return found; }
    if (value.is_object()) { return fault_of_object(value, schema, at); }
    if (value.is_array()) { return fault_of_array(value, schema, at); }
    return {};
}

}  // namespace

std::string fault_in(const Json& value, std::string_view name)
{
    return fault(value, published()["$defs"].at(std::string{name}), std::string{name});
}

}  // namespace dateline::tests
