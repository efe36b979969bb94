// --dry-run: what would be read of each dump and how, without an index. A wrong guess is seen here.
#pragma once

#include "indexer/record_reader.hpp"
#include "indexer/settings.hpp"

#include <cstdint>
#include <ostream>

namespace dateline::indexer {

/// Reads every dump to its end, until Ctrl-C, and tells of each: the layers it is wrapped in, its
/// format and encoding and why, how many articles, which of its fields were taken for which of
/// ours, the first headline, and what would be skipped. Files of an archive that are read alike
/// are told together. Returns how many articles and files would be lost.
std::uint64_t dry_run(const Settings& settings, const DumpPaths& dumps, std::ostream& out);

}  // namespace dateline::indexer
