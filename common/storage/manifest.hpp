// The manifest: what an index consists of at one moment, and the versions that made it.
//
// manifest-000042.json names every file that belongs to generation 42; CURRENT names the manifest.
// Publishing a generation is replacing CURRENT by rename.
#pragma once

#include "common/storage/file.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace dateline {

/// What must be the same for an index to be read: terms and tokens depend on all of it.
struct IndexVersions {
    int schema = 0;
    std::string xapian{};   ///< major.minor: the format of postings and the API
    std::string unicode{};  ///< word borders, folding
    std::string stemmer{};

    friend bool operator==(const IndexVersions&, const IndexVersions&) = default;
};

/// The versions of this program.
IndexVersions own_versions();

/// Xapian's major and minor version: "1.4".
std::string xapian_format_version();

struct SegmentEntry {
    std::string name{};                         ///< its folder below segments/
    std::uint64_t articles = 0;                 ///< removed ones included
    std::uint64_t words = 0;                    ///< the sum of the length column
    std::uint64_t text_bytes = 0;               ///< of headlines and bodies
    std::map<std::string, FileDigest> files{};  ///< by path below the segment's folder
};

/// A day (UTC) on which something was published, and the first generation of that day.
struct PublicationDay {
    std::chrono::sys_days day;
    std::uint64_t generation = 0;

    friend bool operator==(const PublicationDay&, const PublicationDay&) = default;
};

struct Manifest {
    std::uint64_t generation = 0;
    IndexVersions versions{};
    std::vector<SegmentEntry> segments{};  ///< oldest first
    std::vector<std::string> languages{};  ///< of all articles, sorted
    std::string tombstones{};              ///< file below tombstones/; "" if nothing is removed
    FileDigest tombstones_digest{};
    FileDigest names{};                                ///< how many bytes of `names` count
    FileDigest name_table{};                           ///< name-table/<generation>
    std::map<std::string, FileDigest> dictionaries{};  ///< by id
    std::vector<std::string> sources{};  ///< the dumps read so far, as given on the command line
    std::uint64_t next_segment = 1;
    std::vector<PublicationDay> days{};  ///< ascending; older indexes have none

    [[nodiscard]] std::string file_name() const;  ///< "manifest-000042.json"
};

std::string to_json(const Manifest& manifest);

/// Notes that the manifest's generation is published on that day, if it is the day's first. A clock
/// that was set back changes nothing.
void note_day(Manifest& manifest, std::chrono::sys_days day);

/// The generation after which everything was published on or after `day`, as far as days were
/// noted: 0 if that is all.
std::uint64_t last_generation_before(const Manifest& manifest, std::chrono::sys_days day);

/// What CURRENT says: "manifest-000042.json", the hash of that file's bytes, a line break.
std::string current_line(const Manifest& manifest);

/// Which indexes are wanted: those that can be searched, or also those of older schemas, of which
/// only the stored articles can be read.
enum class Versions : std::uint8_t { Own, AlsoOlder };

/// Fails with IndexDamaged if the text is no manifest, with IndexSchema (and what to do) if the
/// versions are not own_versions(), or later ones.
Result<Manifest> parse_manifest(std::string_view json, const std::filesystem::path& path,
                                Versions wanted = Versions::Own);

/// A number as generations and segments are called: 42 → "000042".
std::string six_digits(std::uint64_t number);

}  // namespace dateline
