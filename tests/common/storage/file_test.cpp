#include "common/storage/file.hpp"

#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <utility>

using dateline::ErrorKind;
using dateline::MappedFile;
using dateline::tests::Sandbox;

TEST_SUITE("common/storage/file")
{
    TEST_CASE("what is written is mapped and digested")
    {
        const Sandbox sandbox;
        const std::string path = sandbox.at("file");
        for (const std::size_t size : {0U, 1U, 4095U, 4096U, 4097U, 1U << 20U}) {
            CAPTURE(size);
            std::string bytes(size, 'x');
            for (std::size_t i = 0; i < size; ++i) { bytes[i] = static_cast<char>(i * 7 % 251); }
            REQUIRE(dateline::write_file(path, bytes));
            REQUIRE(dateline::sync_path(path));
            const auto file = MappedFile::open(path);
            REQUIRE(file);
            CHECK(file->bytes() == bytes);
            const auto digest = dateline::digest_file(path);
            REQUIRE(digest);
            CHECK(digest->size == size);
            CHECK(digest->hash == dateline::hash_hex(bytes));
        }
        REQUIRE(dateline::write_file(path, "short"));
        CHECK(MappedFile::open(path)->bytes() == "short");
    }

    TEST_CASE("hashes are XXH3-128 in hexadecimal digits")
    {
        // xxhsum -H2 of an empty file and of "abc".
        CHECK(dateline::hash_hex("") == "99aa06d3014798d86001c324468d497f");
        CHECK(dateline::hash_hex("abc") == "06b05ab6733a618578af5f94892f3950");
        CHECK(dateline::hash_hex({"\0", 1}) != dateline::hash_hex(""));
    }

    TEST_CASE("a mapped file can be handed on")
    {
        const Sandbox sandbox;
        auto first = *MappedFile::open(sandbox.write("a", "first"));
        MappedFile moved{std::move(first)};
        CHECK(moved.bytes() == "first");
        auto second = *MappedFile::open(sandbox.write("b", "second"));
        moved = std::move(second);
        CHECK(moved.bytes() == "second");
        moved = MappedFile{};
        CHECK(moved.bytes().empty());
    }

    TEST_CASE("a mapped file outlives its name")
    {
        const Sandbox sandbox;
        const std::string path = sandbox.write("a", "still here");
        const auto file = MappedFile::open(path);
        REQUIRE(file);
        std::filesystem::remove(path);
        CHECK(file->bytes() == "still here");
    }

    TEST_CASE("a file that is not there is damage, and anything else the system's refusal")
    {
        const Sandbox sandbox;
        const std::string file = sandbox.write("file", "x");
        const auto missing = MappedFile::open(sandbox.at("none"));
        REQUIRE_FALSE(missing);
        CHECK(missing.error().kind == ErrorKind::IndexDamaged);
        CHECK(missing.error().message == "the file '" + sandbox.at("none") + "' is missing");
        CHECK_FALSE(missing.error().hint.empty());

        const auto below_a_file = MappedFile::open(file + "/x");
        REQUIRE_FALSE(below_a_file);
        CHECK(below_a_file.error().kind == ErrorKind::Io);
        CHECK(below_a_file.error().message == "cannot read '" + file + "/x': Not a directory");
        CHECK_FALSE(MappedFile::open(sandbox.path()));
        CHECK_FALSE(dateline::digest_file(sandbox.at("none")));
        CHECK_FALSE(dateline::sync_path(sandbox.at("none")));
    }

    TEST_CASE("a failing write says what the system says, and what to do about a full disk")
    {
        const Sandbox sandbox;
        const auto nowhere = dateline::write_file(sandbox.at("no/file"), "x");
        REQUIRE_FALSE(nowhere);
        CHECK(nowhere.error().kind == ErrorKind::Io);
        CHECK(nowhere.error().message.ends_with("': No such file or directory"));

        const auto full = dateline::write_file("/dev/full", "x");
        REQUIRE_FALSE(full);
        CHECK(full.error().kind == ErrorKind::Io);
        CHECK(full.error().message == "cannot write '/dev/full': No space left on device");
        CHECK(full.error().hint.find("free some space") != std::string::npos);
    }

    TEST_CASE("the ends of a file tell it from others of its size, without reading all of it")
    {
        const Sandbox sandbox;
        const std::string bytes(20'000, 'a');
        const auto ends_with = [&](std::size_t place) {
            std::string changed = bytes;
            if (place < changed.size()) { changed[place] = 'b'; }
            return *dateline::digest_ends(sandbox.write("file", changed));
        };
        const std::string same = ends_with(bytes.size());
        CHECK(dateline::digest_file(sandbox.at("file"))->ends == same);
        CHECK(ends_with(0) != same);
        CHECK(ends_with(4095) != same);
        CHECK(ends_with(bytes.size() - 1) != same);
        CHECK(ends_with(10'000) == same);
        CHECK(*dateline::digest_ends(sandbox.write("short", "x")) !=
              *dateline::digest_ends(sandbox.write("short", "y")));
        CHECK_FALSE(dateline::digest_ends(sandbox.at("none")));
    }
}
