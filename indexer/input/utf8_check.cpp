#include "indexer/input/utf8_check.hpp"

#include <algorithm>
#include <simdjson.h>

namespace dateline::indexer {

std::size_t cut_tail(std::string_view bytes)
{
    const std::size_t most = std::min(bytes.size(), std::size_t{3});
    for (std::size_t size = 1; size <= most; ++size) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - size]);
        if (byte < 0x80U) { return 0; }
        if (byte < 0xc0U) { continue; }
        const std::size_t whole = byte >= 0xf0U ? 4 : byte >= 0xe0U ? 3 : 2;
        return whole > size ? size : 0;
    }
    return 0;
}

bool is_utf8_so_far(std::string_view bytes)
{
    return simdjson::validate_utf8(bytes.data(), bytes.size() - cut_tail(bytes));
}

}  // namespace dateline::indexer
