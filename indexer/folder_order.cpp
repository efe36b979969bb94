#include "indexer/folder_order.hpp"

#include "indexer/day_order.hpp"
#include "indexer/input/open_dump.hpp"

#include <filesystem>
#include <set>
#include <system_error>
#include <variant>

namespace dateline::indexer {
namespace {

namespace fs = std::filesystem;

std::string folder_of(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string{} : path.substr(0, slash);
}

/// The first files of a folder by name, without large and hidden ones; of a folder of millions no
/// more names are kept at a time.
std::set<std::string> first_files(const std::string& folder)
{
    constexpr std::size_t kMostFiles = 256;
    constexpr std::uintmax_t kLargest = std::uintmax_t{64} << 10U;
    std::set<std::string> first;
    std::error_code problem;  // it may be gone by now: then nothing is learned
    for (fs::directory_iterator at{folder + '/', problem}, end; !problem && at != end;
         at.increment(problem)) {
        std::string name = at->path().filename().string();
        if (name.starts_with('.')) { continue; }
        if (first.size() == kMostFiles && *first.rbegin() < name) { continue; }
        std::error_code odd;
        const bool is_file = at->symlink_status(odd).type() == fs::file_type::regular;
        if (!is_file || at->file_size(odd) > kLargest || odd) { continue; }
        first.insert(std::move(name));
        if (first.size() > kMostFiles) { first.erase(std::prev(first.end())); }
    }
    return first;
}

/// What the first text of a file shows; nothing if it is in an archive.
DayOrder order_of_file(Dump& dump)
{
    constexpr unsigned kMostNotices = 4;
    for (unsigned n = 0; n <= kMostNotices; ++n) {
        const Record record = dump.next();
        if (const auto* const raw = std::get_if<RawDocument>(&record)) {
            const bool is_file = raw->unstructured && raw->member.empty();
            return is_file ? header_order(raw->body) : DayOrder::Unknown;
        }
        if (!std::holds_alternative<Notice>(record)) { break; }
    }
    return DayOrder::Unknown;
}

}  // namespace

DayOrder FolderOrders::learn(const std::string& folder) const
{
    OrderVotes votes;
    for (const std::string& name : first_files(folder)) {
        const std::string path = folder + '/' + name;
        const auto dump = open_dump({.path = path, .label = name, .bytes = 0}, forced_, *map_);
        votes.add(order_of_file(*dump));
    }
    return votes.order();
}

DayOrder FolderOrders::of(const std::string& path)
{
    const std::string name = folder_of(path);
    Folder* folder = nullptr;
    {
        const std::lock_guard lock{mutex_};
        auto& slot = folders_[name];
        if (slot == nullptr) { slot = std::make_unique<Folder>(); }
        folder = slot.get();
    }
    std::call_once(folder->learned, [&] { folder->order = learn(name); });
    return folder->order;
}

}  // namespace dateline::indexer
