#include "common/storage/bytes.hpp"

namespace dateline {

void append_varint(std::string& out, std::uint64_t value)
{
    while (value >= 0x80U) {
        out += static_cast<char>((value & 0x7FU) | 0x80U);
        value >>= 7U;
    }
    out += static_cast<char>(value);
}

void append_string(std::string& out, std::string_view text)
{
    append_varint(out, text.size());
    out += text;
}

std::uint64_t ByteReader::fail()
{
    ok_ = false;
    rest_ = {};
    return 0;
}

std::uint64_t ByteReader::varint()
{
    constexpr unsigned kLastShift = 63;
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift <= kLastShift; shift += 7) {
        if (rest_.empty()) { return fail(); }
        const auto group = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        if (shift == kLastShift && group > 1) { return fail(); }  // a 65th bit
        value |= std::uint64_t{group & 0x7FU} << shift;
        if ((group & 0x80U) == 0) { return value; }
    }
    return fail();
}

std::uint64_t ByteReader::varint(std::uint64_t limit)
{
    const std::uint64_t value = varint();
    return value <= limit ? value : fail();
}

std::string_view ByteReader::string()
{
    const std::uint64_t size = varint();
    if (size > rest_.size()) {
        fail();
        return {};
    }
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return text;
}

}  // namespace dateline
