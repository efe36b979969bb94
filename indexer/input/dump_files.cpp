#include "indexer/input/dump_files.hpp"

#include "indexer/input/open_path.hpp"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <string_view>
#include <sys/stat.h>
#include <system_error>

namespace dateline::indexer {
namespace {

std::string system_message(int code) { return std::generic_category().message(code); }

/// An entry of a folder.
struct Entry {
    std::string label{};
    mode_t mode = 0;
    std::uint64_t bytes = 0;
    int error = 0;  // of asking for the others
};

/// Why an entry that is neither a file nor a folder is passed over.
struct Oddity {
    mode_t type;
    const char* reason;
    const char* message;
};
constexpr Oddity kOddities[] = {
    {S_IFLNK, "symlink", "symbolic links are not followed"},
    {S_IFIFO, "fifo", "a FIFO is not read: pipe it into standard input"},
    {S_IFCHR, "device", "devices are not read"},
    {S_IFBLK, "device", "devices are not read"},
    {S_IFSOCK, "socket", "sockets are not read"},
};

Notice passed_over(std::string label, std::string reason, std::string message)
{
    Notice notice{.file = std::move(label)};
    notice.reason = std::move(reason);
    notice.message = std::move(message);
    return notice;
}

Notice unreadable(std::string label, int code)
{
    return passed_over(std::move(label), "unreadable", "cannot read it: " + system_message(code));
}

/// For what is neither a file nor a folder.
Notice odd(std::string label, mode_t mode)
{
    for (const Oddity& oddity : kOddities) {
        if ((mode & S_IFMT) == oddity.type) {
            return passed_over(std::move(label), oddity.reason, oddity.message);
        }
    }
    return unreadable(std::move(label), EINVAL);
}

Notice hidden(std::string label)
{
    Notice notice = passed_over(std::move(label), "hidden",
                                "names that begin with a full stop are passed over");
    notice.lost = false;
    return notice;
}

bool is_hidden(std::string_view label)
{
    const auto slash = label.rfind('/');  // npos + 1 is 0
    return label.substr(slash + 1).starts_with('.');
}

struct CloseFolder {
    void operator()(DIR* folder) const { closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

/// Walks one folder without recursion: how deep it goes is up to whoever made it.
class Walk {
  public:
    Walk(std::string root, DumpFiles& found) : root_(std::move(root)), found_(found) {}

    void run()
    {
        open_folder("");
        while (!waiting_.empty()) {
            Entry entry = std::move(waiting_.back());
            waiting_.pop_back();
            visit(std::move(entry));
        }
    }

  private:
    void visit(Entry entry)
    {
        if (is_hidden(entry.label)) {
            found_.notices.push_back(hidden(std::move(entry.label)));
        } else if (entry.error != 0) {
            found_.notices.push_back(unreadable(std::move(entry.label), entry.error));
        } else if (S_ISDIR(entry.mode)) {
            open_folder(entry.label);
        } else if (S_ISREG(entry.mode)) {
            std::string path = root_ + '/' + entry.label;
            found_.files.push_back({std::move(path), std::move(entry.label), entry.bytes});
        } else {
            found_.notices.push_back(odd(std::move(entry.label), entry.mode));
        }
    }

    void cannot_list(const std::string& label)
    {
        found_.notices.push_back(unreadable(label.empty() ? "." : label, errno));
    }

    FileDescriptor open(const std::string& label) const
    {
        constexpr int kFlags = O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC;
        if (label.empty()) { return open_path(root_ + '/', kFlags); }
        const auto slash = label.rfind('/');
        const std::string_view parent{label.data(), slash == std::string::npos ? 0 : slash};
        if (folder_ != nullptr && parent == folder_label_) {  // else, depth would cost its square
            return FileDescriptor{
                openat(dirfd(folder_.get()), label.c_str() + (slash + 1), kFlags | O_NOFOLLOW)};
        }
        return open_path(root_ + '/' + label, kFlags | O_NOFOLLOW);
    }

    /// Puts the entries of a folder onto the stack, so that the first is on top.
    void open_folder(const std::string& label)
    {
        FileDescriptor file = open(label);
        Folder folder{file ? fdopendir(file.number()) : nullptr};
        if (folder == nullptr) { return cannot_list(label); }
        (void)file.release();  // closedir() closes it
        folder_ = std::move(folder);
        folder_label_ = label;

        const auto first = static_cast<std::ptrdiff_t>(waiting_.size());
        errno = 0;
        while (const dirent* entry = readdir(folder_.get())) {
            const std::string_view name = entry->d_name;
            if (name != "." && name != "..") {
                waiting_.push_back(look_at(dirfd(folder_.get()), entry->d_name));
                waiting_.back().label.insert(0, label.empty() ? "" : label + '/');
            }
            errno = 0;
        }
        if (errno != 0) { cannot_list(label); }
        std::sort(waiting_.begin() + first, waiting_.end(),
                  [](const Entry& a, const Entry& b) { return a.label > b.label; });
    }

    static Entry look_at(int folder, const char* name)
    {
        Entry entry{.label = name};
        struct stat facts = {};
        if (fstatat(folder, name, &facts, AT_SYMLINK_NOFOLLOW) != 0) { entry.error = errno; }
        entry.mode = facts.st_mode;
        entry.bytes = static_cast<std::uint64_t>(facts.st_size);
        return entry;
    }

    std::string root_;
    DumpFiles& found_;
    std::vector<Entry> waiting_{};  // a stack
    Folder folder_{};               // the last one opened
    std::string folder_label_{};
};

std::string without_last_slashes(std::string path)
{
    while (path.size() > 1 && path.ends_with('/')) { path.pop_back(); }
    return path;
}

}  // namespace

std::optional<std::string_view> path_inside(std::string_view path, std::string_view folder)
{
    if (!path.starts_with(folder)) { return {}; }
    path.remove_prefix(folder.size());
    if (path.empty() || folder.ends_with('/')) { return path; }
    if (path.front() != '/') { return {}; }
    return path.substr(1);
}

std::string absolute_path(const std::string& path)
{
    std::error_code problem;  // it may be gone by now: opening it will tell
    const std::string resolved = std::filesystem::canonical(path, problem).string();
    return problem ? path : resolved;
}

Result<DumpFiles> find_dump_files(std::span<const std::string> paths)
{
    DumpFiles found;
    for (const std::string& given : paths) {
        const std::string path = without_last_slashes(given);
        struct stat facts = {};
        if (stat(path.c_str(), &facts) != 0) {
            return fail(ErrorKind::Io, "cannot find '" + given + "': " + system_message(errno),
                        "give the path of a dump, or of a folder of dumps");
        }
        if (S_ISDIR(facts.st_mode)) {
            Walk{absolute_path(path), found}.run();
            continue;
        }
        std::string label = std::filesystem::path{path}.filename().string();
        if (!S_ISREG(facts.st_mode)) {
            found.notices.push_back(odd(label, facts.st_mode));
            continue;
        }
        found.files.push_back(
            {absolute_path(path), std::move(label), static_cast<std::uint64_t>(facts.st_size)});
    }
    return found;
}

}  // namespace dateline::indexer
