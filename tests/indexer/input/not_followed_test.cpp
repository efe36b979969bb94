// Threat 7: nothing outside of the dump is opened, whatever names, links and devices are in it.
// inotify tells of each opening.
#include "indexer/input/open_dump.hpp"
#include "indexer/input/open_path.hpp"
#include "tests/support/dump_reading.hpp"
#include "tests/support/packing.hpp"
#include "tests/support/sandbox.hpp"

#include <array>
#include <doctest/doctest.h>
#include <filesystem>
#include <sys/inotify.h>
#include <unistd.h>

using namespace dateline;
using namespace dateline::indexer;
using namespace dateline::tests;

namespace {

/// Tells whether a file has been opened since.
class Watched {
  public:
    explicit Watched(const std::string& path) : events_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        REQUIRE(events_);
        REQUIRE(inotify_add_watch(events_.number(), path.c_str(), IN_OPEN | IN_ACCESS) >= 0);
    }

    [[nodiscard]] bool was_opened() const
    {
        std::array<char, 4096> into{};
        return ::read(events_.number(), into.data(), into.size()) > 0;
    }

  private:
    FileDescriptor events_;
};

std::string read_dump(const std::string& path)
{
    const FieldMap map;
    const auto dump = open_dump(DumpFile{.path = path, .label = path}, nullptr, map);
    return transcript(*dump);
}

}  // namespace

TEST_SUITE("indexer/input/not_followed")
{
    TEST_CASE("links, devices and names that lead out of an archive open nothing")
    {
        const Sandbox sandbox;
        const std::string secret = sandbox.write("secret.txt", "secret");
        const std::vector<Packed> entries = {
            {"link.txt", "", 'l', secret},
            {"up.txt", "", 'l', "../secret.txt"},
            {"hard.txt", "", 'h', secret},
            {"../secret.txt", "News."},
            {secret, "News."},
            {"tty.txt", "", 'c'},
            {"pipe.txt", "", 'p'},
            {"a.txt", "News."},
        };
        for (const bool zipped : {false, true}) {
            CAPTURE(zipped);
            const std::string path = sandbox.write(
                zipped ? "dump/a.zip" : "dump/a.tar",
                zipped ? zip({entries[0], entries[3], entries[4], entries[7]}) : tar(entries));
            const Watched watched{secret};
            const std::string read = read_dump(path);
            CHECK(read.find("secret") == std::string::npos);
            CHECK(read.find("symlink") != std::string::npos);
            CHECK_FALSE(watched.was_opened());
            // Opened by anybody, it would have been seen.
            static_cast<void>(open_file(secret));
            CHECK(watched.was_opened());
        }
    }

    TEST_CASE("links in a folder are not followed, even if they come after it was walked")
    {
        const Sandbox sandbox;
        const std::string secret = sandbox.write("secret.txt", "secret");
        const std::string path = sandbox.write("dump/a.txt", "News.");
        std::filesystem::create_symlink(secret, sandbox.at("dump/link.txt"));
        const Watched watched{secret};
        const auto found = find_dump_files(std::vector{sandbox.at("dump")});
        REQUIRE(found);
        REQUIRE(found->files.size() == 1);
        std::filesystem::remove(path);
        std::filesystem::create_symlink(secret, path);
        CHECK(read_dump(path) == "unreadable");
        CHECK_FALSE(watched.was_opened());
    }
}
