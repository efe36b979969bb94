// Numbers and strings as bytes: what the index's own files are made of. Little-endian throughout.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

static_assert(std::endian::native == std::endian::little, "arrays are mapped as they are on disk");

/// Appends `value` in 7-bit groups, lowest first, the high bit set on all but the last.
void append_varint(std::string& out, std::uint64_t value);

/// Appends the length as a varint, then the bytes.
void append_string(std::string& out, std::string_view text);

/// Reads what append_varint() and append_string() wrote, from bytes that may be anything: behind
/// the first thing that cannot be there it gives zeros and empty strings, and ok() is false.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t varint();
    /// A varint that must be at most `limit`.
    std::uint64_t varint(std::uint64_t limit);
    /// Points into the bytes that the reader was made of.
    std::string_view string();
    std::uint8_t byte()
    {
        if (rest_.empty()) { return static_cast<std::uint8_t>(fail()); }
        const auto value = static_cast<std::uint8_t>(rest_.front());
        rest_.remove_prefix(1);
        return value;
    }

    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    [[nodiscard]] std::size_t size_left() const { return rest_.size(); }

  private:
    std::uint64_t fail();

    std::string_view rest_;
    bool ok_ = true;
};

}  // namespace dateline
