#include "indexer/input/dump_files.hpp"

#include "indexer/input/byte_source.hpp"
#include "indexer/input/open_path.hpp"
#include "tests/support/dump_reading.hpp"
#include "tests/support/sandbox.hpp"

#include <cstring>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <filesystem>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace dateline;
using namespace dateline::indexer;
using dateline::tests::Sandbox;

namespace {

DumpFiles find(const std::vector<std::string>& paths)
{
    auto found = find_dump_files(paths);
    REQUIRE(found);
    return *std::move(found);
}

std::string labels(const DumpFiles& found)
{
    std::string text;
    for (const auto& file : found.files) { text += (text.empty() ? "" : " ") + file.label; }
    return text;
}

std::string notices(const DumpFiles& found)
{
    std::string text;
    for (const auto& notice : found.notices) {
        text += (text.empty() ? "" : " ") + notice.file + (notice.lost ? "=" : "~") + notice.reason;
    }
    return text;
}

void make_socket(const std::string& path)
{
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    REQUIRE(path.size() < sizeof address.sun_path);
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    const FileDescriptor socket_file{socket(AF_UNIX, SOCK_STREAM, 0)};
    REQUIRE(bind(socket_file.number(), reinterpret_cast<const sockaddr*>(&address),
                 sizeof address) == 0);
}

/// Takes root's rights away for a while, since root may read anything.
class AsNobody {
  public:
    AsNobody() : changed_(geteuid() == 0 && seteuid(65534) == 0) {}
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;
    ~AsNobody()
    {
        if (changed_) { CHECK(seteuid(0) == 0); }
    }

  private:
    bool changed_;
};

}  // namespace

TEST_SUITE("indexer/input/dump_files")
{
    TEST_CASE("folders are walked in byte order, with labels relative to the PATH given")
    {
        const Sandbox sandbox;
        for (const char* name : {"dump/b.txt", "dump/a/2.txt", "dump/a/10.txt", "dump/B.txt",
                                 "dump/a.txt", "dump/\xc3\xa9.txt", "dump/a/z/deep.txt"}) {
            sandbox.write(name, "news");
        }
        sandbox.make_folder("dump/none");
        const DumpFiles found = find({sandbox.at("dump")});
        CHECK(labels(found) == "B.txt a/10.txt a/2.txt a/z/deep.txt a.txt b.txt \xc3\xa9.txt");
        CHECK(notices(found) == "");
        CHECK(found.files[1].path == sandbox.at("dump/a/10.txt"));
        CHECK(found.files[1].bytes == 4);
        CHECK(labels(find({sandbox.at("dump/") + "//"})) == labels(found));
    }

    TEST_CASE("a file's label is its name; PATHs are taken in the order given")
    {
        const Sandbox sandbox;
        const auto b = sandbox.write("x/b.jsonl", "");
        const auto a = sandbox.write("y/a.jsonl", "");
        CHECK(labels(find({b, a, sandbox.at("x")})) == "b.jsonl a.jsonl b.jsonl");
    }

    TEST_CASE("links, pipes, devices, sockets and hidden names are passed over and told")
    {
        const Sandbox sandbox;
        sandbox.write("secret", "secret");
        sandbox.write("dump/a.txt", "news");
        sandbox.write("dump/.git/config", "x");
        sandbox.write("dump/.hidden.txt", "x");
        std::filesystem::create_symlink(sandbox.at("secret"), sandbox.at("dump/link.txt"));
        std::filesystem::create_symlink(sandbox.at("dump"), sandbox.at("dump/loop"));
        std::filesystem::create_symlink("/none", sandbox.at("dump/stale"));
        REQUIRE(mkfifo(sandbox.at("dump/fifo.txt").c_str(), 0600) == 0);
        make_socket(sandbox.at("dump/socket"));
        const DumpFiles found = find({sandbox.at("dump")});
        CHECK(labels(found) == "a.txt");
        CHECK(notices(found) ==
              ".git~hidden .hidden.txt~hidden fifo.txt=fifo link.txt=symlink loop=symlink "
              "socket=socket stale=symlink");
    }

    TEST_CASE("a PATH may itself be a link, hidden, or no file at all")
    {
        const Sandbox sandbox;
        const auto file = sandbox.write(".data/a.txt", "news");
        std::filesystem::create_symlink(file, sandbox.at("latest.txt"));
        std::filesystem::create_symlink(sandbox.at(".data"), sandbox.at("folder"));
        CHECK(labels(find({sandbox.at(".data")})) == "a.txt");
        CHECK(labels(find({sandbox.at("folder")})) == "a.txt");
        const DumpFiles linked = find({sandbox.at("latest.txt")});
        CHECK(labels(linked) == "latest.txt");
        CHECK(open_file(linked.files[0].path));
        CHECK(notices(find({"/dev/null"})) == "null=device");
        REQUIRE(mkfifo(sandbox.at("fifo").c_str(), 0600) == 0);
        CHECK(notices(find({sandbox.at("fifo")})) == "fifo=fifo");
    }

    TEST_CASE("a PATH that does not exist is a wrong command")
    {
        const Sandbox sandbox;
        for (const auto& path : {sandbox.at("none"), std::string{}, std::string(10'000, 'x'),
                                 sandbox.write("file", "") + "/x"}) {
            CAPTURE(path);
            const auto found = find_dump_files(std::vector{sandbox.path().string(), path});
            REQUIRE_FALSE(found);
            CHECK(found.error().kind == ErrorKind::Io);
            CHECK_FALSE(found.error().hint.empty());
        }
    }

    TEST_CASE("a folder that may not be read is told, and the others are walked")
    {
        const Sandbox sandbox;
        sandbox.write("dump/a/a.txt", "");
        sandbox.write("dump/b/b.txt", "");
        std::filesystem::permissions(sandbox.path(), std::filesystem::perms{0755});
        std::filesystem::permissions(sandbox.at("dump/a"), std::filesystem::perms{0});
        DumpFiles found;
        DumpFiles closed;
        {
            const AsNobody nobody;
            found = find({sandbox.at("dump")});
            closed = find({sandbox.at("dump/a")});
        }
        CHECK(labels(found) == "b/b.txt");
        CHECK(notices(found) == "a=unreadable");
        CHECK(notices(closed) == ".=unreadable");
    }

    TEST_CASE("a folder 3,000 deep is walked, and what lies at its bottom can be opened")
    {
        const Sandbox sandbox;
        FileDescriptor folder = open_path(sandbox.path().string(), O_RDONLY | O_DIRECTORY);
        std::string label;
        for (int depth = 0; depth < 3000; ++depth) {
            REQUIRE(mkdirat(folder.number(), "dd", 0700) == 0);
            folder = FileDescriptor{openat(folder.number(), "dd", O_RDONLY | O_DIRECTORY)};
            label += "dd/";
        }
        label += "a.txt";
        const FileDescriptor file{openat(folder.number(), "a.txt", O_WRONLY | O_CREAT, 0600)};
        REQUIRE(write(file.number(), "news", 4) == 4);

        const DumpFiles found = find({sandbox.path().string()});
        REQUIRE(labels(found) == label);
        CHECK(notices(found) == "");
        const auto source = open_file(found.files[0].path);
        REQUIRE(source);
        CHECK(tests::read_all(**source).text == "news");
    }
}
