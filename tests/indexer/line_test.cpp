#include "indexer/line.hpp"

#include <array>
#include <doctest/doctest.h>
#include <string>

using namespace dateline::indexer;

TEST_SUITE("indexer/line")
{
    TEST_CASE("parts are what stands between marks, the first mark first, trimmed")
    {
        constexpr std::array<std::string_view, 2> kMarks{" | ", "–"};
        const struct {
            std::string line;
            std::string parts;
        } cases[] = {
            {"", ""},
            {"Ann Lee", "[Ann Lee]"},
            {"Ann Lee – Lima | Wire", "[Ann Lee]–[Lima] | [Wire]"},
            {"–Lima", "[]–[Lima]"},
            {"Lima –", "[Lima]–"},
            {"a||b", "[a||b]"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            std::string parts;
            for (std::string_view rest = c.line; !rest.empty();) {
                const LinePart part = take_part(rest, kMarks);
                parts += '[' + std::string{part.text} + ']' + std::string{part.mark};
            }
            CHECK(parts == c.parts);
        }
    }

    TEST_CASE("a line is cut at a word, but not at its first, nor inside of one")
    {
        constexpr std::array<std::string_view, 2> kWords{"for", "at"};
        const struct {
            std::string line;
            std::string before;
            std::string behind;
        } cases[] = {
            {"a writer for The Wire at noon", "a writer", "The Wire at noon"},
            {"for The Wire", "for The Wire", ""},
            {"a format", "a format", ""},
            {"Lee at", "Lee", ""},
            {"", "", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            std::string_view line = c.line;
            const std::string_view behind = cut_at_word(line, kWords);
            CHECK(line == c.before);
            CHECK(behind == c.behind);
        }
    }
}
