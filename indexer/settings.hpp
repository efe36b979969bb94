// What the indexer was asked to do.
#pragma once

#include "common/cli/option_table.hpp"
#include "indexer/analyze.hpp"
#include "indexer/input/format.hpp"

#include <filesystem>
#include <span>
#include <string>

namespace dateline::indexer {

struct Settings {
    std::filesystem::path index{};  ///< the index's folder; empty if it was not named
    const Format* input = nullptr;  ///< a format that was forced, or null
    FieldMap map{};                 ///< their keys → our keys
    DetectorList detectors{};
    std::string report{};  ///< where the report of skipped input goes; "" for nowhere
    bool strict = false;   ///< leave with 1 if anything was skipped
    bool quiet = false;
    bool dry_run = false;                            ///< add: only show what would be read, and how
    bool wait = false;                               ///< for another writer to finish
    std::uint64_t memory = std::uint64_t{1} << 30U;  ///< bytes that articles in work may take
    std::string query{};                             ///< remove: what matches it
    std::vector<std::string> files{};                ///< remove: what came from these
    std::filesystem::path people{};  ///< people, remove: a ledger; "" for the index's
    std::uint64_t limit = 100;       ///< people: how many to list
    bool propose = false;            ///< people: what may be joined
    bool check = false;              ///< people: only check the ledger
    bool digest = false;             ///< verify: print the hash over all articles
    std::string format{};            ///< of the output
    bool why = false;                ///< detect: also show the rule and the place of each decision
};

std::span<const cli::Option<Settings>> options();

}  // namespace dateline::indexer
