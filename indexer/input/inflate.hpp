// zlib's inflate, one step of it: for gzip and for HTTP's deflate.
#pragma once

#include "indexer/input/decompressor.hpp"

#define ZLIB_CONST
#include <zlib.h>

namespace dateline::indexer {

/// Unpacks on; `complete` says whether the stream's end was reached. A problem is
/// "damaged-compression" in zlib's words. Takes up to a gigabyte at once: zlib counts in 32 bits.
Unpacked inflate_on(z_stream& stream, std::span<const char> packed, std::span<char> into,
                    bool& complete);

}  // namespace dateline::indexer
