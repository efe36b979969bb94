// JSON files that somebody else may have written, read with limits; what is wrong is said with its
// place, a JSON pointer: "/modes/0/name is no text".
#pragma once

#include "common/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// A value, and where it stands. What it is not is an exception with the place: only inside of
/// read_json().
class JsonValue {
  public:
    JsonValue(const nlohmann::json& json, std::string where)
        : json_(&json), where_(std::move(where))
    {
    }

    [[nodiscard]] JsonValue at(const std::string& key) const;
    /// Of at most so many values.
    [[nodiscard]] std::vector<JsonValue> list(std::size_t most) const;
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool flag() const;
    [[nodiscard]] std::uint64_t count() const;
    /// Not negative, and less than 1e12: more queries in a second, or milliseconds, there are not.
    [[nodiscard]] double number() const;
    /// As number(), but not 0.
    [[nodiscard]] double positive() const;
    [[nodiscard]] bool is_null() const { return json_->is_null(); }

    [[noreturn]] void refuse(const std::string& what) const;

  private:
    const nlohmann::json* json_;
    std::string where_;  ///< "" for all of it
};

struct JsonLimits {
    std::size_t bytes = 0;
    int nesting = 8;  ///< of lists and objects
};

/// Has `read` make something of a text that may be anything. Fails with InputFormat; the message
/// says it of "it".
Status read_json(std::string_view text, const JsonLimits& limits,
                 const std::function<void(const JsonValue&)>& read);

/// At most `most` bytes of a file, whatever it is. Fails with Io.
Result<std::string> read_bytes(const std::filesystem::path& path, std::size_t most);

}  // namespace dateline
