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
        CHECK(text_of(result) ==
              "\narticles that each part finds by itself\n"
              "  oil  1,204\n"
              "  gas      7\n"
              "each is found, but nowhere as asked: leave one out, widen NEAR, or try --any\n");
        result.clauses.back() = {.part = "gsa", .nearest = {"gas", "gsm"}};
        CHECK(text_of(result) ==
              "\narticles that each part finds by itself\n"
              "  oil  1,204\n"
              "  gsa      0  did you mean: gas, gsm?\n");
    }

    TEST_CASE("control characters of a query do not reach the terminal")
    {
        SearchResult result;
        result.clauses = {{.part = "a\x1b[31mb", .searched = "c\x07", .nearest = {"\x1b]0;x"}}};
        result.is_explained = true;
        const std::string text = text_of(result);
        CHECK(text.find('\x1b') == std::string::npos);
        CHECK(text.find('\x07') == std::string::npos);
    }
}
