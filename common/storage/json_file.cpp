#include "common/storage/json_file.hpp"

#include "common/storage/file.hpp"
#include "common/text/number.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <vector>

namespace dateline {
namespace {

constexpr double kMostNumber = 1e12;

/// Whether lists and objects are never nested deeper; `text` may be anything.
bool is_shallow(std::string_view text, int most)
{
    int depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size() && depth <= most; ++i) {
        const char c = text[i];
        if (c == '"') { in_string = !in_string; }
        if (in_string) {
            i += c == '\\' ? 1 : 0;
        } else {
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        }
    }
    return depth <= most;
}

}  // namespace

JsonValue JsonValue::at(const std::string& key) const
{
    const auto found = json_->is_object() ? json_->find(key) : json_->end();
    if (!json_->is_object() || found == json_->end()) { refuse("has no \"" + key + "\""); }
    return {*found, where_ + '/' + key};
}

std::vector<JsonValue> JsonValue::list(std::size_t most) const
{
    if (!json_->is_array()) { refuse("is no list"); }
    if (json_->size() > most) { refuse("is too long"); }
    std::vector<JsonValue> values;
    for (const nlohmann::json& value : *json_) {
        values.emplace_back(value, where_ + '/' + std::to_string(values.size()));
    }
    return values;
}

std::string JsonValue::text() const
{
    if (!json_->is_string()) { refuse("is no text"); }
    return json_->get<std::string>();
}

bool JsonValue::flag() const
{
    if (!json_->is_boolean()) { refuse("is neither true nor false"); }
    return json_->get<bool>();
}

std::uint64_t JsonValue::count() const
{
    if (!json_->is_number_unsigned()) { refuse("is no whole number"); }
    return json_->get<std::uint64_t>();
}

double JsonValue::number() const
{
    const double value = json_->is_number() ? json_->get<double>() : -1;
    if (!(value >= 0 && value < kMostNumber)) { refuse("is no number that was measured"); }
    return value;
}

double JsonValue::positive() const
{
    const double value = number();
    if (value <= 0) { refuse("is not more than 0"); }
    return value;
}

void JsonValue::refuse(const std::string& what) const
{
    throw std::runtime_error{(where_.empty() ? "it" : where_) + " " + what};
}

Status read_json(std::string_view text, const JsonLimits& limits,
                 const std::function<void(const JsonValue&)>& read)
{
    if (text.size() > limits.bytes) {
        return fail(ErrorKind::InputFormat, "it is larger than " + with_unit(limits.bytes));
    }
    if (!is_shallow(text, limits.nesting)) {
        return fail(ErrorKind::InputFormat, "it is nested too deeply");
    }
    try {
        const nlohmann::json json = nlohmann::json::parse(text);
        read(JsonValue{json, ""});
        return Done{};
    } catch (const nlohmann::json::parse_error& problem) {
        return fail(ErrorKind::InputFormat, "it is no JSON from byte " +
                                                std::to_string(problem.byte) + " of " +
                                                std::to_string(text.size()) + " on");
    } catch (const std::exception& problem) {
        return fail(ErrorKind::InputFormat, problem.what());
    }
}

Result<std::string> read_bytes(const std::filesystem::path& path, std::size_t most)
{
    std::ifstream file{path, std::ios::binary};
    if (!file) { return io_failure("read", path); }
    std::string bytes;
    std::vector<char> part(std::size_t{64} << 10U);
    while (file && bytes.size() < most) {
        const std::size_t wanted = std::min(part.size(), most - bytes.size());
        file.read(part.data(), static_cast<std::streamsize>(wanted));
        bytes.append(part.data(), static_cast<std::size_t>(file.gcount()));
    }
    if (file.bad()) { return io_failure("read", path); }
    return bytes;
}

}  // namespace dateline
