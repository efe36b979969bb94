#include "searcher/prompt/choices.hpp"

#include "searcher/prompt/session.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/query/query_text.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/sample_result.hpp"
#include "tests/support/tame.hpp"

#include <doctest/doctest.h>
#include <sstream>

using namespace dateline;
using namespace dateline::searcher;

namespace {

std::string print(const SearchResult& result, unsigned columns)
{
    std::ostringstream out;
    const Style style{.columns = columns};
    Sheet sheet{out, style};
    write_choices(sheet, result);
    return out.str();
}

}  // namespace

TEST_SUITE("searcher/prompt/choices")
{
    TEST_CASE("every choice is a clause that can be read, whatever the value")
    {
        SearchResult result = tests::sample_result();
        for (const char* value : {"a \"b\" c", "“x” «y»", "a*b", "a\\b", "(a OR b)", "a:b",
                                  "O'Hara", "-x", "\x1b[31m", "مادورو", "a^2", "AND"}) {
            result.facets.front().counts.push_back({.value = value, .articles = 1});
        }
        const auto clauses = choices_of(result);
        REQUIRE(clauses.size() > 12);
        for (const std::string& clause : clauses) {
            CAPTURE(clause);
            const auto parsed = parse_query(clean_query(clause));
            REQUIRE(parsed);
            CHECK(parsed->spec.parts.empty());
        }
        for (const unsigned columns : {60U, 80U, 140U}) {
            CHECK(tests::harm_in(print(result, columns)) == "");
            CHECK(tests::widest_line(print(result, columns)) <= columns);
        }
    }

    TEST_CASE("choices are numbered in the order of their clauses")
    {
        SearchResult result;
        CHECK(print(result, 80).empty());
        CHECK(choices_of(result).empty());
        result.facets = {
            {.id = FacetId::Person,
             .counts = {{.value = "Ann Lee", .articles = 1200}, {.value = "Bo", .articles = 3}},
             .distinct = 5},
            {.id = FacetId::Pair, .counts = {{.value = "A", .articles = 1, .with = "B"}}},
            {.id = FacetId::Country,
             .counts = {{.value = "RU", .name = "Russia", .articles = 2}},
             .distinct = 1},
            {.id = FacetId::Month, .counts = {{.value = "2022-03", .articles = 2}}, .distinct = 1},
        };
        CHECK(choices_of(result) == std::vector<std::string>{"person:\"Ann Lee\"", "person:\"Bo\"",
                                                             "country:RU", "date:2022-03"});
        CHECK(print(result, 80) ==
              "\nperson    +1\u00a0Ann\u00a0Lee\u00a01,200  +2\u00a0Bo\u00a03  …\u00a03\u00a0more\n"
              "country   +3\u00a0Russia\u00a02\nmonth     +4\u00a02022-03\u00a02\n");
    }

    TEST_CASE("clauses stand beside the query as a whole")
    {
        Settings settings;
        settings.format = renderers().front();
        const struct {
            const char* query;
            std::vector<std::string> clauses;
            const char* asked;
        } cases[] = {
            {"a OR b", {}, "(or a b)"},
            {"a OR b", {"country:RU", "person:x"}, "(and (or a b) country:RU person:x)"},
            {"a -b", {"country:RU"}, "(and (and a (not b)) country:RU)"},
            {"x paris?", {"lang:en"}, "(and (and x paris) lang:en)"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.query);
            const auto request = request_of(settings, c.query, c.clauses);
            REQUIRE(request);
            CHECK(to_string(request->query) == c.asked);
        }
    }
}
