#include "indexer/input/open_path.hpp"

#include "tests/support/sandbox.hpp"

#include <cerrno>
#include <climits>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using dateline::indexer::FileDescriptor;
using dateline::indexer::open_path;
using dateline::tests::Sandbox;

TEST_SUITE("indexer/input/open_path")
{
    TEST_CASE("paths longer than the system takes at once are opened in stages")
    {
        const Sandbox sandbox;
        const std::string name(200, 'd');
        std::string path = sandbox.path().string();
        FileDescriptor folder = open_path(path, O_RDONLY | O_DIRECTORY);
        for (int depth = 0; depth < 60; ++depth) {
            REQUIRE(mkdirat(folder.number(), name.c_str(), 0700) == 0);
            folder = FileDescriptor{openat(folder.number(), name.c_str(), O_RDONLY | O_DIRECTORY)};
            path += "//" + name;
        }
        const FileDescriptor made{
            openat(folder.number(), "f", O_WRONLY | O_CREAT | O_CLOEXEC, 0600)};
        REQUIRE(made);
        REQUIRE(path.size() > 2 * PATH_MAX);
        CHECK(open_path(path + "/f", O_RDONLY));
        CHECK(open_path(path + "///", O_RDONLY | O_DIRECTORY));
        CHECK_FALSE(open_path(path + "/g", O_RDONLY));
        CHECK(errno == ENOENT);
    }

    TEST_CASE("names that no file system holds are refused")
    {
        CHECK_FALSE(open_path("/" + std::string(100'000, 'x'), O_RDONLY));
        CHECK(errno == ENAMETOOLONG);
        CHECK_FALSE(open_path(std::string(100'000, 'x'), O_RDONLY));
        CHECK(errno == ENAMETOOLONG);
        CHECK_FALSE(open_path("", O_RDONLY));
    }

    TEST_CASE("a file is closed with its owner, a borrowed one is not")
    {
        int number = -1;
        {
            const FileDescriptor owner = open_path("/dev/null", O_RDONLY);
            number = owner.number();
            const FileDescriptor borrower = FileDescriptor::borrow(number);
            CHECK(fcntl(borrower.number(), F_GETFD) != -1);
        }
        CHECK(fcntl(number, F_GETFD) == -1);
    }
}
