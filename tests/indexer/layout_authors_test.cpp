// Authors whose names need another line.
#include "indexer/layout.hpp"
#include "tests/support/layout_text.hpp"

#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace dateline::indexer;
using namespace dateline::tests;

TEST_SUITE("indexer/layout_authors")
{
    TEST_CASE("bylines in two lines, with what each has done, above the headline")
    {
        const struct {
            std::vector<std::string> above;
            std::vector<std::string> byline;
            std::string source;
        } cases[] = {
            {{"Ferry returns without its piano", "By", "Ann Lee"}, {"Ann Lee"}, ""},
            {{"Ferry returns without its piano", "By Ann Lee", "By", "Bo Roe"},
             {"Ann Lee", "Bo Roe"},
             ""},
            {{"Ferry returns without its piano", "Ann Lee (text) and Bo Roe (photos)"},
             {"Ann Lee"},
             ""},
            {{"Ann Lee", "Columnist of the Harbour Post", "Ferry returns without its piano"},
             {"Ann Lee"},
             "Harbour Post"},
            {{"Ferry returns without its piano", "Do Portal do Cais, em Kotor", "3 May 2019"},
             {},
             "Portal do Cais"},
            {{"Ferry returns without its piano", "By Ann Lee - jro - MCV"}, {"Ann Lee"}, ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.above.back());
            std::vector<std::string> lines = c.above;
            lines.insert(lines.end(), {kProse, kMore});
            const Layout layout = read_layout(with_blank_lines(lines));
            CHECK(layout.title == "Ferry returns without its piano");
            CHECK(layout.byline == c.byline);
            CHECK(layout.source == c.source);
        }
    }

    TEST_CASE("what authors are said to be at the end is furniture, if they have written it")
    {
        const std::string bio = "Ann Lee covers the coast for several papers and has a boat.";
        const auto text = [&bio](const std::string& byline) {
            return with_blank_lines(
                {"Ferry returns without its piano", byline, kProse, kMore, bio});
        };
        CHECK(read_layout(text("By Ann Lee")).body.ends_with(kMore));
        CHECK(read_layout(text("By Bo Roe")).body.ends_with(bio));
        const struct {
            std::string byline;
            std::string last;
            bool is_bio;
        } cases[] = {
            {"By Ann Lee", "Ann Lee is a reporter in Kotor.", true},
            {"By Ann Lee", "Ann Lee has been the coast's correspondent for the Pier Post.", true},
            {"By Ann Lee",
             "Ann Lee is accused of taking the piano, the police of Kotor said on Friday.", false},
            {"By Ann Lee", "Ann Lee has left the harbour with her piano.", false},
            {"Por Ana Lima", "Ana Lima es socióloga y profesora jubilada.", true},
            {"Por Ana Lima", "Ana Lima es acusada de robar el piano.", false},
            {"Por Ana Lima", "Ana Lima é jornalista.", true},
            {"Por Ana Lima", "Ana Lima e Pedro Souza estiveram ontem em Caracas com o presidente.",
             false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.last);
            const Layout layout = read_layout(with_blank_lines(
                {"Ferry returns without its piano", c.byline, kProse, kMore, c.last}));
            CHECK(layout.body.ends_with(c.last) != c.is_bio);
        }
    }
}
