#include "tests/crash/support/small_disk.hpp"

#include <cerrno>
#include <cstring>
#include <doctest/doctest.h>
#include <fstream>
#include <sched.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace dateline::tests {
namespace {

std::string size_option(std::uint64_t bytes) { return "size=" + std::to_string(bytes); }

/// Gives this process mounts of its own: as root, or as what it may call root in a namespace.
bool enter_own_mounts()
{
    static const bool entered = [] {
        const auto user = std::to_string(::getuid());
        const auto group = std::to_string(::getgid());
        if (::unshare(CLONE_NEWNS) != 0) {
            if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) { return false; }
            std::ofstream{"/proc/self/setgroups"} << "deny";
            std::ofstream{"/proc/self/uid_map"} << "0 " << user << " 1";
            std::ofstream{"/proc/self/gid_map"} << "0 " << group << " 1";
        }
        return ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
    }();
    return entered;
}

}  // namespace

std::unique_ptr<SmallDisk> SmallDisk::mount(const std::string& path, std::uint64_t bytes,
                                            std::string& why_not)
{
    const bool is_mounted = enter_own_mounts() && ::mount("tmpfs", path.c_str(), "tmpfs", 0,
                                                          size_option(bytes).c_str()) == 0;
    if (is_mounted) { return std::unique_ptr<SmallDisk>{new SmallDisk{path}}; }
    why_not = std::string{"no tmpfs may be mounted here: "} + std::strerror(errno);
    return nullptr;
}

SmallDisk::~SmallDisk() { ::umount2(path_.c_str(), MNT_DETACH); }

void SmallDisk::resize(std::uint64_t bytes) const
{
    REQUIRE(::mount("tmpfs", path_.c_str(), "tmpfs", MS_REMOUNT, size_option(bytes).c_str()) == 0);
}

std::uint64_t SmallDisk::used_bytes() const
{
    struct statvfs about {};
    REQUIRE(::statvfs(path_.c_str(), &about) == 0);
    return (about.f_blocks - about.f_bfree) * about.f_frsize;
}

}  // namespace dateline::tests
