// Searching inside a facet, and which values filters choose.
#include "searcher/search/facet_words.hpp"

#include "common/text/utf8.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using searcher::begins_a_word;
using searcher::Choice;

TEST_SUITE("searcher/search/facet_words")
{
    TEST_CASE("a word of the value begins with the text, case and accents folded")
    {
        const struct {
            std::string value;
            std::string wanted;
            bool begins;
        } cases[] = {
            {"Zoë Brandt", "bra", true},
            {"Zoë Brandt", "zoe", true},
            {"Zoë Brandt", "ZOË BR", true},
            {"Zoë Brandt", "randt", false},
            {"Zoë Brandt", "brandts", false},
            {"Zoë Brandt", "", true},
            {"", "", true},
            {"", "a", false},
            {"Íñigo Peña-Ruiz", "ruiz", true},
            {"Íñigo Peña-Ruiz", "inigo", true},
            {"Íñigo Peña-Ruiz", "nigo", false},
            {"Nora Brandt", "BRA", true},
            {"Nora Brandt", "ra br", false},
            {"Nora Brandt", "zoë", false},
            {"Banana", "ana", false},
            {"Banana ana", "ana", true},
            {"2022-02-16", "2022-02", true},
            {"2022-02-16", "022", false},
            {"王小明", "小", true},
            {"a\u2013b", "b", true},
        };
        for (const auto& c : cases) {
            CAPTURE(c.value);
            CAPTURE(c.wanted);
            CHECK(begins_a_word(c.value, fold(c.wanted)) == c.begins);
        }
    }

    TEST_CASE("a filter chooses the values that the query would find")
    {
        const Choice people{FieldId::Person,
                            {{.op = "value", .field = FieldId::Person, .text = "ruiz ANA"},
                             {.op = "value", .field = FieldId::Person, .text = "Brandt"}}};
        CHECK(people.holds("Ana María Ruiz"));
        CHECK(people.holds("Zoë Brandt"));
        CHECK_FALSE(people.holds("Ana Roe"));
        CHECK_FALSE(people.holds("Brandtner"));
        const Choice countries{FieldId::Country,
                               {{.op = "value", .field = FieldId::Country, .text = "uruguay"}}};
        CHECK(countries.holds("UY"));
        CHECK_FALSE(countries.holds("PY"));
        CHECK_FALSE(Choice{FieldId::Person, {}}.holds("Ana Roe"));
        CHECK_FALSE(Choice{FieldId::Country, {}}.holds(""));
    }
}
