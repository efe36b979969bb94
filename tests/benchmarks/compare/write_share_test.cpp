#include "benchmarks/compare/write_share.hpp"

#include "benchmarks/compare/read_text.hpp"
#include "tests/support/packing.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::compare;

TEST_SUITE("benchmarks/compare/write_share")
{
    TEST_CASE("a share is every n-th line of all dumps together, packed or not")
    {
        const tests::Sandbox sandbox;
        const std::vector<std::filesystem::path> dumps{
            sandbox.write("a.jsonl", "0\n1\n2"),  // no line break at its end
            sandbox.write("b.jsonl.zst", tests::zstd("3\n4\n5\n")),
            sandbox.write("c.jsonl", ""),
            sandbox.write("d.jsonl", "6\n7"),
        };
        const struct {
            const char* share;
            const char* expected;
        } cases[] = {
            {"1", "0\n1\n2\n3\n4\n5\n6\n7\n"},
            {"1/2", "0\n2\n4\n6\n"},
            {"1/3", "0\n3\n6\n"},
            {"1/100", "0\n"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.share);
            REQUIRE(write_share(dumps, c.share, sandbox.at("out.jsonl")));
            CHECK(*read_text(sandbox.at("out.jsonl")) == c.expected);
        }
    }

    TEST_CASE("a dump that is missing or damaged is an error")
    {
        const tests::Sandbox sandbox;
        CHECK_FALSE(write_share({sandbox.at("missing.jsonl")}, "1", sandbox.at("out")));
        const std::string whole = tests::zstd("0\n1\n2\n3\n4\n5\n6\n7\n");
        const auto cut = sandbox.write("cut.zst", whole.substr(0, whole.size() - 4));
        CHECK_FALSE(write_share({cut}, "1", sandbox.at("out")));
    }
}
