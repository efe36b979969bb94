// What dateline-compare was asked to do.
#pragma once

#include "common/cli/option_table.hpp"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace dateline::compare {

struct Settings {
    std::vector<std::filesystem::path> corpus{};
    std::vector<std::string> peers{};   ///< names; Dateline is always there
    std::vector<std::string> shares{};  ///< "1", "1/2", …
    std::filesystem::path out{};        ///< the run's folder
    std::filesystem::path programs{};   ///< the build folder
    std::filesystem::path source{};     ///< benchmarks/compare
    std::filesystem::path scratch{};
    std::string commit{};
    std::uint64_t rounds = 0;
    std::uint64_t questions = 0;
    std::uint64_t seed = 0;
};

std::span<const cli::Option<Settings>> options();

}  // namespace dateline::compare
