#include "indexer/segment/postings_builder.hpp"

#include "common/storage/file.hpp"
#include "common/storage/xapian_guard.hpp"

namespace dateline::indexer {
namespace {

/// Articles in a small database. 200 to 500 are alike; larger ones leave the cache.
constexpr std::size_t kSmallArticles = 300;
/// Small databases merged at a time: well below the limit on open files.
constexpr std::size_t kFanIn = 50;

/// No termlists (nothing is deleted or expanded), no fsync: scratch is thrown away after a crash.
/// Not DB_DANGEROUS, which saves 5 % of the time: with it, a refused document is told as "cancel()
/// not supported", and whatever else went wrong, too.
constexpr int kScratchFlags = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS |
                              Xapian::DB_NO_TERMLIST | Xapian::DB_NO_SYNC;

}  // namespace

Status PostingsBuilder::begin_small()
{
    small_path_ = scratch_ / ("small-" + std::to_string(next_name_++));
    auto opened = guard_xapian("create '" + small_path_.string() + "'", [this] {
        return Xapian::WritableDatabase{small_path_.string(), kScratchFlags};
    });
    if (!opened) { return Failure{opened.error()}; }
    small_ = *std::move(opened);
    return Done{};
}

Status PostingsBuilder::end_small()
{
    if (!small_) { return Done{}; }
    auto committed = guard_xapian("write '" + small_path_.string() + "'", [this] {
        small_->commit();
        small_->close();
        return Done{};
    });
    if (!committed) { return committed; }
    small_.reset();
    batch_.clear();
    finished_.push_back(small_path_);
    if (finished_.size() < kFanIn) { return Done{}; }
    const auto path = scratch_ / ("merged-" + std::to_string(next_name_++));
    if (auto status = merge(finished_, path); !status) { return status; }
    merged_.push_back(path);
    finished_.clear();
    return Done{};
}

/// An exception from add_document() throws away all that is not committed (reliability.md 0.2).
Status PostingsBuilder::restart_small()
{
    if (auto status = begin_small(); !status) { return status; }
    return guard_xapian("write '" + small_path_.string() + "'", [this] {
        for (const Xapian::Document& document : batch_) { small_->add_document(document); }
        return Done{};
    });
}

Status PostingsBuilder::add(Xapian::Document document)
{
    if (!state_) { return state_; }
    Status added = try_add(std::move(document));
    if (!added && added.error().kind != ErrorKind::InputFormat) { state_ = added; }
    return added;
}

Status PostingsBuilder::try_add(Xapian::Document document)
{
    if (!small_) {
        if (auto status = begin_small(); !status) { return status; }
    }
    try {
        small_->add_document(document);
    } catch (const Xapian::InvalidArgumentError& refused) {
        if (auto status = restart_small(); !status) { return status; }
        return fail(ErrorKind::InputFormat, "Xapian refuses it: " + refused.get_msg());
    } catch (const Xapian::Error& problem) {
        return describe(problem, "write '" + small_path_.string() + "'");
    }
    batch_.push_back(std::move(document));
    return batch_.size() < kSmallArticles ? Status{Done{}} : end_small();
}

Status PostingsBuilder::merge(const std::vector<std::filesystem::path>& parts,
                              const std::filesystem::path& path) const
{
    if (auto status = merge_postings(parts, path); !status) { return status; }
    std::error_code ignored;  // scratch: the writer empties it when it starts
    for (const auto& part : parts) { std::filesystem::remove_all(part, ignored); }
    return Done{};
}

Status PostingsBuilder::finish(const std::filesystem::path& path)
{
    if (!state_) { return state_; }
    if (auto status = end_small(); !status) { return status; }
    std::vector<std::filesystem::path> parts = merged_;
    parts.insert(parts.end(), finished_.begin(), finished_.end());
    return merge(parts, path);
}

Status merge_postings(const std::vector<std::filesystem::path>& parts,
                      const std::filesystem::path& path)
{
    auto compacted = guard_xapian("merge postings into '" + path.string() + "'", [&] {
        Xapian::Database all;
        for (const auto& part : parts) { all.add_database(Xapian::Database{part.string()}); }
        all.compact(path.string(), Xapian::Compactor::FULL);
        return Done{};
    });
    if (!compacted) { return compacted; }
    const auto files = list_folder(path);
    if (!files) { return Failure{files.error()}; }
    for (const auto& file : *files) {
        if (auto synced = sync_path(file); !synced) { return synced; }
    }
    return sync_path(path);
}

}  // namespace dateline::indexer
