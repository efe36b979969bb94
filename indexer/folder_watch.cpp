#include "indexer/folder_watch.hpp"

#include "common/interrupt.hpp"
#include "common/storage/file.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace dateline::indexer {
namespace {

/// So long nothing more has to come until what was dropped is taken: a copy of many files is one
/// publication.
constexpr int kQuietMs = 300;
/// With more, it is taken although more comes.
constexpr std::size_t kMostFiles = 4096;

constexpr std::uint32_t kWanted =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK;

bool is_hidden(const std::string& name) { return name.starts_with('.'); }

std::string below(const std::string& label, const std::string& name)
{
    return label.empty() ? name : label + '/' + name;
}

}  // namespace

Result<FolderWatch> FolderWatch::open(std::vector<std::string> folders)
{
    FolderWatch watch{::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)};
    if (watch.queue_ < 0) { return io_failure("watch", folders.front()); }
    watch.roots_ = std::move(folders);
    for (const std::string& root : watch.roots_) {
        if (auto watched = watch.watch_below({root, ""}); !watched) {
            return Failure{watched.error()};
        }
    }
    return watch;
}

FolderWatch::FolderWatch(FolderWatch&& other) noexcept
    : queue_(std::exchange(other.queue_, -1)),
      roots_(std::move(other.roots_)),
      folders_(std::move(other.folders_)),
      dropped_(std::move(other.dropped_)),
      notices_(std::move(other.notices_))
{
}

FolderWatch::~FolderWatch()
{
    if (queue_ >= 0) { ::close(queue_); }
}

Status FolderWatch::watch(const Folder& folder)
{
    const int watch = ::inotify_add_watch(queue_, folder.path.c_str(), kWanted);
    if (watch >= 0) {
        folders_[watch] = folder;
        return Done{};
    }
    if (errno == ENOENT || errno == ENOTDIR) { return Done{}; }  // gone already
    if (errno != ENOSPC) { return io_failure("watch", folder.path); }
    return fail(ErrorKind::Io, "cannot watch '" + folder.path + "': the system allows no more",
                "raise it: sysctl fs.inotify.max_user_watches");
}

/// Watches a folder and all folders in it.
Status FolderWatch::watch_below(const Folder& folder)
{
    std::vector<Folder> waiting{folder};
    while (!waiting.empty()) {
        const Folder next = std::move(waiting.back());
        waiting.pop_back();
        if (auto watched = watch(next); !watched) { return watched; }
        const auto entries = list_folder(next.path);
        if (!entries) { continue; }  // what cannot be listed is told when it is read
        for (const auto& entry : *entries) {
            std::error_code ignored;
            const std::string name = entry.filename().string();
            const auto status = std::filesystem::symlink_status(entry, ignored);
            if (is_hidden(name) || !std::filesystem::is_directory(status)) { continue; }
            waiting.push_back({entry.string(), below(next.label, name)});
        }
    }
    return Done{};
}

void FolderWatch::add_file(const Folder& folder, const std::string& name)
{
    std::string path = folder.path + '/' + name;
    struct stat facts {};
    if (::lstat(path.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode)) { return; }
    DumpFile file{path, below(folder.label, name), static_cast<std::uint64_t>(facts.st_size)};
    dropped_[std::move(path)] = std::move(file);
}

/// Adds what lies in a folder already: it came with the folder.
Status FolderWatch::add_all(const Folder& folder)
{
    auto found = find_dump_files(std::array{folder.path});
    if (!found) { return Done{}; }  // gone again
    DumpFiles all = *std::move(found);
    for (DumpFile& file : all.files) {
        if (!folder.label.empty()) { file.label = below(folder.label, file.label); }
        dropped_[file.path] = file;
    }
    for (Notice& notice : all.notices) {
        notice.file = below(folder.label, notice.file);
        notices_.push_back(std::move(notice));
    }
    return Done{};
}

Status FolderWatch::take_event(int watch, std::uint32_t what, const std::string& name)
{
    if ((what & IN_Q_OVERFLOW) != 0) {  // events were lost: look at everything
        for (const std::string& root : roots_) {
            if (auto watched = watch_below({root, ""}); !watched) { return watched; }
            if (auto added = add_all({root, ""}); !added) { return added; }
        }
        return Done{};
    }
    const auto known = folders_.find(watch);
    if (known == folders_.end()) { return Done{}; }
    if ((what & IN_IGNORED) != 0) {
        folders_.erase(known);
        return Done{};
    }
    if (name.empty() || is_hidden(name)) { return Done{}; }
    const Folder folder = known->second;
    if ((what & IN_ISDIR) == 0) {
        if ((what & IN_CREATE) == 0) { add_file(folder, name); }  // else it is still being written
        return Done{};
    }
    const Folder inner{folder.path + '/' + name, below(folder.label, name)};
    if (auto watched = watch_below(inner); !watched) { return watched; }
    return add_all(inner);
}

Status FolderWatch::take_events()
{
    alignas(inotify_event) std::array<char, 64 << 10> buffer{};
    for (;;) {
        const ssize_t size = ::read(queue_, buffer.data(), buffer.size());
        if (size < 0 && errno != EAGAIN && errno != EINTR) {
            return io_failure("watch", roots_.front());
        }
        if (size <= 0) { return Done{}; }
        for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const char* name = buffer.data() + at + sizeof event;
            at += sizeof event + event.len;
            const std::string text{name, event.len == 0 ? 0 : ::strnlen(name, event.len)};
            if (auto taken = take_event(event.wd, event.mask, text); !taken) { return taken; }
        }
    }
}

Result<DumpFiles> FolderWatch::wait()
{
    while (!is_interrupted()) {
        const bool has_some = !dropped_.empty();
        pollfd queue{queue_, POLLIN, 0};
        const int ready = ::poll(&queue, 1, has_some ? kQuietMs : -1);
        if (ready < 0 && errno != EINTR) { return io_failure("watch", roots_.front()); }
        if (ready > 0) {
            if (auto taken = take_events(); !taken) { return Failure{taken.error()}; }
        }
        if ((ready == 0 && has_some) || dropped_.size() >= kMostFiles) { break; }
    }
    DumpFiles found{.notices = std::exchange(notices_, {})};
    if (is_interrupted()) { return found; }
    for (auto& [path, file] : dropped_) { found.files.push_back(std::move(file)); }
    dropped_.clear();
    return found;
}

}  // namespace dateline::indexer
