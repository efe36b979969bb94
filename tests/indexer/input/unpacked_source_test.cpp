#include "indexer/input/unpacked_source.hpp"

#include "tests/support/dump_reading.hpp"
#include "tests/support/packing.hpp"

#include <doctest/doctest.h>
#include <random>

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

Reading read_packed(std::string bytes) { return read_all(*open_packed(std::move(bytes))); }

}  // namespace

TEST_SUITE("indexer/input/unpacked_source")
{
    TEST_CASE("what becomes over 200 times as long is stopped behind 64 MiB")
    {
        const std::string zeros(std::size_t{80} << 20U, '\0');
        for (const std::string& bomb : {gzip(zeros), zstd(zeros), bzip2(zeros), xz(zeros)}) {
            CAPTURE(bomb.size());
            auto source = open_packed(bomb);
            std::string into(64 << 10, '\0');
            std::size_t size = 0;
            auto got = source->read(into);
            for (; got && *got != 0; got = source->read(into)) { size += *got; }
            REQUIRE_FALSE(got);
            CHECK(got.error().kind == ErrorKind::InputFormat);
            CHECK(source->failure_reason() == "bomb");
            CHECK(size >= std::size_t{64} << 20U);
            CHECK(size < std::size_t{65} << 20U);
        }
    }

    TEST_CASE("what is merely long or merely repetitive is no bomb")
    {
        std::string text = noise(1 << 20);
        text.resize(std::size_t{70} << 20U, 'x');
        CHECK_FALSE(read_packed(zstd(text)).error);
        CHECK_FALSE(read_packed(gzip(std::string(std::size_t{63} << 20U, 'x'))).error);
    }

    TEST_CASE("after a failure there is nothing more")
    {
        auto source = open_packed(gzip("news").substr(0, 12));
        CHECK(read_all(*source).reason == "truncated");
        CHECK(read_all(*source).reason == "truncated");
        CHECK(read_all(*source).error);
    }
}
