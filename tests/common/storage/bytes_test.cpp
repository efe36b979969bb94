#include "common/storage/bytes.hpp"

#include <doctest/doctest.h>
#include <memory>
#include <random>
#include <string>
#include <variant>
#include <vector>

using dateline::append_string;
using dateline::append_varint;
using dateline::ByteReader;

TEST_SUITE("common/storage/bytes")
{
    TEST_CASE("a number takes as many bytes as it has groups of seven bits")
    {
        const struct {
            std::uint64_t value;
            std::string bytes;
        } cases[] = {
            {0, std::string(1, '\0')},
            {1, "\x01"},
            {127, "\x7F"},
            {128, "\x80\x01"},
            {300, "\xAC\x02"},
            {16383, "\xFF\x7F"},
            {16384, "\x80\x80\x01"},
            {UINT32_MAX, "\xFF\xFF\xFF\xFF\x0F"},
            {std::uint64_t{1} << 63U, "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01"},
            {UINT64_MAX, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.value);
            std::string bytes;
            append_varint(bytes, c.value);
            CHECK(bytes == c.bytes);
            ByteReader reader{bytes};
            CHECK(reader.varint() == c.value);
            CHECK(reader.ok());
            CHECK(reader.at_end());
        }
    }

    TEST_CASE("numbers, strings and bytes come back in order")
    {
        std::mt19937_64 random{11};
        for (int round = 0; round < 200; ++round) {
            std::vector<std::variant<std::uint64_t, std::string>> written;
            std::string bytes;
            for (std::size_t i = random() % 20; i > 0; --i) {
                if (random() % 2 == 0) {
                    const std::uint64_t number = random() >> (random() % 64);
                    append_varint(bytes, number);
                    written.emplace_back(number);
                } else {
                    const std::string text(random() % 300, static_cast<char>(random()));
                    append_string(bytes, text);
                    written.emplace_back(text);
                }
            }
            ByteReader reader{bytes};
            for (const auto& value : written) {
                if (const auto* text = std::get_if<std::string>(&value)) {
                    CHECK(reader.string() == *text);
                } else {
                    CHECK(reader.varint() == std::get<std::uint64_t>(value));
                }
            }
            CHECK(reader.ok());
            CHECK(reader.at_end());
            CHECK(reader.size_left() == 0);
        }
    }

    TEST_CASE("a string is a part of the bytes, not a copy")
    {
        std::string bytes;
        append_string(bytes, "abc");
        CHECK(ByteReader{bytes}.string().data() == bytes.data() + 1);
    }

    TEST_CASE("a number above its limit ends the reading")
    {
        std::string bytes;
        append_varint(bytes, 200);
        append_varint(bytes, 5);
        ByteReader enough{bytes};
        CHECK(enough.varint(200) == 200);
        CHECK(enough.varint(5) == 5);
        CHECK(enough.ok());
        ByteReader tight{bytes};
        CHECK(tight.varint(199) == 0);
        CHECK_FALSE(tight.ok());
        CHECK(tight.at_end());
    }

    TEST_CASE("behind what cannot be there, all is zero and empty")
    {
        const struct {
            const char* what;
            std::string bytes;
            bool is_string;
        } cases[] = {
            {"nothing, as a number", "", false},
            {"nothing, as a string", "", true},
            {"a number that breaks off", "\xFF\xFF", false},
            {"a number of 11 bytes", std::string(10, '\x80') + "\x01", false},
            {"a number of 65 bits", std::string(9, '\xFF') + "\x02", false},
            {"a string that breaks off",
             "\x03"
             "ab",
             true},
            {"a string of 2^64 - 1 bytes", std::string(9, '\xFF') + "\x01" + "ab", true},
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            ByteReader reader{c.bytes};
            CHECK(reader.ok());
            if (c.is_string) {
                CHECK(reader.string().empty());
            } else {
                CHECK(reader.varint() == 0);
            }
            CHECK_FALSE(reader.ok());
            CHECK(reader.at_end());
            CHECK(reader.size_left() == 0);
            CHECK(reader.varint() == 0);
            CHECK(reader.string().empty());
            CHECK(reader.byte() == 0);
            CHECK_FALSE(reader.ok());
        }
    }

    TEST_CASE("any bytes are read to an end, and not beyond it")
    {
        std::mt19937 random{12};
        for (int round = 0; round < 10000; ++round) {
            const std::size_t size = random() % 24;
            const auto bytes = std::make_unique<char[]>(size);  // ASan watches its end
            for (std::size_t i = 0; i < size; ++i) {
                bytes[i] = static_cast<char>(random() % 3 == 0 ? 0xFF : random());
            }
            ByteReader reader{{bytes.get(), size}};
            std::size_t left = size;
            while (!reader.at_end()) {
                switch (random() % 3) {
                    case 0:
                        reader.varint();
                        break;
                    case 1:
                        reader.string();
                        break;
                    default:
                        reader.byte();
                }
                REQUIRE(reader.size_left() < left);
                left = reader.size_left();
            }
        }
    }
}
