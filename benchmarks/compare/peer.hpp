// The contract of a peer: what a user could pick instead of Dateline, and Dateline itself.
//
// To add one: write peers/<name>.cpp defining `<name>_peer`, add PEER(<name>) to peers.def, and
// give it a driver in drivers/ that speaks question.hpp.
#pragma once

#include "benchmarks/compare/process.hpp"
#include "benchmarks/compare/question.hpp"

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace dateline::compare {

/// Where things are for one share of the corpus.
struct Places {
    std::filesystem::path programs{};  ///< the build folder: our programs and the drivers
    std::filesystem::path source{};    ///< benchmarks/compare in the repository
    std::filesystem::path jsonl{};     ///< the articles as Dateline reads them
    std::filesystem::path tsv{};       ///< as export_corpus() writes them, for the peers
    std::filesystem::path dump{};      ///< the same for scriptindex
    std::filesystem::path scratch{};   ///< the indexes

    /// A peer's index, one for each of its ways of indexing; not made by this.
    [[nodiscard]] std::filesystem::path index(std::string_view peer, std::string_view way) const
    {
        return scratch / (std::string{peer} + "." + std::string{way});
    }
};

/// Which part of an index a file, table or section is: the columns of the sizes.
using Parts = std::map<std::string, std::uint64_t, std::less<>>;

struct Peer {
    std::string_view name;   ///< in options and files: "lucene"
    std::string_view shown;  ///< in tables: "Lucene 8.7"
    /// How it indexes, blanks between: the first is compared and searched, the others are measured
    /// beside it.
    std::string_view ways;
    /// How it is asked, blanks between; the first is "plain". "exact": with an exact total, where
    /// plain would rather estimate. Others are the driver's own.
    std::string_view modes;
    /// Makes a new index of the share. What it prints as "seconds NAME VALUE" is kept by name.
    CommandLine (*index)(const Places& places, std::string_view way);
    /// The driver, on the first way's index.
    CommandLine (*ask)(const Places& places, std::string_view mode);
    /// What a person types into a shell for the same; empty if the question cannot be put so.
    CommandLine (*shell)(const Places& places, const Question& question);
    /// Bytes by part of a finished index.
    Result<Parts> (*parts)(const std::filesystem::path& index);
    int no_hits_code;         ///< with which its command leaves when nothing matches
    std::string_view colour;  ///< in plots, of a palette for the colour-blind (Okabe and Ito)
    int point;                ///< in plots, gnuplot's number of a filled shape; less 1, hollow
    std::string_view note;    ///< what its figures stand for, and what memory it was given
};

/// All peers, Dateline first.
std::span<const Peer* const> peers();

/// Bytes of the files below `index` by the part that `part_of` gives each file's name.
Result<Parts> parts_by_file(const std::filesystem::path& index,
                            std::string (*part_of)(const std::filesystem::path& file));

}  // namespace dateline::compare
