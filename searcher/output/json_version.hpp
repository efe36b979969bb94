// Which JSON is printed: the number in it, which dateline.schema.json describes.
#pragma once

namespace dateline::searcher {

/// Raised when a key goes or changes its meaning; new keys do not raise it.
inline constexpr int kJsonSchema = 1;

}  // namespace dateline::searcher
