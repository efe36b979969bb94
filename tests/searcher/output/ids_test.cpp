#include "searcher/output/renderer.hpp"
#include "tests/support/sample_result.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <sstream>

using namespace dateline;
using namespace dateline::searcher;

TEST_SUITE("searcher/output/ids")
{
    TEST_CASE("ids stand in lines of their own, and nothing else is read of the articles")
    {
        const auto found = std::find_if(renderers().begin(), renderers().end(),
                                        [](const Renderer* r) { return r->name == "ids"; });
        REQUIRE(found != renderers().end());
        CHECK(((*found)->detail == HitDetail::Ids));
        std::ostringstream out;
        (*found)->write({.query = "harbour", .total = 2, .hits = {{.id = "a/1"}, {.id = "ñ b"}}},
                        {}, out);
        CHECK(out.str() == "a/1\nñ b\n");
        std::ostringstream of_none;
        (*found)->write({.query = "harbour"}, {}, of_none);
        CHECK(of_none.str().empty());
        std::ostringstream of_one;
        (*found)->write_article({{.article = {.id = "a/1"}}}, {}, of_one);
        CHECK(of_one.str() == "a/1\n");
    }
}
