// SHA-256: what says years later, to others, that a text is still the same (FIPS 180-4, by
// libgcrypt). Files of the index have XXH3, which nobody else has to trust.
#pragma once

#include <string>
#include <string_view>

namespace dateline::searcher {

/// As 64 hexadecimal digits, in lower case.
std::string sha256_hex(std::string_view bytes);

}  // namespace dateline::searcher
