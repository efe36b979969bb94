#include "indexer/desk.hpp"

#include <doctest/doctest.h>

using dateline::indexer::is_desk;

TEST_SUITE("indexer/desk")
{
    TEST_CASE("a desk may sign instead of people")
    {
        CHECK(is_desk("Redacción BBC Mundo"));
        CHECK(is_desk("Da Redação"));
        CHECK(is_desk("РЕДАКЦИЯ"));
        CHECK(is_desk("RÉDACCION"));
        CHECK_FALSE(is_desk("Redacción de una carta"));
        CHECK_FALSE(is_desk("Staff shortages grow"));
    }
}
