// A digest: what came into the index for each saved query.
#pragma once

#include "searcher/output/renderer.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace dateline::searcher {

struct DigestEntry {
    std::string name{};       ///< of the saved query
    std::string query{};      ///< its text
    std::uint64_t total = 0;  ///< how many of the new articles match
    std::vector<Hit> hits{};  ///< the first of them
};

struct Digest {
    std::uint64_t since = 0;       ///< what came after this generation is new
    std::uint64_t generation = 0;  ///< that the index has now: --since of the next digest
    std::uint64_t articles = 0;    ///< how many are new, whatever is asked
    std::vector<DigestEntry> queries{};
};

}  // namespace dateline::searcher
