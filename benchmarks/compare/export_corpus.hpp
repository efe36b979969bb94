// The corpus as peers read it: the articles of a Dateline index, with what was found in them.
#pragma once

#include "common/result.hpp"

#include <cstdint>
#include <filesystem>

namespace dateline::compare {

/// What was written.
struct Exported {
    std::uint64_t articles = 0;
    std::uint64_t text_bytes = 0;  ///< of headlines and bodies, blanks folded
};

/// Writes each article of the index as a line: id, day (YYYYMMDD or empty), countries and people
/// (with ; between), headline, body, with tabs between and white space inside folded to one blank;
/// and to `dump` the same as scriptindex reads it (field=value lines, an empty line behind each).
/// People are spelled as the facet shows them. Fails as Snapshot::open() does, or with Io.
Result<Exported> export_corpus(const std::filesystem::path& index, const std::filesystem::path& tsv,
                               const std::filesystem::path& dump);

}  // namespace dateline::compare
