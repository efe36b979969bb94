// Fast looks at bytes that may be UTF-8.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline::indexer {

/// How many bytes at the end are the beginning of a character that goes on behind; at most 3.
std::size_t cut_tail(std::string_view bytes);

/// Whether the bytes are UTF-8, but for a character that is cut at their end.
bool is_utf8_so_far(std::string_view bytes);

}  // namespace dateline::indexer
