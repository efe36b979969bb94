// Bars made of block characters, for counts beside each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace dateline::searcher {

/// A bar for `count` where `largest` takes `columns`, in eighths of a column (U+2588 to U+258F).
/// At least an eighth if `count` is not 0; never wider than `columns`.
std::string bar(std::uint64_t count, std::uint64_t largest, std::size_t columns);

}  // namespace dateline::searcher
