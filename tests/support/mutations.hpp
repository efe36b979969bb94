// Damaged files for those who read the index: whatever the bytes, they give values or an Error.
#pragma once

#include "common/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace dateline::tests {

/// `good` with damage in one to three places; which damage follows from `seed` alone.
std::string mutate(std::string_view good, std::uint32_t seed);

/// Opens the file at `path` and reads everything that it lets read; fails if it cannot be opened.
/// What is read must keep its promises: see must(). No doctest assertions inside.
using Walk = std::function<Status(const std::filesystem::path& path)>;

/// Inside a Walk: throws if a promise about what was read does not hold.
void must(bool holds, std::string_view promise);

/// Lets `walk` read `count` mutations of the file `good`, in a process of its own, so that a crash,
/// a sanitizer's report, an exception or a hang fails the test and tells the seed (for mutate()).
/// An Error other than IndexDamaged fails, too, and so do mutations that are all refused.
void check_mutations(std::string_view good, const Walk& walk, std::uint32_t first_seed,
                     std::uint32_t count = 10000);

/// Lets `walk` read every beginning of the file `good`; each must be refused as IndexDamaged.
void check_truncations(std::string_view good, const Walk& walk);

/// A whole file's bytes.
std::string bytes_of(const std::filesystem::path& path);

}  // namespace dateline::tests
