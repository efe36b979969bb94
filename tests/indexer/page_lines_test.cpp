#include "indexer/page_lines.hpp"

#include <doctest/doctest.h>

using namespace dateline::indexer;

TEST_SUITE("indexer/page_lines")
{
    TEST_CASE("sections are known in capitals or not, with their accents or without")
    {
        for (const char* const section :
             {"Latin America", "POLÍTICA", "Política", "politica", " World ", "Бывший СССР",
              "América Latina", "Middle East & Africa"}) {
            CAPTURE(section);
            CHECK(is_section_name(section));
        }
        for (const char* const other : {"", "World leaders", "Política exterior", "Мир и война"}) {
            CAPTURE(other);
            CHECK_FALSE(is_section_name(other));
        }
    }

    TEST_CASE("counters, initials and trails are told by their shape")
    {
        const struct {
            const char* line;
            bool counter;
            bool initials;
            bool trail;
        } cases[] = {
            {"0:00 / 5:12", true, false, false},
            {"1/6", true, false, false},
            {"18.6K views", true, false, false},
            {"12 soldiers", false, false, false},
            {"5 of 6", false, false, false},
            {"rcm/jlp", false, true, false},
            {"MCV // JPS", false, true, false},
            {"and/or they", false, false, false},
            {"Mcv/Jps", false, false, false},
            {"Home > World > Americas", false, false, true},
            {"Início / Economia", false, false, true},
            {"Главная » Мир", false, false, true},
            {"Lima > Callao", false, false, false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            CHECK(is_counter(c.line) == c.counter);
            CHECK(is_initials(c.line) == c.initials);
            CHECK(is_breadcrumb(c.line) == c.trail);
        }
    }

    TEST_CASE("who has helped is told, who has given is text")
    {
        CHECK(names_contributors("Ann Lee in Lima contributed to this report."));
        CHECK(names_contributors("Bo Roe colaboró con esta nota"));
        CHECK_FALSE(names_contributors("The drought contributed to this year's hunger."));
    }
}
