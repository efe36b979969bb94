#include "searcher/query/parser.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::searcher::parse_any;
using dateline::searcher::parse_query;

TEST_SUITE("searcher/query/parser")
{
    TEST_CASE("the tree that a query comes to")
    {
        const struct {
            std::string query;
            std::string tree;
        } cases[] = {
            {"oil", "oil"},
            {"oil gas", "(and oil gas)"},
            {"oil AND gas", "(and oil gas)"},
            {"+oil +gas", "(and oil gas)"},
            {"oil OR gas", "(or oil gas)"},
            {"oil | gas", "(or oil gas)"},
            {"oil|gas", "(or oil gas)"},
            {"crude\u00A0oil", "(and crude oil)"},
            {"oil gas OR coal", "(or (and oil gas) coal)"},
            {"(oil OR gas) sanctions", "(and (or oil gas) sanctions)"},
            {"oil NOT gas", "(and oil (not gas))"},
            {"oil -gas", "(and oil (not gas))"},
            {"oil !gas", "(and oil (not gas))"},
            {"NOT gas", "(not gas)"},
            {"NOT NOT gas", "(not (not gas))"},
            {"-(oil OR gas) coal", "(and (not (or oil gas)) coal)"},
            {"\"prime minister\"", "\"prime minister\""},
            {"\u201Cprime minister\u201D", "\"prime minister\""},
            {"\u00ABprime minister\u00BB", "\"prime minister\""},
            {"\"oil\"", "oil"},
            {"Russia-Venezuela", "\"Russia-Venezuela\""},
            {"U.S. policy", "(and U.S. policy)"},
            {"title:visit", "title:visit"},
            {"title:\"state visit\"", "title:\"state visit\""},
            {"title:(visit OR summit)", "(or title:visit title:summit)"},
            {"person:maduro country:NI", "(and person:maduro country:NI)"},
            {"country:(RU OR VE)", "(or country:RU country:VE)"},
            {"person:\"Nicolás Maduro\"", "person:Nicolás Maduro"},
            {"date:2022", "date:2022-01-01..2022-12-31"},
            {"date:2022-02..2022-05", "date:2022-02-01..2022-05-31"},
            {"date:..2023", "date:0001-01-01..2023-12-31"},
            {"date:undated", "date:undated"},
            {"mentions:2022-02-16", "mentions:2022-02-16"},
            {"id:https://example.org/a?b=c", "id:https://example.org/a?b=c"},
            {"PERSON:maduro", "person:maduro"},
            {"*", "*"},
            {"or", "or"},
            {"((((oil))))", "oil"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.query);
            const auto parsed = parse_query(c.query);
            REQUIRE(parsed);
            CHECK(to_string(parsed->spec) == c.tree);
        }
    }

    TEST_CASE("what cannot be understood is an error at its place, with a hint")
    {
        const struct {
            std::string query;
            std::size_t offset;
            std::string message;
        } cases[] = {
            {"oil \"gas", 4, "this quotation mark is never closed"},
            {"(oil", 0, "this bracket is never closed"},
            {"oil)", 3, "this bracket was never opened"},
            {"()", 1, "there is nothing in or before this bracket"},
            {"oil AND", 7, "a word is missing at the end"},
            {"AND oil", 0, "a word is missing before this operator"},
            {"oil OR OR gas", 7, "a word is missing before this operator"},
            {"NOT", 3, "a word is missing at the end"},
            {"foo:bar", 0, "there is no field 'foo'"},
            {"a http://example.org", 2, "there is no field 'http'"},
            {"title:", 0, "nothing stands behind 'title:'"},
            {"title: visit", 0, "nothing stands behind 'title:'"},
            {"date:2022-13", 5, "'2022-13' is not a date"},
            {"date:2023..2022", 11, "the range ends before it begins"},
            {"oil NEAR/5 gas", 4, "this version has no operator 'NEAR/5'"},
            {"oil w/5 gas", 4, "this version has no operator 'w/5'"},
            {"sanction*", 8, "this version has no '*' in words"},
            {"maduro^3", 6, "this version has no '^' in words"},
            {"=signing", 0, "this version has no '=' in words"},
            {"Russia - Venezuela", 7, "there is no letter or digit to search for here"},
            {"person:maduro*", 13, "this version has no '*' in words"},
            {"title:country:US", 6, "two fields stand one behind the other"},
            {"&", 0, "there is no letter or digit to search for here"},
            {"person:\"\"", 7, "there is no value behind 'person:'"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.query);
            const auto parsed = parse_query(c.query);
            REQUIRE_FALSE(parsed);
            CHECK(parsed.error().kind == dateline::ErrorKind::QuerySyntax);
            CHECK(parsed.error().message == c.message);
            CHECK(parsed.error().offset == c.offset);
            CHECK(parsed.error().text == c.query);
        }
    }

    TEST_CASE("operators in lower case are words, and a note says so")
    {
        const auto parsed = parse_query("oil or gas");
        REQUIRE(parsed);
        CHECK(to_string(parsed->spec) == "(and oil or gas)");
        REQUIRE(parsed->notes.size() == 1);
        CHECK(parsed->notes.front().find("the operator is OR") != std::string::npos);
    }

    TEST_CASE("any: every different word, no operators")
    {
        const auto parsed = parse_any("Putin AND (Maduro) -- putin's \"visit");
        REQUIRE(parsed);
        CHECK(to_string(parsed->spec) == "(or Putin AND Maduro visit)");
        CHECK_FALSE(parse_any("?!"));
    }

    TEST_CASE("limits are errors, never a crash")
    {
        std::string nested(1000, '(');
        std::string nots;
        std::string many;
        std::string phrase = "\"";
        for (int i = 0; i < 40; ++i) { nots += "NOT "; }
        for (int i = 0; i < 70; ++i) { many += "a" + std::to_string(i) + " "; }
        for (int i = 0; i < 40; ++i) { phrase += "a "; }
        phrase += "\"";
        for (const std::string& query :
             {nested + "a" + std::string(1000, ')'), nots + "a", many, phrase,
              std::string(3000, 'a'), std::string(100000, '('), std::string(100000, '"'),
              std::string{}, std::string(2000, '-'), std::string(2048, ' ')}) {
            CHECK_FALSE(parse_query(query));
        }
        CHECK_FALSE(parse_any(std::string(20000, 'a')));
        CHECK(parse_query(std::string(2000, 'a')));
    }
}
