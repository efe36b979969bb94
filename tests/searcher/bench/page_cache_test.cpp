#include "searcher/bench/page_cache.hpp"

#include "common/storage/file.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <filesystem>

using dateline::searcher::CachedBytes;
using dateline::searcher::drop_from_page_cache;
using dateline::tests::Sandbox;

TEST_SUITE("searcher/bench/page_cache")
{
    TEST_CASE("all files below a folder count, what is no file of it does not")
    {
        const Sandbox sandbox;
        sandbox.write("folder/a", std::string(10'000, 'a'));
        sandbox.write("folder/deep/b", std::string(5, 'b'));
        sandbox.write("folder/empty", "");
        sandbox.write("elsewhere", std::string(99, 'c'));
        std::filesystem::create_symlink(sandbox.at("elsewhere"), sandbox.at("folder/link"));
        const CachedBytes bytes = drop_from_page_cache(sandbox.path() / "folder");
        CHECK(bytes.all == 10'005);
        CHECK(bytes.cached <= bytes.all);
        CHECK(drop_from_page_cache(sandbox.path() / "none").all == 0);
    }

    TEST_CASE("what a program has mapped and read stays, and is seen to stay")
    {
        const Sandbox sandbox;
        const auto mapped =
            dateline::MappedFile::open(sandbox.write("a", std::string(std::size_t{1} << 20, 'a')));
        REQUIRE(mapped);
        REQUIRE(dateline::sync_path(sandbox.at("a")));
        CHECK(dateline::hash_hex(mapped->bytes()).size() == 32);  // reads it all
        const CachedBytes bytes = drop_from_page_cache(sandbox.path());
        CHECK(bytes.all == 1 << 20);
        CHECK(bytes.cached == bytes.all);
    }
}
