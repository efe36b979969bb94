// The files of an index, as people read them: section 5 of the manual is made from this table.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace dateline {

struct IndexFile {
    std::string_view path;  ///< in the index's folder; N stands for a number
    std::string_view holds;
};

inline constexpr auto kIndexFiles = std::to_array<IndexFile>({
    {"CURRENT", "name and hash of the live manifest; replaced by rename"},
    {"manifest-N.json", "segments, sizes and XXH3-128 of every file, versions, sources read"},
    {"names", "numbers of people, sources, authors, countries, languages; only grows"},
    {"name-table/N", "of each name in a generation: its group, articles and shown spelling"},
    {"dictionaries/N", "zstd dictionaries of stored articles"},
    {"segments/N/postings/", "each term's articles, as Xapian's glass keeps them"},
    {"segments/N/tokens", "each article's words, in order"},
    {"segments/N/vocabulary", "each word's number, stems and articles"},
    {"segments/N/columns", "dates, lengths, hashes, and what facets count"},
    {"segments/N/bodies", "the stored articles and their marks, compressed"},
    {"tombstones/N", "removed articles, a bitmap for each segment"},
    {"people.tsv", "who is who, by hand; may be missing (dateline-index people)"},
    {"saved.tsv", "queries with names; may be missing (dateline-search saved)"},
    {"boilerplate.tsv", "furniture of sources; may be missing (dateline-index boilerplate)"},
    {"lock", "held by the one writer; says its process"},
    {"work/", "the writer's scratch; emptied when it starts"},
});

/// A heading and a line for each file.
std::string index_files_text();

}  // namespace dateline
