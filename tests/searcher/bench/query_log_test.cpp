#include "searcher/bench/query_log.hpp"

#include <doctest/doctest.h>
#include <sstream>

using namespace dateline;
using namespace dateline::searcher;

namespace {

/// "1 oil | 3 name: gas | 4 !": line, name and text of each, ! for one that is refused.
std::string told(const std::string& text)
{
    std::istringstream in{text};
    const auto queries = read_query_log(in, "log");
    if (!queries) { return queries.error().message; }
    std::string all;
    for (const LoggedQuery& query : *queries) {
        all += (all.empty() ? "" : " | ") + std::to_string(query.line) + ' ';
        if (!query.name.empty()) { all += query.name + ": "; }
        all += query.refusal ? "!" : query.text;
    }
    return all;
}

}  // namespace

TEST_SUITE("searcher/bench/query_log")
{
    TEST_CASE("one query a line, with or without a name")
    {
        const struct {
            std::string text;
            std::string expected;
        } cases[] = {
            {"oil", "1 oil"},
            {"oil\n", "1 oil"},
            {"oil\r\ngas\r\n", "1 oil | 2 gas"},
            {"\n# a comment\n \t \noil  gas\n", "4 oil  gas"},
            {"\xEF\xBB\xBFoil\n", "1 oil"},
            {"\xEF\xBB\xBF# comment\noil\n", "2 oil"},
            {"who met\t\"prime minister\"\n", "1 who met: \"prime minister\""},
            {"\toil\n", "1 oil"},
            // All behind the first tab is the query, in which a tab is a blank.
            {"a\toil\tgas\n", "1 a: oil\tgas"},
            // A comment is a line that begins so: these are queries.
            {"tag\t#metoo\n", "1 tag: #metoo"},
            {" # oil", "1 !"},
            {"name\t\n", "1 name: !"},
            {"oil AND\ngas\n", "1 ! | 2 gas"},
            {"o\xff\ngas", "1 ! | 2 gas"},
            {"e\xCC\x81t\xC3\xA9", "1 \xC3\xA9t\xC3\xA9"},
            {std::string("oil\0gas", 7), "1 oilgas"},
            {"", "there is no query in 'log'"},
            {"#\n\n", "there is no query in 'log'"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(told(c.text) == c.expected);
        }
    }

    TEST_CASE("what is refused says why, where and what to do")
    {
        std::istringstream in{"oil\nfirst\toil AND (gas\n"};
        const auto queries = read_query_log(in, "log");
        REQUIRE(queries);
        REQUIRE(queries->back().refusal);
        CHECK(queries->back().refusal->kind == ErrorKind::QuerySyntax);
        CHECK(queries->back().refusal->offset == 8);
        CHECK(queries->back().refusal->text == "oil AND (gas");
        CHECK_FALSE(queries->back().refusal->hint.empty());
    }

    TEST_CASE("a line has a limit, and only what lies behind it is lost")
    {
        const std::string name(kMaxLineBytes - 4, 'n');
        CHECK(told(name + "\toil\ngas") == "1 " + name + ": oil | 2 gas");
        CHECK(told("x" + name + "\toil\ngas").ends_with("! | 2 gas"));
        CHECK(told(std::string(1 << 20, 'x') + "\ngas") == "1 ! | 2 gas");
        CHECK(told(std::string(1 << 20, '#') + "\ngas") == "2 gas");
    }

    TEST_CASE("there are no more queries than the limit")
    {
        std::string lines;
        for (std::size_t i = 0; i < kMaxQueries; ++i) { lines += "oil\n"; }
        CHECK(told(lines + "# comment\n\n").starts_with("1 oil | 2 oil"));
        CHECK(told(lines + "gas\n") == "'log' has more than 10,000 queries");
    }

    TEST_CASE("the same texts in the same order have the same hash")
    {
        const auto hash = [](const std::string& text) {
            std::istringstream in{text};
            return hash_of(*read_query_log(in, "log"));
        };
        CHECK(hash("oil\ngas\n") == hash("# log\noil\n\nname\tgas"));
        CHECK(hash("oil\ngas\n") != hash("gas\noil\n"));
        CHECK(hash("oil gas\n") != hash("oil\ngas\n"));
    }
}
