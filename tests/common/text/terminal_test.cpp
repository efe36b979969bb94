#include "common/text/terminal.hpp"

#include "common/text/utf8.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using dateline::printable;
using namespace std::string_literals;

TEST_SUITE("common/text/terminal")
{
    TEST_CASE("what would do something to a terminal becomes visible, all else stays")
    {
        const struct {
            std::string text;
            std::string shown;
        } cases[] = {
            {"", ""},
            {"Plain news, 100 %", "Plain news, 100 %"},
            {"\u0416\u00e9\u4e2d\U0001F600", "\u0416\u00e9\u4e2d\U0001F600"},
            {"a\tb\nc", "a b c"},
            {"a\r\nb", "a\\u{0D} b"},
            {"\0"s, "\\u{00}"},
            {"\x1b[31mred", "\\u{1B}[31mred"},
            {"\x1b]52;c;aGk=\a", "\\u{1B}]52;c;aGk=\\u{07}"},
            {"\x7f", "\\u{7F}"},
            {"\u009b31m", "\\u{9B}31m"},
            {"\u061c\u200e\u200f", "\\u{61C}\\u{200E}\\u{200F}"},
            {"\u202aa\u202eb\u202c", "\\u{202A}a\\u{202E}b\\u{202C}"},
            {"\u2066a\u2069", "\\u{2066}a\\u{2069}"},
            {"\u2028\u2029", "\\u{2028}\\u{2029}"},
            {"\u0915\u094d\u200d\u0937\u200c", "\u0915\u094d\u200d\u0937\u200c"},
            {"\u200b\u2065\u206a\u2010", "\u200b\u2065\u206a\u2010"},
            {"caf\xe9!", "caf\ufffd!"},
            {"\x9b", "\ufffd"},
            {"\xc2", "\ufffd"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(printable(c.text) == c.shown);
        }
    }

    TEST_CASE("no byte of the C0 controls is left of any bytes")
    {
        std::string all;
        for (int first = 0; first < 256; ++first) {
            for (int second = 0; second < 256; ++second) {
                all += static_cast<char>(first);
                all += static_cast<char>(second);
            }
        }
        const std::string shown = printable(all);
        CHECK(std::none_of(shown.begin(), shown.end(), [](char byte) {
            return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7f;
        }));
        CHECK(shown.find("\xc2\x9b") == std::string::npos);
    }

    TEST_CASE("characters are harmful exactly if they are not shown as they are")
    {
        for (char32_t letter = 0; letter < 0x3000; ++letter) {
            std::string text;
            dateline::append_utf8(text, letter);
            CAPTURE(static_cast<unsigned>(letter));
            CHECK(dateline::is_harmful(letter) == (printable(text) != text));
        }
    }

    TEST_CASE("the harmless prefix ends at the first byte that needs a closer look")
    {
        const struct {
            std::string text;
            std::size_t prefix;
        } cases[] = {
            {"", 0},         {"plain ~", 7},     {"a\tb", 1},  {"ab\x7f", 2},
            {"\x1b[31m", 0}, {"caf\xc3\xa9", 3}, {"a\0b"s, 1}, {"ab\xff", 2},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(dateline::harmless_prefix(c.text) == c.prefix);
        }
    }
}
