#include "searcher/output/bars.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace dateline::searcher {
namespace {

/// By eighths: nothing, one eighth, … seven eighths, and the whole.
constexpr auto kBlocks =
    std::to_array<std::string_view>({"", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"});
constexpr std::size_t kEighths = 8;

}  // namespace

std::string bar(std::uint64_t count, std::uint64_t largest, std::size_t columns)
{
    if (count == 0 || largest == 0) { return {}; }
    const double share = std::min(1.0, static_cast<double>(count) / static_cast<double>(largest));
    const auto eighths =
        static_cast<std::size_t>(std::lround(share * static_cast<double>(columns * kEighths)));
    const std::size_t size = std::clamp<std::size_t>(eighths, 1, columns * kEighths);
    std::string out;
    for (std::size_t whole = 0; whole < size / kEighths; ++whole) { out += kBlocks[kEighths]; }
    out += kBlocks[size % kEighths];
    return out;
}

}  // namespace dateline::searcher
