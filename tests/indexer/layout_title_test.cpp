// Which line becomes the headline.
#include "indexer/layout.hpp"
#include "tests/support/layout_text.hpp"

#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace dateline::indexer;
using namespace dateline::tests;

TEST_SUITE("indexer/layout_title")
{
    TEST_CASE("the headline is the line that reads like one, not the first one")
    {
        const struct {
            std::vector<std::string> above;
            std::string title;
        } cases[] = {
            {{"Ferry returns without its piano"}, "Ferry returns without its piano"},
            {{"Accessibility links", "World", "Ferry returns without its piano"},
             "Ferry returns without its piano"},
            {{"Harbour News > Coast", "3 May 2019", "Ferry returns without its piano"},
             "Ferry returns without its piano"},
            {{"The Pier Gazette", "Online", "Ferry returns without its piano"},
             "Ferry returns without its piano"},
            // Short, but above its byline.
            {{"Piano lost", "By Ann Lee", "A ferry and its strange cargo"}, "Piano lost"},
            {{"Piano lost", "3 May 2019"}, "Piano lost"},
            {{"Venezuela votes", "What to know about the presidential election"},
             "Venezuela votes"},
            {{"Storm hits the harbour of Lima (photos and video)"},
             "Storm hits the harbour of Lima (photos and video)"},
            {{"Ferry returns without its piano", "A ferry and its strange cargo of goats"},
             "Ferry returns without its piano"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.title);
            std::vector<std::string> lines = c.above;
            lines.insert(lines.end(), {kProse, kMore});
            CHECK(read_layout(with_blank_lines(lines)).title == c.title);
        }
    }
}
