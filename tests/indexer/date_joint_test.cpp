#include "indexer/date_joint.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace dateline::indexer;

TEST_SUITE("indexer/date_joint")
{
    TEST_CASE("what leads over to a date is no part of the name beside it")
    {
        const struct {
            std::string text;
            std::string joined;  ///< without its joint
            std::string bare;    ///< without words of dates
        } cases[] = {
            {"Ann Lee, on", "Ann Lee", "Ann Lee"},
            {"Ann Lee - Published", "Ann Lee", "Ann Lee"},
            {"Published: Ann Lee |", "Published: Ann Lee |", "Ann Lee"},
            {"By Ann Lee", "By Ann Lee", "By Ann Lee"},
            {"", "", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(without_joint(c.text) == c.joined);
            CHECK(without_date_words(c.text) == c.bare);
        }
    }

    TEST_CASE("an update may be told by how long ago it was")
    {
        CHECK(is_relative_update("Updated 2 hours ago"));
        CHECK(is_relative_update("Atualizado há 2 anos"));
        CHECK_FALSE(is_relative_update("Ann Lee"));
        CHECK_FALSE(is_relative_update("Updated rules come into force in all ports of the north"));
    }
}
