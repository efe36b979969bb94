#include "searcher/output/text_clauses.hpp"

#include <doctest/doctest.h>
#include <sstream>

using namespace dateline::searcher;

namespace {

std::string text_of(const SearchResult& result)
{
    std::ostringstream out;
    Sheet sheet{out, {.columns = 80}};
    write_clauses(sheet, result);
    return out.str();
}

}  // namespace

TEST_SUITE("searcher/output/text_clauses")
{
    TEST_CASE("parts, their counts, and what could be done about it")
    {
        CHECK(text_of({}).empty());
        SearchResult result;
        result.clauses = {{.part = "oil", .articles = 1204}, {.part = "gas", .articles = 7}};
        result.why = "no article matches all of them";
        CHECK(text_of(result) ==
              "\narticles that each part finds by itself\n"
              "  oil  1,204\n"
              "  gas      7\n"
              "no article matches all of them\n");
        result.why.clear();
        result.clauses.front() = {.part = "(sent a b)", .why = "3 articles have both, but apart"};
        CHECK(text_of(result) ==
              "\narticles that each part finds by itself\n"
              "  (sent a b)  0\n"
              "    3 articles have both, but apart\n"
              "  gas         7\n");
        result.clauses.front() = {.part = "oil", .articles = 1204};
        result.clauses.back() = {.part = "gsa", .nearest = {"gas", "gsm"}};
        CHECK(text_of(result) ==
              "\narticles that each part finds by itself\n"
              "  oil  1,204\n"
              "  gsa      0  did you mean: gas, gsm?\n");
    }

    TEST_CASE("an explained query is there whole, its parts with terms and times")
    {
        SearchResult result;
        result.is_explained = true;
        const std::string words =
            "(and " + std::string(30, 'a') + " " + std::string(40, 'b') + " c)";
        result.clauses = {{.part = words, .articles = 3, .ms = 1.5},
                          {.part = "c", .depth = 1, .searched = "c", .articles = 12, .ms = 0.25}};
        CHECK(text_of(result) == "\nread as (and " + std::string(30, 'a') + "\n        " +
                                     std::string(40, 'b') + " c)\neach part by itself\n  (and " +
                                     std::string(30, 'a') + " bbb…   3    1.50 ms" + "\n    c" +
                                     std::string(39, ' ') + "12    0.25 ms  c\n");
    }

    TEST_CASE("control characters of a query do not reach the terminal")
    {
        SearchResult result;
        result.clauses = {{.part = "a\x1b[31mb", .searched = "c\x07", .nearest = {"\x1b]0;x"}}};
        result.clauses.front().why = "d\x1b[0m";
        result.why = "e\x07";
        result.is_explained = true;
        const std::string text = text_of(result);
        CHECK(text.find('\x1b') == std::string::npos);
        CHECK(text.find('\x07') == std::string::npos);
    }
}
