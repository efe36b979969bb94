#include "searcher/bench/page_cache.hpp"

#include <algorithm>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace dateline::searcher {
namespace {

/// How many bytes of an open file are in memory; all of them if it cannot be told.
std::uint64_t cached_of(int file, std::uint64_t size)
{
    void* const bytes = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0);
    if (bytes == MAP_FAILED) { return size; }
    const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    std::vector<unsigned char> pages((size + page - 1) / page);
    const bool is_told = ::mincore(bytes, size, pages.data()) == 0;
    ::munmap(bytes, size);
    if (!is_told) { return size; }
    const auto there = std::count_if(pages.begin(), pages.end(),
                                     [](unsigned char flags) { return (flags & 1U) != 0; });
    return std::min(size, static_cast<std::uint64_t>(there) * page);
}

/// Asks for them to be forgotten; how many are in memory all the same.
std::uint64_t dropped(int file, std::uint64_t size)
{
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    return cached_of(file, size);
}

CachedBytes drop_file(const std::filesystem::path& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) { return {}; }  // a writer may have removed it
    CachedBytes bytes;
    struct stat about {};
    if (::fstat(file, &about) == 0 && about.st_size > 0) {
        bytes.all = static_cast<std::uint64_t>(about.st_size);
        bytes.cached = dropped(file, bytes.all);
        if (bytes.cached > 0) {  // what is not on the disk yet stays
            ::fdatasync(file);
            bytes.cached = dropped(file, bytes.all);
        }
    }
    ::close(file);
    return bytes;
}

}  // namespace

CachedBytes drop_from_page_cache(const std::filesystem::path& folder)
{
    namespace fs = std::filesystem;
    CachedBytes sum;
    std::error_code problem;
    fs::recursive_directory_iterator entry{folder, problem};
    for (; !problem && entry != fs::recursive_directory_iterator{}; entry.increment(problem)) {
        std::error_code unknown;
        if (!entry->is_regular_file(unknown)) { continue; }
        const CachedBytes bytes = drop_file(entry->path());
        sum.all += bytes.all;
        sum.cached += bytes.cached;
    }
    return sum;
}

}  // namespace dateline::searcher
