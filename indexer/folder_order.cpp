#include "indexer/folder_order.hpp"

#include "indexer/day_order.hpp"
#include "indexer/input/open_dump.hpp"

#include <utility>
#include <variant>

namespace dateline::indexer {
namespace {

std::string folder_of(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string{} : path.substr(0, slash);
}

}  // namespace

void FolderOrders::find_folders()
{
    constexpr std::size_t kMostFiles = 256;
    constexpr std::uint64_t kLargest = std::uint64_t{64} << 10U;
    for (std::size_t n = 0; n < files_->size(); ++n) {
        const DumpFile& file = (*files_)[n];
        if (file.bytes > kLargest) { continue; }
        std::vector<std::size_t>& first = folders_[folder_of(file.path)].first;
        if (first.size() < kMostFiles) { first.push_back(n); }
    }
}

DayOrder FolderOrders::learn(const std::vector<std::size_t>& files) const
{
    OrderVotes votes;
    for (const std::size_t n : files) {
        const auto dump = open_dump((*files_)[n], forced_, *map_);
        const Record record = dump->next();
        const auto* const raw = std::get_if<RawDocument>(&record);
        if (raw != nullptr && raw->unstructured) { votes.add(header_order(raw->body)); }
    }
    return votes.order();
}

DayOrder FolderOrders::of(const std::string& path)
{
    const std::lock_guard lock{mutex_};
    if (!std::exchange(has_folders_, true)) { find_folders(); }
    Folder& folder = folders_[folder_of(path)];
    if (!std::exchange(folder.is_learned, true)) { folder.order = learn(folder.first); }
    return folder.order;
}

}  // namespace dateline::indexer
