#include "indexer/input/page_phrases.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace dateline::indexer;

TEST_SUITE("indexer/input/page_phrases")
{
    TEST_CASE("what leads elsewhere is told from what an article says")
    {
        for (const std::string_view block :
             {"Read more: the ferry", "READ MORE", "» Lea también: el ferry", "Читайте также",
              "Advertisement", "[Publicidad]", "اقرأ أيضا", "相关阅读：大桥",
              "Share this:", "3 min read", "© 2020 The Post"}) {
            CAPTURE(block);
            CHECK(is_page_phrase(block));
        }
        for (const std::string_view block :
             {"He had read more than others.", "Advertisements for soap paid for the bridge.",
              "Shares rose.", "Publicidad y propaganda son cosas distintas.", "", "…",
              "It takes him a minute to read, and then some more to answer the 3 min read"}) {
            CAPTURE(block);
            CHECK_FALSE(is_page_phrase(block));
        }
        CHECK_FALSE(is_page_phrase(std::string(1'000'000, 'x')));
    }
}
