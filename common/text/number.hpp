// Numbers as people read them.
#pragma once

#include <cstdint>
#include <string>

namespace dateline {

/// In groups of three digits: "12,345".
std::string with_commas(std::uint64_t number);

/// A size in the largest fitting unit of 1000 bytes: "0 B", "999 B", "12.3 MB", "5.0 TB".
std::string with_unit(std::uint64_t bytes);

}  // namespace dateline
