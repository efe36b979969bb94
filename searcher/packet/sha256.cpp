#include "searcher/packet/sha256.hpp"

#include <array>
#include <gcrypt.h>

namespace dateline::searcher {
namespace {

/// The library wants to be told its version once, before anything else, and that no secrets are
/// kept in it.
void initialize()
{
    static const bool done = [] {
        gcry_check_version(GCRYPT_VERSION);
        gcry_control(GCRYCTL_DISABLE_SECMEM, 0);
        gcry_control(GCRYCTL_INITIALIZATION_FINISHED, 0);
        return true;
    }();
    static_cast<void>(done);
}

}  // namespace

std::string sha256_hex(std::string_view bytes)
{
    initialize();
    std::array<unsigned char, 32> digest{};
    gcry_md_hash_buffer(GCRY_MD_SHA256, digest.data(), bytes.data(), bytes.size());
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    for (const unsigned char byte : digest) {
        hex += kDigits[byte >> 4U];
        hex += kDigits[byte & 15U];
    }
    return hex;
}

}  // namespace dateline::searcher
