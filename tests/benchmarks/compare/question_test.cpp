#include "benchmarks/compare/question.hpp"

#include "benchmarks/compare/peers/dateline_query.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::compare;

TEST_SUITE("benchmarks/compare/question")
{
    TEST_CASE("a question and an answer survive their line")
    {
        const Question questions[] = {
            {.kind = "term", .words = {"harbour"}},
            {.kind = "and", .words = {"harbour", "strike"}, .exact = true},
            {.kind = "all", .facets = true},
            {.kind = "term",
             .words = {"a"},
             .from = "20200101",
             .to = "20201231",
             .country = "NO",
             .by_date = true},
        };
        for (const Question& question : questions) {
            const std::string line = line_of(question);
            CAPTURE(line);
            const auto parsed = parse_question(line);
            REQUIRE(parsed);
            CHECK(*parsed == question);
        }
        const auto answer =
            parse_answer(line_of(Answer{.total = 12, .relation = ">=", .nanoseconds = 345}));
        REQUIRE(answer);
        CHECK(answer->total == 12);
        CHECK(answer->relation == ">=");
        CHECK(answer->nanoseconds == 345);
        const auto refused = parse_answer(line_of(Answer{.refusal = "no facets"}));
        REQUIRE(refused);
        CHECK(refused->refusal == "no facets");
    }

    TEST_CASE("lines that are neither are errors")
    {
        for (const char* line : {"", "term", "term\ta\t\t\t\t0\t0", "term\ta\t\t\t\t0\t0\t0\t0"}) {
            CAPTURE(line);
            CHECK_FALSE(parse_question(line));
        }
        for (const char* line : {"", "no\t", "12", "12\t=", "x\t=\t1", "1\t=\tx", "1\t=\t1\t1",
                                 "-1\t=\t1", "99999999999999999999\t=\t1"}) {
            CAPTURE(line);
            CHECK_FALSE(parse_answer(line));
        }
    }

    TEST_CASE("Dateline is asked in its own language")
    {
        const struct {
            Question question;
            std::string expected;
        } cases[] = {
            {{.kind = "term", .words = {"a"}}, "a"},
            {{.kind = "and", .words = {"a", "b"}}, "a b"},
            {{.kind = "or", .words = {"a", "b"}}, "(a OR b)"},
            {{.kind = "phrase", .words = {"a", "b"}}, "\"a b\""},
            {{.kind = "near", .words = {"a", "b"}}, "a NEAR/10 b"},
            {{.kind = "prefix", .words = {"abc"}}, "abc*"},
            {{.kind = "all"}, "*"},
            {{.kind = "or",
              .words = {"a", "b"},
              .from = "20200101",
              .to = "20201231",
              .country = "NO"},
             "(a OR b) date:2020-01-01..2020-12-31 country:NO"},
            {{.kind = "all", .from = "20200101"}, "* date:2020-01-01..9999-12-31"},
        };
        for (const auto& c : cases) { CHECK(dateline_query(c.question) == c.expected); }
    }
}
