#include "indexer/write_lock.hpp"

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <unistd.h>

namespace dateline::indexer {
namespace {

Failure locked_by_another(int descriptor, const std::filesystem::path& index)
{
    std::string holder(32, '\0');
    const ssize_t size = ::pread(descriptor, holder.data(), holder.size(), 0);
    holder.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    while (!holder.empty() && (holder.back() < '0' || holder.back() > '9')) { holder.pop_back(); }
    return fail(ErrorKind::IndexLocked,
                "another process is writing the index '" + index.string() + "'" +
                    (holder.empty() ? "" : " (process " + holder + ")"),
                "wait until it has finished, then run the same command again");
}

}  // namespace

Result<LockedFile> take_write_lock(const std::filesystem::path& index)
{
    const auto path = index / "lock";
    LockedFile file{::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)};
    if (file.descriptor() < 0) { return io_failure("open", path); }
    struct flock whole_file {};
    whole_file.l_type = F_WRLCK;
    whole_file.l_whence = SEEK_SET;
    if (::fcntl(file.descriptor(), F_OFD_SETLK, &whole_file) != 0) {
        if (errno == EAGAIN || errno == EACCES) {
            return locked_by_another(file.descriptor(), index);
        }
        return io_failure("lock", path);
    }
    const std::string holder = std::to_string(::getpid()) + "\n";
    if (::ftruncate(file.descriptor(), 0) != 0 ||
        ::pwrite(file.descriptor(), holder.data(), holder.size(), 0) < 0) {
        return io_failure("write", path);
    }
    return file;
}

}  // namespace dateline::indexer
