#include "indexer/input/byte_source.hpp"

#include "tests/support/dump_reading.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <random>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace dateline;
using namespace dateline::indexer;
using namespace dateline::tests;

namespace {

/// Bytes that no compression makes much shorter.
std::string noise(std::size_t size)
{
    std::mt19937 random{7};
    std::string bytes(size, '\0');
    for (char& byte : bytes) { byte = static_cast<char>(random() & 0xffU); }
    return bytes;
}

Reading read_memory(std::string bytes, std::size_t portion = 64 << 10)
{
    return read_all(*open_memory(std::move(bytes)), portion);
}

}  // namespace

TEST_SUITE("indexer/input/byte_source")
{
    TEST_CASE("plain bytes come as they are, in portions of any size")
    {
        const std::string large = noise(300'000);
        const std::string cases[] = {"", "a", "abc", "\x1f", "\x1f\x8b", "\x28\xb5\x2f", large};
        for (const auto& bytes : cases) {
            for (const std::size_t portion :
                 {std::size_t{1}, std::size_t{3}, std::size_t{100'000}}) {
                CAPTURE(bytes.size());
                CAPTURE(portion);
                const Reading reading = read_memory(bytes, portion);
                CHECK_FALSE(reading.error);
                CHECK(reading.text == bytes);
            }
        }
    }

    TEST_CASE("only regular files are opened, and opening waits for nothing")
    {
        const Sandbox sandbox;
        const std::string secret = sandbox.write("secret", "secret");
        std::filesystem::create_symlink(secret, sandbox.at("link"));
        REQUIRE(mkfifo(sandbox.at("fifo").c_str(), 0600) == 0);
        sandbox.make_folder("folder");
        const struct {
            std::string path;
            std::string_view why;
        } cases[] = {
            {sandbox.at("link"), "symbolic link"},   {sandbox.at("fifo"), "not a regular file"},
            {sandbox.at("folder"), "not a regular"}, {"/dev/null", "not a regular file"},
            {sandbox.at("none"), "No such file"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.path);
            const auto source = open_file(c.path);
            REQUIRE_FALSE(source);
            CHECK(source.error().kind == ErrorKind::Io);
            CHECK(source.error().message.find(c.why) != std::string::npos);
        }
    }

    TEST_CASE("a file is read up to a hole of a megabyte")
    {
        const struct {
            std::uint64_t before;
            std::uint64_t hole;
            std::uint64_t behind;
            bool sparse;
        } cases[] = {
            {4096, std::uint64_t{5} << 30U, 0, true},
            {0, std::uint64_t{5} << 30U, 4096, true},
            {65536, 65536, 65536, false},
            {10, 0, 0, false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.hole);
            const Sandbox sandbox;
            const std::string path = sandbox.write("a.txt", std::string(c.before, 'a'));
            std::filesystem::resize_file(path, c.before + c.hole);
            std::ofstream{path, std::ios::app} << std::string(c.behind, 'b');
            auto source = open_file(path);
            REQUIRE(source);
            const Reading reading = read_all(**source);
            CHECK(reading.reason == (c.sparse ? "sparse" : ""));
            CHECK(reading.text.size() == (c.sparse ? c.before : c.before + c.hole + c.behind));
            CHECK(reading.error.has_value() == c.sparse);
        }
    }

    TEST_CASE("a file that the system will not read fails as unreadable")
    {
        auto source = open_file("/proc/self/mem");  // its first page is never mapped
        REQUIRE(source);
        const Reading reading = read_all(**source);
        REQUIRE(reading.error);
        CHECK(reading.error->kind == ErrorKind::Io);
        CHECK(reading.reason == "unreadable");
    }

    TEST_CASE("standard input is read to its end")
    {
        int ends[2] = {};
        REQUIRE(pipe(ends) == 0);
        const int kept = dup(STDIN_FILENO);
        dup2(ends[0], STDIN_FILENO);
        const std::string_view packed = "some news";
        CHECK(write(ends[1], packed.data(), packed.size()) == static_cast<ssize_t>(packed.size()));
        close(ends[1]);
        const auto source = open_stdin();
        const Reading reading = read_all(*source);
        dup2(kept, STDIN_FILENO);
        close(kept);
        close(ends[0]);
        CHECK(reading.text == "some news");
        CHECK(source->bytes_taken() == packed.size());
    }
}
