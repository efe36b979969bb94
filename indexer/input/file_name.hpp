// What a file's name and first bytes tell of its format: what the formats' claims are made of.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline::indexer {

/// Whether `name` ends in `ending` (lower case), in capitals or not: "A.TXT" in ".txt".
bool has_ending(std::string_view name, std::string_view ending);

/// How long the ending of `name` is that stands in `endings`, between blanks (".gz .tgz"); 0: none.
std::size_t ending_among(std::string_view name, std::string_view endings);

/// Whether these first bytes are the signature of an archive, a compression, an image or a PDF.
bool has_signature(std::string_view first_bytes);

/// Whether a file that begins with these bytes is certainly not text: has_signature(), or a NUL in
/// the first 4 KiB.
bool is_binary(std::string_view first_bytes);

/// The first byte that is neither a blank nor part of a byte order mark; NUL if there is none.
char first_sign(std::string_view first_bytes);

}  // namespace dateline::indexer
