#include "benchmarks/quality/figures.hpp"

#include <doctest/doctest.h>
#include <set>
#include <string>

using namespace dateline::quality;

TEST_SUITE("benchmarks/quality/figures")
{
    TEST_CASE("precision, recall and F1 of counts, zero where there is nothing")
    {
        const Counts counts{.gold = 4, .found = 5, .right = 3};
        CHECK(counts.precision() == doctest::Approx(0.6));
        CHECK(counts.recall() == doctest::Approx(0.75));
        CHECK(counts.f1() == doctest::Approx(2 * 3.0 / (4 + 5)));
        CHECK(Counts{}.f1() == 0);
        CHECK(Counts{.gold = 2, .found = 0, .right = 0}.precision() == 0);
        const Counts shared =
            counts_of(std::set<std::string>{"a", "b"}, std::set<std::string>{"b", "c", "d"});
        CHECK(shared.gold == 2);
        CHECK(shared.found == 3);
        CHECK(shared.right == 1);
    }

    TEST_CASE("the line holds the figures in their order")
    {
        Figures figures{"ner"};
        figures.add_count("n", 12);
        figures.add("x", 0.5);
        figures.add("per", Counts{.gold = 2, .found = 1, .right = 1});
        CHECK(figures.line() == "verb=ner n=12 x=0.5000 per.p=1.0000 per.r=0.5000 per.f1=0.6667");
    }

    TEST_CASE("a file's key is its name, and never breaks the line")
    {
        CHECK(key_of_file("ner/conll.dev.zst") == "conll.dev");
        CHECK(key_of_file("../data/reuters.jsonl.zst") == "reuters");
        CHECK(key_of_file("gold.json") == "gold");
        CHECK(key_of_file("my gold=1\n.jsonl") == "my_gold_1_");
    }
}
