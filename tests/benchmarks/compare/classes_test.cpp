#include "benchmarks/compare/classes.hpp"

#include "benchmarks/compare/drivers/words.hpp"
#include "benchmarks/compare/read_text.hpp"
#include "tests/support/paths.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::compare;

namespace {

/// A file of the repository's benchmarks/compare.
std::string repository_file(const char* name)
{
    const auto text =
        read_text(std::filesystem::path{tests::test_path("../benchmarks/compare")} / name);
    REQUIRE(text);
    return *text;
}

}  // namespace

TEST_SUITE("benchmarks/compare/classes")
{
    TEST_CASE("the repository's classes and fixed questions can be read")
    {
        const auto classes = parse_classes(repository_file("classes.tsv"));
        REQUIRE(classes);
        CHECK_FALSE(classes->classes.empty());
        for (const QuestionClass& drawn : classes->classes) {
            CAPTURE(drawn.name);
            CHECK(is_kind(drawn.kind));
            for (const std::size_t band : drawn.bands) { CHECK(band < classes->bands.size()); }
        }
        const auto fixed = parse_questions(repository_file("fixed.tsv"));
        REQUIRE(fixed);
        CHECK_FALSE(fixed->empty());
        for (const NamedQuestion& named : *fixed) {
            CAPTURE(named.name);
            CHECK(is_fixed(named.name));
            CHECK(refusal_of(named.question) == "");
        }
        const auto again = parse_questions(text_of(*fixed));
        REQUIRE(again);
        CHECK(text_of(*again) == text_of(*fixed));
    }

    TEST_CASE("a class knows its words' bands, filter and order")
    {
        const auto classes = parse_classes(
            "# comment\r\nband\tlow\t0\t0.1\nband\thigh\t0.1\t1\n\n"
            "class\tx\tand\thigh low\tcountry\tdate\r\n");
        REQUIRE(classes);
        REQUIRE(classes->classes.size() == 1);
        const QuestionClass& drawn = classes->classes.front();
        CHECK(drawn.bands == std::vector<std::size_t>{1, 0});
        CHECK(drawn.country);
        CHECK_FALSE(drawn.date);
        CHECK(drawn.by_date);
    }

    TEST_CASE("what is wrong is said with its line")
    {
        const struct {
            std::string text;
            std::string problem;
        } cases[] = {
            {"bend\thigh\t0\t1", "line 1: it begins with neither"},
            {"\n\nband\thigh\t0", "line 3: a band is"},
            {"band\thigh\t1\t0", "line 1: a band is"},
            {"band\thigh\t0\tmany", "line 1: a band is"},
            {"class\tx\tterm\thigh\t-\trelevance", "line 1: unknown band 'high'"},
            {"class\tx\tterm\t-\t-\trelevance", "line 1: every kind but all needs"},
            {"band\ta\t0\t1\nclass\tx\tall\ta\t-\trelevance", "line 2: every kind but all"},
            {"class\tx", "line 1: a class is"},
            {"band\ta\t0\t1\nclass\tx\ttrem\ta\t-\tdate", "line 2: unknown kind 'trem'"},
            {"band\ta\t0\t1\nclass\tx\tterm\ta\tdates\tdate", "line 2: unknown filter 'dates'"},
            {"band\ta\t0\t1\nclass\tx\tterm\ta\t\tdate", "line 2: unknown filter ''"},
            {"band\ta\t0\t1\nclass\tx\tterm\ta\t-\tnewest", "line 2: unknown order 'newest'"},
            {std::string(100000, '\t'), "line 1: it begins"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.problem);
            const auto classes = parse_classes(c.text);
            REQUIRE_FALSE(classes);
            CHECK(classes.error().message.find(c.problem) == 0);
        }
        const auto questions = parse_questions("a\tterm\tx\t\t\t\t0\t0\t0\nname only\n");
        REQUIRE_FALSE(questions);
        CHECK(questions.error().message.find("line 2") == 0);
        for (const char* line : {"a\ttrem\tx\t\t\t\t0\t0\t0", "a\tterm\tX\t\t\t\t0\t0\t0",
                                 "a\tterm\tx\t2016\t\t\t0\t0\t0", "a\tall\tx\t\t\t\t0\t0\t0"}) {
            CAPTURE(line);
            const auto wrong = parse_questions("# comment\n" + std::string{line});
            REQUIRE_FALSE(wrong);
            CHECK(wrong.error().message.find("line 2") == 0);
        }
    }
}
