#include "searcher/query/operator.hpp"

#include <doctest/doctest.h>
#include <set>
#include <string>

using namespace dateline::searcher;

TEST_SUITE("searcher/query/operators")
{
    TEST_CASE("names and symbols are unique, and every row can be evaluated")
    {
        std::set<std::string_view> names;
        std::set<char> symbols;
        for (const Operator* op : operators()) {
            CAPTURE(op->name);
            CHECK(names.insert(op->name).second);
            for (const char c : op->symbols) { CHECK(symbols.insert(c).second); }
            CHECK_FALSE(op->example.empty());
            CHECK_FALSE(op->summary.empty());
            CHECK_FALSE(op->summary.ends_with('.'));
            CHECK(bool{op->plan != nullptr});
            CHECK(bool{op->open != nullptr});
            const QuerySpec node{.op = op->name};
            CHECK(&operator_of(node) == op);
        }
    }
}
