#include "common/text/number.hpp"

#include <array>
#include <string_view>

namespace dateline {

std::string with_commas(std::uint64_t number)
{
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) { digits.insert(at - 3, 1, ','); }
    return digits;
}

std::string with_unit(std::uint64_t bytes)
{
    constexpr auto kUnits =
        std::to_array<std::string_view>({" kB", " MB", " GB", " TB", " PB", " EB"});
    if (bytes < 1000) { return std::to_string(bytes) + " B"; }
    std::size_t unit = 0;
    while (bytes >= 1'000'000) {
        bytes /= 1000;
        ++unit;
    }
    // Cut, not rounded: so that it never says 1000.0 kB.
    return std::to_string(bytes / 1000) + '.' + std::to_string(bytes % 1000 / 100) +
           std::string{kUnits[unit]};
}

}  // namespace dateline
