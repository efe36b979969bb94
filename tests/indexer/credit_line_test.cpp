#include "indexer/credit_line.hpp"

#include "tests/support/byline_text.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::to_string;
using dateline::indexer::read_credit_line;
using dateline::indexer::read_reporters;
using dateline::tests::shown;

TEST_SUITE("indexer/credit_line")
{
    TEST_CASE("a credit line says several things side by side, or it is none")
    {
        const struct {
            std::string line;
            std::string byline;  ///< "none": no credit line
            std::string date;
        } cases[] = {
            {"Nov 21, 2022 | By Ann Lee", "Ann Lee", "2022-11-21"},
            {"By Ann Lee, Lima | 2 min read", "Ann Lee", ""},
            {"By Ann Lee, November 8, 2024", "Ann Lee", "2024-11-08"},
            {"By Ann Lee - Published Nov. 8, 2024 10:30 GMT", "Ann Lee", "2024-11-08"},
            {"By Ann Lee | Evening Wire • 8 November 2024", "Ann Lee @ Evening Wire", "2024-11-08"},
            {"8 November 2024 · 3 min read", "", "2024-11-08"},
            {"2 min read", "none", ""},
            {"Evening Wire | 8 November 2024", "none", ""},
            {"8 November 2024 | The day that changed it all", "none", ""},
            {"", "none", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            const auto credit = read_credit_line(c.line, {});
            CHECK((credit ? shown(credit->byline) : "none") == c.byline);
            if (!credit) { continue; }
            CHECK((credit->date ? to_string(credit->date->date) : "") == c.date);
        }
        CHECK(read_credit_line("Source: Evening Wire", {})->source == "Evening Wire");
    }

    TEST_CASE("behind a headline names need no label, if a date or an outlet stands beside them")
    {
        const struct {
            std::string line;
            std::string byline;  ///< "none": no credit line
            std::string date;
            std::string source;
        } cases[] = {
            {"Posted on May 5, 2019 by Ann Lee", "Ann Lee", "2019-05-05", ""},
            {"Ann Lee, 8 November 2024", "Ann Lee", "2024-11-08", ""},
            {"Lima, 8 November 2024", "", "2024-11-08", ""},
            {"La Paz | 08.03.2023 | 10:32", "", "2023-03-08", ""},
            {"Quito - 12 JUN 2021 - 03:15 COT", "", "2021-06-12", ""},
            {"Publicado em 25/06/2017 - 14:05 Por Ana Lima - Repórter da Agência Brasil - Recife",
             "Ana Lima @ Agência Brasil", "2017-06-25", ""},
            {"Por Ana Lima, Jornal do Norte — Manaus", "Ana Lima @ Jornal do Norte", "", ""},
            {"21 mai 2014 | 08h15 - Com Reuters", "", "2014-05-21", "Reuters"},
            {"July 19, 2022 10:12 AM GMT · Updated 2 hours ago", "", "2022-07-19", ""},
            {"Con información de EFE", "", "", "EFE"},
            {"Газета \"Причал\" №41 от 12.03.2019, стр. 4", "", "2019-03-12", "Причал"},
            {"Con todo el respeto", "none", "", ""},
            {"Por Marcelo Dias, 8 de novembro de 2022", "Marcelo Dias", "2022-11-08", ""},
            {"By Dorothy Day, 8 November 2024", "Dorothy Day", "2024-11-08", ""},
            {"Dorothy Day | 8 November 2024", "Dorothy Day", "2024-11-08", ""},
            {"By Ann Lee, 8 November 2024, 2 days ago", "Ann Lee", "2024-11-08", ""},
            {"The week of 8 November 2024", "none", "", ""},
            {"Editor: lw | 8 November 2024", "", "2024-11-08", ""},
            {"Editor: the piano was mine | 8 November 2024", "none", "", ""},
            {"The treaty of 8 November 2024", "none", "", ""},
            {"Ann Lee", "none", "", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            const auto credit = read_credit_line(c.line, {.behind_headline = true});
            CHECK((credit ? shown(credit->byline) : "none") == c.byline);
            if (!credit) { continue; }
            CHECK((credit->date ? to_string(credit->date->date) : "") == c.date);
            CHECK(credit->source == c.source);
        }
    }

    TEST_CASE("those who reported are named in brackets")
    {
        CHECK(shown(read_reporters("(Reporting by Ann Lee in Lima; editing by Bo Roe)")) ==
              "Ann Lee");
        CHECK(shown(read_reporters("Reporting the news is hard")) == "none");
    }

    TEST_CASE("hostile lines of credits are read to their end")
    {
        for (const std::string piece : {"A,", "and ", "By ", "(", " – ", "|", "A and ", "\xD9"}) {
            std::string line = "By ";
            while (line.size() < 1'000'000) { line += piece; }
            CAPTURE(piece);
            CHECK_FALSE(read_credit_line(line, {.behind_headline = true}));
            line.resize(190);
            read_credit_line(line, {.behind_headline = true});
        }
    }
}
