// What stands between the parts of an article: buttons, teasers, captions.
#include "indexer/layout.hpp"
#include "tests/support/layout_text.hpp"

#include <ctime>
#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace dateline::indexer;
using namespace dateline::tests;

TEST_SUITE("indexer/layout_scraps")
{
    TEST_CASE("short lines between headline and text, and below it, are furniture; places are not")
    {
        const struct {
            std::string line;
            bool above;  ///< it is furniture between headline and text
            bool below;  ///< it is furniture at the end
        } cases[] = {
            {"Hear it read", true, true},
            {"1,243", true, true},
            {"KOTOR (Reuters)", false, true},
            {"Kotor, Montenegro", false, false},
            {"- a piano", false, false},
            {"“Play it again”", false, false},
            {"Who will pay?", false, false},
            {"It was gone.", false, false},
            {"KOTOR —", false, false},
            {"What the harbour office keeps in its cellar", false, false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            const auto has = [&c](const Layout& layout) {
                return ("\n" + layout.furniture + "\n").find("\n" + c.line + "\n") !=
                       std::string::npos;
            };
            const std::string title = "Ferry returns without its piano";
            CHECK(has(read_layout(with_blank_lines({title, c.line, kProse, kMore}))) == c.above);
            CHECK(has(read_layout(with_blank_lines({title, kProse, kMore, c.line}))) == c.below);
        }
    }

    TEST_CASE("a dateline on a line of its own is text, and says whose it is")
    {
        const Layout agency = read_layout(
            with_blank_lines({"Ferry returns without its piano", "KOTOR (Reuters)", kProse}));
        CHECK(agency.source == "Reuters");
        CHECK(agency.body.starts_with("KOTOR (Reuters)"));
        const Layout place = read_layout(with_blank_lines(
            {"Ferry returns without its piano", "By Ann Lee", "Kotor", kProse, kMore}));
        CHECK(place.body.starts_with("Kotor"));
        CHECK(place.byline == std::vector<std::string>{"Ann Lee"});
    }

    TEST_CASE("agencies alone above a text are its source")
    {
        const Layout layout = read_layout(
            with_blank_lines({"Ferry returns without its piano", "Reuters / AFP", kProse, kMore}));
        CHECK(layout.source == "Reuters");
        CHECK(layout.body.starts_with(kProse));
    }

    TEST_CASE("rows of results at the end are text")
    {
        const std::string text = with_blank_lines({"Ferry returns without its piano", kProse, kMore,
                                                   "Norway 12", "Germany 9", "Canada 7"});
        CHECK(read_layout(text).body.ends_with("Norway 12\n\nGermany 9\n\nCanada 7"));
    }

    TEST_CASE("bodies of records and wrapped prose keep their short lines")
    {
        const std::string teasers =
            with_blank_lines({kProse, "Read more", "Putin and Maduro meet in Caracas", kMore,
                              "The pier at night (Photo: Ann Lee)", kMore + kProse});
        const Layout kept = read_layout(teasers, {.title = "Piano lost", .is_body = true});
        CHECK(kept.body.find("Putin and Maduro") != std::string::npos);
        CHECK(kept.body.find("The pier at night") != std::string::npos);
        const std::string body = "East Pier\n\n" + kProse + "\n\n" + kMore + "\n\nMore music";
        const Layout record = read_layout(body, {.title = "Piano lost", .is_body = true});
        CHECK(record.body == body);
        const std::string wrapped =
            "PIANO LOST AT SEA\n\nKOTOR, May 3 - The ferry left the northern pier at\nnoon with "
            "eleven people, two goats and a piano on\nboard, and came back without the piano of "
            "the mayor.\n\n    Pianos\n    Goats\n";
        const Layout narrow = read_layout(wrapped);
        CHECK(narrow.body.find("Pianos") != std::string::npos);
        CHECK(narrow.body.find("Goats") != std::string::npos);
    }

    TEST_CASE("the end of a wrapped sentence heads no list, in records and on pages")
    {
        const std::string body =
            "KOTOR, May 3 - The ferry left the northern pier at noon\n"
            "with eleven people, two goats and a piano on board, and\n"
            "came back without the piano, said three of the mayor's\n"
            "sources.\n"
            "    The mayor was not there to ask, and the harbour said\n"
            "that nobody had seen it go. The goats were well, and it\n"
            "would look for the piano when the wind had turned.\n";
        const std::string end = "when the wind had turned.";
        const Layout record = read_layout(body, {.title = "Piano lost", .is_body = true});
        CHECK(record.body.ends_with(end));
        CHECK(record.furniture.empty());
        CHECK(read_layout("PIANO LOST AT SEA\n\n" + body).body.ends_with(end));
        const std::string list =
            "Related stories\n"
            "Mayor of Kotor denies that the lost grand piano is his\n"
            "Harbour reopens after three days of storms\n";
        const Layout listed = read_layout(body + list, {.title = "Piano lost", .is_body = true});
        CHECK(listed.body.ends_with(end));
        CHECK(listed.furniture.find("Harbour reopens") != std::string::npos);
    }

    TEST_CASE("headlines below \"Keep reading\" are furniture, sentences are not")
    {
        const Layout layout = read_layout(with_blank_lines(
            {"Ferry returns without its piano", kProse, "Keep reading",
             "The last boat builder of Kotor", kMore, "Sources say that it was a good piano."}));
        CHECK(layout.body.find("boat builder") == std::string::npos);
        CHECK(layout.body.find(kMore) != std::string::npos);
        CHECK(layout.body.ends_with("a good piano."));
    }

    TEST_CASE("a caption goes with its credit, a sentence before a credit stays")
    {
        const std::string title = "Ferry returns without its piano";
        const struct {
            std::string line;
            std::string kept;
        } cases[] = {
            {"The piano on the pier (Photo: Ann Lee)", ""},
            {"El piano en el muelle | Foto: Archivo", ""},
            {"The piano stood on the pier. (Photo: Ann Lee)", "The piano stood on the pier."},
            {"The piano stood on the pier. Photo: Ann Lee", "The piano stood on the pier."},
            {"Ferry of Kotor: the piano's tale is told",
             "Ferry of Kotor: the piano's tale is told"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            const Layout layout = read_layout(with_blank_lines({title, kProse, c.line, kMore}));
            const std::string between = c.kept.empty() ? "" : c.kept + "\n\n";
            CHECK(layout.body == kProse + "\n\n" + between + kMore);
        }
    }

    TEST_CASE("four times as many short lines take about four times as long")
    {
        const auto buttons = [](int) { return std::string{"Keep reading\nMore\n"}; };
        const auto cargo = [](int n) {
            const std::string number = std::to_string(n);
            return "Ferry " + number + " left at noon.\nCargo " + number + ":\n";
        };
        const auto names = [](int n) { return "Ann Lee\nBy\nPort " + std::to_string(n) + "\n"; };
        const auto seconds = [](const auto& line, int lines) {
            std::string text;
            for (int n = 0; n < lines; ++n) { text += line(n); }
            const std::clock_t begin = std::clock();
            const Layout layout = read_layout(text);
            CHECK(layout.title.size() + layout.body.size() > 0);
            return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        };
        constexpr int kLines = 10000;
        constexpr double kBound = 10;  // of a square it is 16
        constexpr double kNoise = 0.05;
        CHECK(seconds(buttons, 4 * kLines) < kBound * (seconds(buttons, kLines) + kNoise));
        CHECK(seconds(cargo, 4 * kLines) < kBound * (seconds(cargo, kLines) + kNoise));
        CHECK(seconds(names, 4 * kLines) < kBound * (seconds(names, kLines) + kNoise));
    }
}
