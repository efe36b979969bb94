// What an index holds, whatever its segments: to be compared with what it should hold.
#pragma once

#include "common/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace dateline::tests {

/// An article by its id, and a hash of all that is stored of it, marks included.
struct Holding {
    std::string id{};
    std::uint64_t print = 0;
};

/// The articles that are not removed, segment by segment: those of one add are in its order.
Result<std::vector<Holding>> contents_of(const std::filesystem::path& index);

/// The sum of the articles' prints: an article that is missing, doubled or another one changes it.
std::uint64_t print_of(const std::vector<Holding>& contents);

}  // namespace dateline::tests
