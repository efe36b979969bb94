#include "indexer/write_lock.hpp"

#include "common/interrupt.hpp"
#include "common/text/ascii.hpp"

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <string>
#include <unistd.h>

namespace dateline::indexer {
namespace {

constexpr int kAskAgainMs = 50;

Failure locked_by_another(int descriptor, const std::filesystem::path& index)
{
    std::string holder(32, '\0');
    const ssize_t size = ::pread(descriptor, holder.data(), holder.size(), 0);
    holder.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    while (!holder.empty() && !ascii::is_digit(holder.back())) { holder.pop_back(); }
    return fail(ErrorKind::IndexLocked,
                "another process is writing the index '" + index.string() + "'" +
                    (holder.empty() ? "" : " (process " + holder + ")"),
                "run the same command again when it has finished, or with --wait");
}

/// Notes who holds the lock, for those who have to wait.
bool write_holder(int descriptor)
{
    const std::string holder = std::to_string(::getpid()) + "\n";
    ssize_t written = 0;
    do {
        written = ::ftruncate(descriptor, 0);
        if (written == 0) { written = ::pwrite(descriptor, holder.data(), holder.size(), 0); }
    } while (written < 0 && errno == EINTR);
    return written >= 0;
}

}  // namespace

Result<LockedFile> take_write_lock(const std::filesystem::path& index, IfLocked if_locked)
{
    const auto path = index / "lock";
    LockedFile file{::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)};
    if (file.descriptor() < 0) { return io_failure("open", path); }
    struct flock whole_file {};
    whole_file.l_type = F_WRLCK;
    whole_file.l_whence = SEEK_SET;
    while (::fcntl(file.descriptor(), F_OFD_SETLK, &whole_file) != 0) {
        if (errno != EAGAIN && errno != EACCES) { return io_failure("lock", path); }
        if (if_locked == IfLocked::Leave || is_interrupted()) {
            return locked_by_another(file.descriptor(), index);
        }
        ::poll(nullptr, 0, kAskAgainMs);  // not F_OFD_SETLKW: Ctrl-C would not end it
    }
    if (!write_holder(file.descriptor())) { return io_failure("write", path); }
    return file;
}

}  // namespace dateline::indexer
