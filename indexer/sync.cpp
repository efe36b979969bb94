#include "indexer/sync.hpp"

#include "common/storage/stored_articles.hpp"

#include <xxhash.h>

namespace dateline::indexer {
namespace {

std::uint64_t id_hash(const std::string& id) { return XXH3_64bits(id.data(), id.size()); }

}  // namespace

void FolderSync::see(const Notice& notice)
{
    if (notice.lost) { doubtful_.insert(notice.file); }
}

bool FolderSync::is_file(const std::string& path)
{
    const auto [known, is_new] = files_.try_emplace(path, false);
    std::error_code ignored;
    if (is_new) { known->second = std::filesystem::exists(path, ignored); }
    return known->second;
}

Result<bool> FolderSync::see(const Article& article)
{
    seen_.insert(id_hash(article.id));
    const auto file = writer_.file_of(article.id);
    if (!file) { return Failure{file.error()}; }
    return *file && **file != article.file && !is_file(**file);
}

/// Whether the file, or a folder that it is in, could not be read wholly.
bool FolderSync::is_doubtful(std::string_view label) const
{
    if (doubtful_.empty()) { return false; }
    if (doubtful_.contains(".")) { return true; }
    for (auto end = label.size(); end != std::string_view::npos && end > 0;
         end = label.rfind('/', end - 1)) {
        if (doubtful_.contains(std::string{label.substr(0, end)})) { return true; }
    }
    return false;
}

bool FolderSync::is_vanished(const Article& article) const
{
    if (article.file.empty() || seen_.contains(id_hash(article.id))) { return false; }
    for (const std::string& folder : folders_) {
        if (const auto label = path_inside(article.file, folder)) { return !is_doubtful(*label); }
    }
    return false;
}

Result<std::uint64_t> FolderSync::remove_vanished()
{
    std::uint64_t removed = 0;
    auto opened = StoredArticles::open(writer_.path());
    if (!opened && opened.error().kind == ErrorKind::IndexMissing) { return removed; }
    if (!opened) { return Failure{opened.error()}; }
    StoredArticles articles = *std::move(opened);
    while (const auto stored = articles.next()) {
        if (!*stored) { return Failure{stored->error()}; }
        const Article& article = (*stored)->article;
        if (!is_vanished(article)) { continue; }
        const auto was_there = writer_.remove(article.id);
        if (!was_there) { return Failure{was_there.error()}; }
        removed += *was_there ? 1 : 0;
    }
    return removed;
}

}  // namespace dateline::indexer
