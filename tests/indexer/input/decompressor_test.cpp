#include "indexer/input/decompressor.hpp"

#include "indexer/input/byte_source.hpp"
#include "tests/support/dump_reading.hpp"
#include "tests/support/packing.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::indexer;
using namespace dateline::tests;

namespace {

std::string lines(int count)
{
    std::string text;
    for (int line = 0; line < count; ++line) {
        text += "line " + std::to_string(line * 7919) + "\n";
    }
    return text;
}

std::string flip(std::string bytes, std::size_t at)
{
    bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
    return bytes;
}

}  // namespace

TEST_SUITE("indexer/input/decompressor")
{
    TEST_CASE("compressions are told by their first bytes")
    {
        using namespace std::string_literals;
        const struct {
            std::string bytes;
            bool packed;
        } cases[] = {
            {"", false},
            {"\x1f\x8b\x08\x00"s, true},
            {"\x1f\x8b", false},
            {"\x28\xb5\x2f\xfd", true},
            {"\x50\x2a\x4d\x18", true},
            {"\x5f\x2a\x4d\x18", true},
            {"\x60\x2a\x4d\x18", false},
            {"{\"a\":1}", false},
            {"BZh9", false},
            {"BZh9\x31\x41\x59\x26\x53\x59", true},
            {"BZh0\x31\x41\x59\x26\x53\x59", false},
            {"BZh is a heading", false},
            {"\xfd\x37zXZ\0"s, true},
            {"\xfd\x37zXZ", false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.bytes);
            CHECK((find_compression(c.bytes) != nullptr) == c.packed);
        }
    }

    TEST_CASE("all give back what was packed, members and frames one behind the other")
    {
        const std::string text = lines(20'000);
        for (const auto pack : {+[](std::string_view bytes) { return gzip(bytes); },
                                +[](std::string_view bytes) { return zstd(bytes); },
                                +[](std::string_view bytes) { return bzip2(bytes); },
                                +[](std::string_view bytes) { return xz(bytes); }}) {
            for (const std::size_t portion : {std::size_t{1000}, std::size_t{1} << 20U}) {
                const auto source = open_packed(pack(text) + pack("") + pack("tail"));
                const Reading reading = read_all(*source, portion);
                CHECK_FALSE(reading.error);
                CHECK(reading.text == text + "tail");
            }
        }
    }

    TEST_CASE("damage is told with its place, and what lies before it is kept")
    {
        const std::string text = lines(60'000);
        const std::string small = "a\nb\n";
        const std::string packed[] = {gzip(text), zstd(text), bzip2(text), xz(text)};
        const struct {
            std::string_view what;
            std::string bytes;
            std::string_view reason;
            std::size_t kept;  // at least
        } cases[] = {
            {"gzip, cut", packed[0].substr(0, packed[0].size() / 2), "truncated", 300'000},
            {"zstd, cut", packed[1].substr(0, packed[1].size() / 2), "truncated", 300'000},
            {"gzip, checksum cut", packed[0].substr(0, packed[0].size() - 4), "truncated",
             text.size()},
            {"zstd, checksum cut", packed[1].substr(0, packed[1].size() - 2), "truncated",
             text.size()},
            {"gzip, checksum wrong", flip(packed[0], packed[0].size() - 6), "damaged-compression",
             text.size()},
            {"zstd, checksum wrong", flip(packed[1], packed[1].size() - 2), "damaged-compression",
             text.size()},
            {"gzip, small, checksum wrong", flip(gzip(small), gzip(small).size() - 6),
             "damaged-compression", small.size()},
            {"zstd, small, checksum wrong", flip(zstd(small), zstd(small).size() - 2),
             "damaged-compression", small.size()},
            {"gzip, damaged", flip(packed[0], packed[0].size() / 2), "damaged-compression",
             300'000},
            {"zstd, damaged", flip(packed[1], packed[1].size() / 2), "damaged-compression",
             300'000},
            {"gzip, then other bytes", gzip(small) + "rubbish", "damaged-compression",
             small.size()},
            {"zstd, then other bytes", zstd(small) + "rubbish", "damaged-compression",
             small.size()},
            {"bzip2, cut", packed[2].substr(0, packed[2].size() / 2), "truncated", 300'000},
            {"bzip2, checksum cut", packed[2].substr(0, packed[2].size() - 2), "truncated",
             text.size()},
            {"bzip2, checksum wrong", flip(packed[2], packed[2].size() - 3), "damaged-compression",
             text.size()},
            {"bzip2, damaged", flip(packed[2], packed[2].size() / 2), "damaged-compression",
             300'000},
            {"bzip2, then other bytes", bzip2(small) + "rubbish", "damaged-compression",
             small.size()},
            {"bzip2, header only", "BZh9\x31\x41\x59\x26\x53\x59", "truncated", 0},
            {"xz, cut", packed[3].substr(0, packed[3].size() / 2), "truncated", 300'000},
            {"xz, index cut", packed[3].substr(0, packed[3].size() - 2), "truncated", text.size()},
            {"xz, damaged", flip(packed[3], packed[3].size() / 2), "damaged-compression", 200'000},
            {"xz, then other bytes", xz(small) + "rubbish, and more", "damaged-compression",
             small.size()},
            {"gzip, header only", "\x1f\x8b\x08", "truncated", 0},
            {"zstd, header only", "\x28\xb5\x2f\xfd", "truncated", 0},
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            const Reading reading = read_all(*open_packed(c.bytes));
            REQUIRE(reading.error);
            CHECK(reading.error->kind == ErrorKind::InputFormat);
            CHECK(reading.error->message.find(" at byte ") != std::string::npos);
            CHECK(reading.reason == c.reason);
            CHECK(reading.text.size() >= c.kept);
        }
    }

    TEST_CASE("the place is a byte of the packed file")
    {
        const std::string first = gzip("news");
        const Reading reading = read_all(*open_packed(first + gzip("more").substr(0, 5)));
        REQUIRE(reading.error);
        const std::string place = "at byte " + std::to_string(first.size() + 5) + ":";
        CAPTURE(reading.error->message);
        CHECK(reading.error->message.find(place) != std::string::npos);
    }

    TEST_CASE("a zstd window over 128 MiB is refused, one of 128 MiB is not")
    {
        CHECK_FALSE(read_all(*open_packed(zstd("news", 27))).error);
        const Reading reading = read_all(*open_packed(zstd("news", 28)));
        REQUIRE(reading.error);
        CHECK(reading.reason == "bomb");
        CHECK(reading.error->message.find("--long") != std::string::npos);
    }

    TEST_CASE("an xz dictionary over 128 MiB is refused, one of 128 MiB is not")
    {
        CHECK_FALSE(read_all(*open_packed(xz("news", 128U << 20U))).error);
        const Reading reading = read_all(*open_packed(xz("news", 256U << 20U)));
        REQUIRE(reading.error);
        CHECK(reading.reason == "bomb");
    }

    TEST_CASE("zeros between and behind xz streams are padding")
    {
        const std::string zeros(8, '\0');
        const Reading reading = read_all(*open_packed(xz("so") + zeros + xz("me") + zeros));
        CHECK_FALSE(reading.error);
        CHECK(reading.text == "some");
    }

    TEST_CASE("the endings of compressions are taken off names")
    {
        const struct {
            std::string_view name;
            std::string_view left;
        } cases[] = {
            {"a.txt.gz", "a.txt"}, {"a.TXT.BZ2", "a.TXT"}, {"a.tgz", "a"}, {"a.xz.zst", "a.xz"},
            {"a.txt", "a.txt"},    {".gz", ".gz"},         {"", ""},       {"gz", "gz"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            CHECK(without_packed_ending(c.name) == c.left);
        }
    }

    TEST_CASE("a single flipped bit anywhere neither crashes nor passes unseen")
    {
        const std::string text = lines(200);
        for (const std::string& packed : {gzip(text), zstd(text), bzip2(text), xz(text)}) {
            // The first 10 bytes of gzip are a header of which most says nothing.
            for (std::size_t at = 10; at < packed.size(); ++at) {
                CAPTURE(at);
                const Reading reading = read_all(*open_packed(flip(packed, at)));
                CHECK((reading.error || reading.text == text));
            }
        }
    }
}
