#include "indexer/input/format.hpp"

#include <doctest/doctest.h>
#include <set>

using dateline::indexer::formats;

TEST_SUITE("indexer/input/formats")
{
    TEST_CASE("every format has a name of its own, a summary without full stop, and functions")
    {
        std::set<std::string_view> names;
        for (const auto* format : formats()) {
            CAPTURE(format->name);
            CHECK(names.insert(format->name).second);
            CHECK(format->name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
                  std::string_view::npos);
            CHECK_FALSE(format->summary.empty());
            CHECK_FALSE(format->summary.ends_with('.'));
            CHECK(static_cast<bool>(format->claims));
            CHECK(static_cast<bool>(format->open));
        }
        CHECK_FALSE(names.empty());
    }
}
