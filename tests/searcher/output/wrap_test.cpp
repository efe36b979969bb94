#include "searcher/output/wrap.hpp"

#include "common/text/display_width.hpp"

#include <algorithm>
#include <array>
#include <doctest/doctest.h>
#include <random>
#include <string>

using namespace dateline;
using namespace dateline::searcher;

namespace {

/// The lines, joined by "|"; "…" where one was cut.
std::string wrapped(std::string_view text, std::size_t columns, std::size_t max_lines = kAllLines)
{
    std::string out;
    for (const Line& line : wrap(text, {.columns = columns, .max_lines = max_lines})) {
        if (!out.empty()) { out += '|'; }
        out += text.substr(line.begin, line.end - line.begin);
        if (line.cut) { out += "…"; }
    }
    return out;
}

std::string without_blanks(std::string text)
{
    std::erase(text, ' ');
    return text;
}

/// Words and other pieces of all scripts in any order, none wider than 10 columns alone.
std::string random_text(std::mt19937& random)
{
    constexpr auto kPieces = std::to_array<const char*>({"road",    "Nicola\u0301s",
                                                         "王小明",  "、",
                                                         "。",      "（",
                                                         "القاهرة", "שלום",
                                                         " ",       "  ",
                                                         " ",       " ",
                                                         "สนามบิน",  "🎉",
                                                         "❤\uFE0F", "—",
                                                         "1,000",   "\u200B",
                                                         "\u0301",  "서울",
                                                         "-",       "ភ្នំពេញ"});
    std::uniform_int_distribution<std::size_t> pick{0, kPieces.size() - 1};
    std::string text;
    for (int piece = 0; piece < 60; ++piece) {
        text += kPieces[pick(random)];
        if (piece % 2 == 0) { text += ' '; }
    }
    return text;
}

}  // namespace

TEST_SUITE("searcher/output/wrap")
{
    TEST_CASE("lines end at blanks, and where scripts without blanks allow")
    {
        const struct {
            const char* text;
            std::size_t columns;
            const char* lines;
        } cases[] = {
            {"", 10, ""},
            {"    ", 10, ""},
            {"one", 10, "one"},
            {"one two three", 10, "one two|three"},
            {"  one   two  three  ", 10, "one   two|three"},
            {"exactly te n", 10, "exactly te|n"},
            {"a verylongwordthatdoesnotfit b", 10, "a|verylongwordthatdoesnotfit|b"},
            {"state-of-the-art", 10, "state-of-the-art"},
            {"see http://a.example/b/c ok", 12, "see|http://a.example/b/c|ok"},
            {"看 http://a.example/b/c", 12, "看|http://a.example/b/c"},
            {"两国外长在北京举行", 10, "两国外长在|北京举行"},
            {"两国外长在。北京", 10, "两国外长|在。北京"},
            {"两国外长（北京）", 10, "两国外长|（北京）"},
            {"ab北京 cd", 10, "ab北京 cd"},
            {"🎉🎉🎉🎉🎉🎉", 10, "🎉🎉🎉🎉🎉|🎉"},
            {"ประชาชนมารอต้อนรับ", 10, "ประชาชนมา|รอต้อนรับ"},
            {"Nicola\u0301s Nicola\u0301s", 10, "Nicola\u0301s|Nicola\u0301s"},
            {"non\u00A0breaking b", 12, "non\u00A0breaking|b"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(wrapped(c.text, c.columns) == c.lines);
        }
    }

    TEST_CASE("with a limit of lines the last one leaves a column for what says so")
    {
        const struct {
            const char* text;
            std::size_t lines;
            const char* shown;
        } cases[] = {
            {"one two three four", 1, "one two t…"},
            {"one two three four", 2, "one two|three four"},
            {"one two three four five", 2, "one two|three fou…"},
            {"one two  three", 1, "one two…"},
            {"averylongwordthatdoesnotfit", 2, "averylongw|ordthatdo…"},
            {"averylongwordthatdoesnotfit", 3, "averylongw|ordthatdoe|snotfit"},
            {"a averylongwordthat b", 9, "a|averylongw|ordthat b"},
            {"两国外长在北京举行会谈", 1, "两国外长…"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(wrapped(c.text, 10, c.lines) == c.shown);
        }
    }

    TEST_CASE("no line is too wide and nothing is lost, whatever the script")
    {
        std::mt19937 random{7};
        for (int round = 0; round < 300; ++round) {
            const std::string text = random_text(random);
            const std::size_t columns = 60 + static_cast<std::size_t>(round) % 141;
            CAPTURE(text);
            std::string joined;
            for (const Line& line : wrap(text, {.columns = columns})) {
                const std::string shown = text.substr(line.begin, line.end - line.begin);
                CHECK(display_width(shown) <= columns);
                joined += shown;
            }
            CHECK(without_blanks(joined) == without_blanks(text));
            for (const Line& line : wrap(text, {.columns = 10, .max_lines = 3})) {
                const auto width = display_width(text.substr(line.begin, line.end - line.begin));
                CHECK(width + (line.cut ? 1 : 0) <= 10);
            }
        }
    }

    TEST_CASE("large texts without any blank, or of nothing else, are no trouble")
    {
        constexpr std::size_t kMegabyte = 1'000'000;
        std::string chinese;
        std::string thai;
        while (chinese.size() < kMegabyte) { chinese += "北京"; }
        while (thai.size() < kMegabyte / 4) { thai += "สนามบิน"; }
        const std::string letters(kMegabyte, 'x');
        for (const std::string& text : {chinese, thai, letters, std::string(kMegabyte, ' ')}) {
            std::size_t bytes = 0;
            for (const Line& line : wrap(text, {.columns = 80})) { bytes += line.end - line.begin; }
            CHECK(bytes == without_blanks(text).size());
            CHECK(wrap(text, {.columns = 80, .max_lines = 3}).size() <= 3);
        }
    }
}
