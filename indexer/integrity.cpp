#include "indexer/integrity.hpp"

namespace dateline::indexer {
namespace {

constexpr std::uint64_t kWhole = UINT64_MAX;

/// What is wrong with a file of which `most` bytes count; "" if nothing is.
std::string trouble_with(const std::filesystem::path& path, const FileDigest& expected,
                         std::uint64_t most)
{
    const auto digest = digest_file(path, most);
    if (!digest) {
        const bool is_missing = digest.error().kind == ErrorKind::IndexDamaged;
        return is_missing ? "it is missing" : digest.error().message;
    }
    if (digest->size != expected.size) {
        return "it has " + std::to_string(digest->size) + " bytes, not " +
               std::to_string(expected.size);
    }
    return digest->hash == expected.hash ? "" : "its contents are not what was written";
}

/// Checks one file, named by its path below the index.
bool check_file(const std::filesystem::path& index, const std::filesystem::path& name,
                const FileDigest& expected, DamageList& damages, std::uint64_t most = kWhole)
{
    std::string trouble = trouble_with(index / name, expected, most);
    if (trouble.empty()) { return true; }
    damages.add({.file = name.string(), .what = std::move(trouble)});
    return false;
}

/// A file of which the manifest knows nothing would be read unchecked.
bool check_nothing_else(const std::filesystem::path& index, const std::filesystem::path& name,
                        const SegmentEntry& entry, DamageList& damages)
{
    bool is_whole = true;
    for (const char* part : {"", "postings"}) {
        const auto found = list_folder(index / name / part);
        if (!found) { continue; }  // what is missing of it is told already
        for (const auto& path : *found) {
            std::error_code problem;
            if (std::filesystem::is_directory(path, problem)) { continue; }
            const std::string file = path.lexically_relative(index / name).string();
            if (entry.files.contains(file)) { continue; }
            damages.add({.file = (name / file).string(),
                         .what = problem ? "cannot see what it is: " + problem.message()
                                         : "the manifest does not name it"});
            is_whole = false;
        }
    }
    return is_whole;
}

}  // namespace

bool check_segment_files(const std::filesystem::path& index, const SegmentEntry& entry,
                         DamageList& damages)
{
    const auto name = std::filesystem::path{"segments"} / entry.name;
    bool is_whole = true;
    for (const auto& [file, digest] : entry.files) {
        is_whole = check_file(index, name / file, digest, damages) && is_whole;
    }
    return check_nothing_else(index, name, entry, damages) && is_whole;
}

bool check_shared_files(const std::filesystem::path& index, const Manifest& manifest,
                        DamageList& damages)
{
    bool is_whole = true;
    const auto check = [&](const std::filesystem::path& name, const FileDigest& digest,
                           std::uint64_t most = kWhole) {
        is_whole = check_file(index, name, digest, damages, most) && is_whole;
    };
    for (const auto& [id, digest] : manifest.dictionaries) {
        check(std::filesystem::path{"dictionaries"} / id, digest);
    }
    if (!manifest.tombstones.empty()) {
        check(std::filesystem::path{"tombstones"} / manifest.tombstones,
              manifest.tombstones_digest);
    }
    check(std::filesystem::path{"name-table"} / six_digits(manifest.generation),
          manifest.name_table);
    check("names", manifest.names, manifest.names.size);  // bytes behind its end do not count
    return is_whole;
}

Status require_whole(const std::filesystem::path& index, const SegmentEntry& entry)
{
    DamageList damages;
    if (check_segment_files(index, entry, damages)) { return Done{}; }
    const Damage& first = damages.kept().front();
    return fail(ErrorKind::IndexDamaged,
                "the file '" + (index / first.file).string() + "' is damaged: " + first.what,
                "see all that is damaged with dateline-index verify; then make the index anew from "
                "the dumps with dateline-index add");
}

}  // namespace dateline::indexer
