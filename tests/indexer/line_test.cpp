#include "indexer/line.hpp"

#include <array>
#include <doctest/doctest.h>
#include <random>
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

    TEST_CASE("words stand between blanks of all sorts, also at the ends")
    {
        const struct {
            std::string line;
            std::string words;
        } cases[] = {
            {"", ""},
            {" \u00A0\t", ""},
            {"Ann", "[Ann]"},
            {" Ann\u3000Lee\u200B Río\u202F2 ", "[Ann][Lee][Río][2]"},
            {"naïve “quoted” …", "[naïve][“quoted”][…]"},
            {"a\xC2", "[a\xC2]"},  // cut inside of a character
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            std::string words;
            for (const std::string_view word : words_of(c.line)) {
                words += '[' + std::string{word} + ']';
            }
            CHECK(words == c.words);
            const std::string first{first_word(c.line)};
            CHECK(c.words.starts_with(first.empty() ? "" : '[' + first + ']'));
            CHECK(first.empty() == c.words.empty());
        }
    }

    TEST_CASE("more characters than so many, whatever their bytes")
    {
        CHECK_FALSE(has_more_characters("", 0));
        CHECK(has_more_characters("a", 0));
        CHECK_FALSE(has_more_characters("приве", 5));
        CHECK(has_more_characters("привет", 5));
        CHECK_FALSE(has_more_characters("😀😀", 2));
        CHECK(has_more_characters("😀😀", 1));
        CHECK(has_more_characters(std::string(1000, 'a'), 5));
    }

    TEST_CASE("what opens a line may do so in any case of ASCII")
    {
        constexpr std::array<std::string_view, 3> kLabels{"by", "Von", "автор"};
        constexpr FirstBytes kFirst{kLabels};
        for (const char* line : {"By Ann Lee", "by", "von Lee", "автор: Ли"}) {
            CHECK(kFirst.may_open(line));
        }
        for (const char* line : {"", "Ann", " by"}) { CHECK_FALSE(kFirst.may_open(line)); }
    }

    TEST_CASE(
        "figures, characters and words are counted as one by one, whatever stands around them")
    {
        constexpr std::array<std::string_view, 12> kPieces{"a", "Z", " ",  "0", "9", "/",
                                                           ":", "ñ", "中", "😀", "٣", "\u00A0"};
        std::mt19937 random{3};
        for (int round = 0; round < 2000; ++round) {
            std::string text;
            std::size_t characters = 0;
            bool figure = false;
            for (std::size_t left = random() % 40; left > 0; --left) {
                // Long stretches without a figure, too.
                const std::string_view piece = kPieces[random() % (round % 2 == 0 ? 3 : 12)];
                text += piece;
                ++characters;
                figure = figure || piece == "0" || piece == "9";
            }
            CAPTURE(text);
            CHECK(has_figure(text) == figure);
            CHECK(character_count(text) == characters);
            CHECK(word_count(text) == words_of(text).size());
        }
    }

    TEST_CASE("what may open a line: the first two bytes of a text, or one if it has no more")
    {
        constexpr std::array<std::string_view, 3> kTexts{"By", "автор", "x"};
        constexpr FirstBytes kFirst{kTexts};
        for (const std::string_view line :
             {"by Ann Lee", "BY", "автор: Ann", "x", "xylophone", "X 1"}) {
            CAPTURE(line);
            CHECK(kFirst.may_open(line));
        }
        for (const std::string_view line : {"", "b", "Bo Roe", "б", "Ann"}) {
            CAPTURE(line);
            CHECK_FALSE(kFirst.may_open(line));
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
