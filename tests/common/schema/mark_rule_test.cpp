#include "common/schema/mark_rule.hpp"

#include <doctest/doctest.h>

using namespace dateline;

TEST_SUITE("common/schema/mark_rule")
{
    TEST_CASE("a date's rule says how it was found and what it is")
    {
        struct Row {
            const char* rule;
            const char* how;
            const char* kind;
        };
        for (const Row& row : {Row{"iso", "iso", "event"}, Row{"weekday/plan", "weekday", "plan"},
                               Row{"month/anniversary", "month", "anniversary"},
                               Row{"", "", "event"}, Row{"a/b/c", "a", "b/c"}}) {
            CAPTURE(row.rule);
            const DateRule rule = date_rule(row.rule);
            CHECK(rule.rule == row.how);
            CHECK(rule.kind == row.kind);
        }
    }

    TEST_CASE("marks know the version of their detector")
    {
        const Article article{.detected_by = "people/3 countries/2  dates/4"};
        CHECK(detected_by(article, FieldId::Person) == "people/3");
        CHECK(detected_by(article, FieldId::Country) == "countries/2");
        CHECK(detected_by(article, FieldId::Mentions) == "dates/4");
        CHECK(detected_by(article, FieldId::Source).empty());
        CHECK(detected_by({}, FieldId::Person).empty());
    }
}
