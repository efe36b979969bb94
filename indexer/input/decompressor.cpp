// Tells compressions by their first bytes.
#include "indexer/input/decompressor.hpp"

namespace dateline::indexer {
namespace {

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b\x08"); }

bool is_zstd(std::string_view bytes)
{
    if (bytes.starts_with("\x28\xb5\x2f\xfd")) { return true; }
    // pzstd begins with a skippable frame: https://www.rfc-editor.org/rfc/rfc8878#section-3.1.2
    return bytes.size() >= kMagicBytes && (static_cast<unsigned char>(bytes[0]) & 0xf0U) == 0x50U &&
           bytes.substr(1).starts_with("\x2a\x4d\x18");
}

}  // namespace

std::unique_ptr<Decompressor> find_decompressor(std::string_view first_bytes)
{
    if (is_gzip(first_bytes)) { return make_gzip(); }
    if (is_zstd(first_bytes)) { return make_zstd(); }
    return nullptr;
}

}  // namespace dateline::indexer
