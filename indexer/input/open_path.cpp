#include "indexer/input/open_path.hpp"

#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <unistd.h>

namespace dateline::indexer {

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept
{
    std::swap(number_, other.number_);
    std::swap(ours_, other.ours_);
    return *this;
}

FileDescriptor::~FileDescriptor()
{
    if (number_ < 0 || !ours_) { return; }
    const int kept = errno;  // of the failure that ends this file's life, if one does
    ::close(number_);
    errno = kept;
}

FileDescriptor FileDescriptor::borrow(int number)
{
    FileDescriptor file{number};
    file.ours_ = false;
    return file;
}

FileDescriptor open_path(const std::string& path, int flags)
{
    FileDescriptor folder;
    std::size_t begin = 0;
    while (path.size() - begin >= PATH_MAX) {
        const std::size_t slash = path.rfind('/', begin + PATH_MAX - 1);
        if (slash == std::string::npos || slash <= begin) {
            errno = ENAMETOOLONG;
            return {};
        }
        const std::string stage = path.substr(begin, slash - begin);
        FileDescriptor next{::openat(folder ? folder.number() : AT_FDCWD, stage.c_str(),
                                     O_PATH | O_DIRECTORY | O_CLOEXEC)};
        if (!next) { return {}; }
        folder = std::move(next);
        begin = path.find_first_not_of('/', slash);
        if (begin == std::string::npos) { return folder; }
    }
    return FileDescriptor{
        ::openat(folder ? folder.number() : AT_FDCWD, path.c_str() + begin, flags)};
}

}  // namespace dateline::indexer
