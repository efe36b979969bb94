// Deleting what no generation needs any more: old manifests that nobody reads, then the files that
// no manifest left names.
#include "common/storage/manifest.hpp"
#include "indexer/writer.hpp"

#include <fcntl.h>
#include <set>
#include <sys/file.h>

namespace dateline::indexer {
namespace {

/// Deletes a manifest unless a reader holds its lock; whether it is gone.
bool delete_manifest(const std::filesystem::path& path)
{
    const LockedFile file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.descriptor() < 0 || ::flock(file.descriptor(), LOCK_EX | LOCK_NB) != 0) {
        return false;
    }
    std::error_code problem;
    return std::filesystem::remove(path, problem);
}

void add_files_of(const Manifest& manifest, std::set<std::string>& wanted)
{
    for (const SegmentEntry& segment : manifest.segments) {
        wanted.insert("segments/" + segment.name);
    }
    for (const auto& [id, digest] : manifest.dictionaries) { wanted.insert("dictionaries/" + id); }
    wanted.insert("tombstones/" + manifest.tombstones);
    wanted.insert("name-table/" + six_digits(manifest.generation));
}

}  // namespace

void IndexWriter::collect_garbage() const
{
    std::set<std::string> wanted;
    add_files_of(manifest_, wanted);
    const auto entries = list_folder(index_);
    if (!entries) { return; }
    for (const auto& entry : *entries) {
        const std::string name = entry.filename().string();
        if (!name.starts_with("manifest-") || name == manifest_.file_name()) { continue; }
        if (delete_manifest(entry)) { continue; }
        const auto file = MappedFile::open(entry);
        if (!file) { return; }  // somebody reads it and we cannot: keep everything
        const auto manifest = parse_manifest(file->bytes(), entry);
        if (!manifest) { return; }
        add_files_of(*manifest, wanted);
    }
    for (const char* folder : {"segments", "dictionaries", "tombstones", "name-table"}) {
        const auto files = list_folder(index_ / folder);
        if (!files) { return; }
        for (const auto& file : *files) {
            std::error_code ignored;  // the next writer tries again
            if (!wanted.contains(std::string{folder} + "/" + file.filename().string())) {
                std::filesystem::remove_all(file, ignored);
            }
        }
    }
}

}  // namespace dateline::indexer
