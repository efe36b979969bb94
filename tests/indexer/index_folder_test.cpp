#include "indexer/index_folder.hpp"

#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using indexer::make_index_folder;

TEST_SUITE("indexer/index_folder")
{
    TEST_CASE("a folder is made, and may be empty or hold what an interrupted run left")
    {
        const tests::Sandbox sandbox;
        const auto index = sandbox.path() / "index";
        CHECK(make_index_folder(index));
        CHECK(make_index_folder(index));
        std::filesystem::create_directories(index / "segments" / "000001");
        CHECK(make_index_folder(index));
        std::filesystem::create_directories(index / "segments" / "holiday");
        const auto made = make_index_folder(index);
        REQUIRE_FALSE(made);
        CHECK(made.error().kind == ErrorKind::IndexMissing);
    }
}
