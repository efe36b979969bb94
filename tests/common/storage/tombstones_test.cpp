#include "common/storage/tombstones.hpp"

#include "tests/support/mutations.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <random>
#include <set>

using dateline::ArticleSet;
using dateline::Done;
using dateline::ErrorKind;
using dateline::Failure;
using dateline::read_tombstones;
using dateline::SectionWriter;
using dateline::Status;
using dateline::write_tombstones;
using dateline::tests::Sandbox;

namespace {

ArticleSet random_set(std::mt19937& random, std::size_t articles)
{
    ArticleSet set{articles};
    for (std::size_t i = random() % 4; i > 0 && articles > 0; --i) {
        set.insert(random() % articles);
    }
    return set;
}

std::set<std::size_t> members(const ArticleSet& set, std::size_t articles)
{
    std::set<std::size_t> in;
    for (std::size_t i = 0; i < articles + 130; ++i) {
        if (set.contains(i)) { in.insert(i); }
    }
    return in;
}

}  // namespace

TEST_SUITE("common/storage/tombstones")
{
    TEST_CASE("a set grows as it must, and counts each article once")
    {
        ArticleSet set;
        CHECK(set.empty());
        CHECK_FALSE(set.contains(0));
        CHECK_FALSE(set.contains(SIZE_MAX));
        for (const std::size_t index : {63U, 0U, 64U, 1000U, 64U}) { set.insert(index); }
        CHECK(set.count() == 4);
        CHECK(members(set, 1001) == std::set<std::size_t>{0, 63, 64, 1000});
        CHECK(ArticleSet{set.words()}.count() == 4);
    }

    TEST_CASE("sets of any size come back")
    {
        const Sandbox sandbox;
        std::mt19937 random{81};
        const std::vector<std::size_t> cases[] = {
            {}, {0}, {1}, {63, 64, 65}, {128, 0, 129, 1}, {1000, 1000, 1000, 1000, 1000, 5},
        };
        for (const auto& sizes : cases) {
            for (int round = 0; round < 20; ++round) {
                CAPTURE(sizes.size());
                std::vector<ArticleSet> sets;
                for (const std::size_t size : sizes) { sets.push_back(random_set(random, size)); }
                REQUIRE(write_tombstones(sandbox.at("tombstones"), sets));
                const auto read = read_tombstones(sandbox.at("tombstones"), sizes);
                REQUIRE(read);
                REQUIRE(read->size() == sizes.size());
                for (std::size_t i = 0; i < sizes.size(); ++i) {
                    CHECK(members((*read)[i], sizes[i]) == members(sets[i], sizes[i]));
                }
            }
        }
    }

    TEST_CASE("bits behind a segment's end do not count, nor do those that are missing")
    {
        const Sandbox sandbox;
        ArticleSet all;
        for (std::size_t i = 0; i < 200; ++i) { all.insert(i); }
        REQUIRE(write_tombstones(sandbox.at("tombstones"), {all, all, all, ArticleSet{}}));
        const auto read = read_tombstones(sandbox.at("tombstones"), {3, 64, 300, 9});
        REQUIRE(read);
        CHECK((*read)[0].count() == 3);
        CHECK((*read)[1].count() == 64);
        CHECK((*read)[2].count() == 200);
        CHECK((*read)[3].empty());
    }

    TEST_CASE("a file about another number of segments is damaged")
    {
        const Sandbox sandbox;
        REQUIRE(write_tombstones(sandbox.at("tombstones"), {ArticleSet{1}, ArticleSet{1}}));
        for (const auto& sizes : std::vector<std::vector<std::size_t>>{{}, {1}, {1, 1, 1}}) {
            CAPTURE(sizes.size());
            const auto read = read_tombstones(sandbox.at("tombstones"), sizes);
            REQUIRE_FALSE(read);
            CHECK(read.error().kind == ErrorKind::IndexDamaged);
        }
        REQUIRE(SectionWriter{sandbox.at("other"), "DLTOMBS2"}.finish());
        for (const char* name : {"none", "other"}) {
            CAPTURE(name);
            CHECK(read_tombstones(sandbox.at(name), {}).error().kind == ErrorKind::IndexDamaged);
        }
    }

    TEST_CASE("whatever the bytes are, sets stay within their segments")
    {
        const std::vector<std::size_t> sizes{100, 64, 0, 65, 1000};
        const auto walk = [&sizes](const std::filesystem::path& path) -> Status {
            const auto read = read_tombstones(path, sizes);
            if (!read) { return Failure{read.error()}; }
            for (std::size_t i = 0; i < sizes.size(); ++i) {
                dateline::tests::must((*read)[i].count() <= sizes[i],
                                      "no more are removed than there are");
            }
            return Done{};
        };
        const Sandbox sandbox;
        std::mt19937 random{82};
        std::vector<ArticleSet> sets;
        for (const std::size_t size : sizes) { sets.push_back(random_set(random, size)); }
        sets.back().insert(999);
        REQUIRE(write_tombstones(sandbox.at("tombstones"), sets));
        const std::string bytes = dateline::tests::bytes_of(sandbox.at("tombstones"));
        dateline::tests::check_truncations(bytes, walk);
        dateline::tests::check_mutations(bytes, walk, 9'000'000);
    }
}
