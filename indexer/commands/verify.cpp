// verify: whether every file of the index is what its manifest says.
#include "common/cli/values.hpp"
#include "common/storage/snapshot.hpp"
#include "indexer/commands/command.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

/// Checks one file; what is wrong with it, or nothing.
std::string trouble_with(const std::filesystem::path& path, const FileDigest& expected,
                         bool may_be_longer)
{
    const auto file = MappedFile::open(path);
    if (!file) { return file.error().message; }
    std::string_view bytes = file->bytes();
    if (may_be_longer) { bytes = bytes.substr(0, expected.size); }
    if (bytes.size() != expected.size) {
        return "'" + path.string() + "' has " + std::to_string(bytes.size()) + " bytes, not " +
               std::to_string(expected.size);
    }
    return hash_hex(bytes) == expected.hash ? std::string{}
                                            : "'" + path.string() + "' has other contents";
}

std::vector<std::string> troubles_of(const std::filesystem::path& index, const Manifest& manifest)
{
    std::vector<std::string> troubles;
    const auto check = [&troubles](const std::filesystem::path& path, const FileDigest& digest,
                                   bool may_be_longer = false) {
        std::string trouble = trouble_with(path, digest, may_be_longer);
        if (!trouble.empty()) { troubles.push_back(std::move(trouble)); }
    };
    for (const SegmentEntry& segment : manifest.segments) {
        for (const auto& [path, digest] : segment.files) {
            check(index / "segments" / segment.name / path, digest);
        }
    }
    for (const auto& [id, digest] : manifest.dictionaries) {
        check(index / "dictionaries" / id, digest);
    }
    if (!manifest.tombstones.empty()) {
        check(index / "tombstones" / manifest.tombstones, manifest.tombstones_digest);
    }
    check(index / "names", manifest.names, true);  // bytes behind its end do not count
    return troubles;
}

/// One hash over (id, content hash, marks) of all articles, sorted by id.
Result<std::string> digest_of(const Snapshot& snapshot)
{
    std::vector<std::string> lines;
    for (const Segment& segment : snapshot.segments()) {
        for (std::size_t i = 0; i < segment.articles(); ++i) {
            if (segment.removed.contains(i)) { continue; }
            auto article = segment.bodies.article(i);
            if (!article) { return Failure{article.error()}; }
            const ContentHash hash = content_hash(article->article);
            lines.push_back(article->article.id + '\0' + std::string{hash.data(), hash.size()} +
                            hash_hex(encode_article(*article)));
        }
    }
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (const std::string& line : lines) { all += line + '\n'; }
    return hash_hex(all);
}

Result<int> run_verify(const Call& call)
{
    const auto index = cli::index_path(call.settings.index);
    if (!index) { return Failure{index.error()}; }
    const auto locked = lock_manifest(*index);
    if (!locked) { return Failure{locked.error()}; }
    const auto troubles = troubles_of(*index, locked->manifest);
    for (const std::string& trouble : troubles) { call.err << "damaged: " << trouble << '\n'; }
    if (!troubles.empty()) { return exit_code::kDamaged; }
    const auto snapshot = Snapshot::open(*index);
    if (!snapshot) { return Failure{snapshot.error()}; }
    if (!call.settings.digest) {
        call.out << "every file is what the manifest says\n";
        return 0;
    }
    const auto digest = digest_of(*snapshot);
    if (!digest) { return Failure{digest.error()}; }
    call.out << *digest << '\n';
    return 0;
}

}  // namespace

extern const Command verify_command{
    .name = "verify",
    .arguments = "",
    .summary = "Checks every file of the index against its manifest",
    .example = "dateline-index verify --index news.idx --digest",
    .run = run_verify,
};

}  // namespace dateline::indexer
