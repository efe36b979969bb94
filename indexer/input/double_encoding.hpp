// Text that was UTF-8, taken for windows-1252 and encoded as UTF-8 once more: "MarÃ­a".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::indexer {

/// The text as it was, if it is certain that it was encoded twice; nothing if it was not, or if
/// that is not certain. Certain: there is no letter that begins such a pair without ending it (Ã
/// before a plain letter, as in "SÃO"), and there are two pairs, or one of three letters ("â€œ"),
/// or one inside a word. `text` need not be valid UTF-8: then nothing is repaired.
std::optional<std::string> repair_double_encoding(std::string_view text);

}  // namespace dateline::indexer
