#include "indexer/input/inflate.hpp"

#include <algorithm>

namespace dateline::indexer {

Unpacked inflate_on(z_stream& stream, std::span<const char> packed, std::span<char> into,
                    bool& complete)
{
    constexpr std::size_t kMostAtOnce = std::size_t{1} << 30U;
    const auto packed_size = static_cast<uInt>(std::min(packed.size(), kMostAtOnce));
    const auto into_size = static_cast<uInt>(std::min(into.size(), kMostAtOnce));
    stream.next_in = reinterpret_cast<const Bytef*>(packed.data());
    stream.avail_in = packed_size;
    stream.next_out = reinterpret_cast<Bytef*>(into.data());
    stream.avail_out = into_size;
    const int code = inflate(&stream, Z_NO_FLUSH);
    complete = code == Z_STREAM_END;
    Unpacked step{.taken = packed_size - stream.avail_in, .made = into_size - stream.avail_out};
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) {
        step.reason = "damaged-compression";
        step.message = stream.msg == nullptr ? "not as zlib expects it" : stream.msg;
    }
    return step;
}

}  // namespace dateline::indexer
