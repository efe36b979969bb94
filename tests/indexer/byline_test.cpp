#include "indexer/byline.hpp"

#include "tests/support/byline_text.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::indexer::read_bare_byline;
using dateline::indexer::read_byline;
using dateline::tests::shown;

TEST_SUITE("indexer/byline")
{
    TEST_CASE("a labelled byline gives its people and its outlet")
    {
        const struct {
            std::string line;
            std::string byline;
        } cases[] = {
            {"By AFP", "AFP"},
            {"By Ann Lee", "Ann Lee"},
            {"BY ANN LEE", "ANN LEE"},
            {"By: Ann Lee", "Ann Lee"},
            {"Written by Ann Lee", "Ann Lee"},
            {"By Ann Lee and Bo Roe", "Ann Lee+Bo Roe"},
            {"By Ann Lee, Bo Roe and Cy Poe", "Ann Lee+Bo Roe+Cy Poe"},
            {"By Ann Lee, Bo Roe", "Ann Lee+Bo Roe"},
            {"By Ann Lee & Bo Roe, Lima", "Ann Lee+Bo Roe"},
            {"By Ann Lee, Lima", "Ann Lee"},
            {"By Ann Lee, New Orleans", "Ann Lee"},
            {"By Ann Lee, Rio de Janeiro", "Ann Lee"},
            {"By Ann Lee, Diplomatic Correspondent", "Ann Lee"},
            {"By Ann Lee in Lima", "Ann Lee"},
            {"By Ann Lee for The Evening Post", "Ann Lee @ The Evening Post"},
            {"By Ann Lee, Evening Wire", "Ann Lee @ Evening Wire"},
            {"By Ann Lee (Reuters)", "Ann Lee @ Reuters"},
            {"By Ann Lee - Evening Post", "Ann Lee @ Evening Post"},
            {"By Ann Lee - Lima", "Ann Lee"},
            {"By Plaza – Digital Army Magazine – Ann Lee",
             "Ann Lee @ Plaza – Digital Army Magazine"},
            {"By The Continental Desk", "The Continental Desk"},
            {"Por Inés Gil y Luis Paz Roa", "Inés Gil+Luis Paz Roa"},
            {"Por José Ortega y Gasset", "José Ortega y Gasset"},
            {"Por Inês Sá e Rui do Vale", "Inês Sá+Rui do Vale"},
            {"Par Zoé Petit et Luc Roy", "Zoé Petit+Luc Roy"},
            {"Автор: Анна Ли", "Анна Ли"},
            {"Авторы: Анна Ли и Пётр Ро", "Анна Ли+Пётр Ро"},
            {"记者：林晓", "林晓"},
            {"بقلم: نادية فؤاد", "نادية فؤاد"},
            {"Author: Ann Lee", "Ann Lee"},
            {"By", "none"},
            {"By ", "none"},
            {"Bylaws Adopted", "none"},
            {"By Friday", "none"},
            {"By the time they met, all was said", "none"},
            {"By 2024 the two had met", "none"},
            {"By Ann Lee, who was there when it all began and stayed", "none"},
            {"Author Ann Lee", "none"},
            {"Por fin se reúnen los ministros", "none"},
            {"", "none"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            CHECK(shown(read_byline(c.line, false)) == c.byline);
        }
        CHECK(shown(read_byline("Von Uta Ohl, Bonn", false)) == "none");
        CHECK(shown(read_byline("Von Uta Ohl, Bonn", true)) == "Uta Ohl");
        CHECK(shown(read_byline("Di Maria Segna Due Volte", false)) == "none");
    }

    TEST_CASE("without a label a byline is a person, a bar and an outlet")
    {
        const struct {
            std::string line;
            std::string byline;
        } cases[] = {
            {"Ann Lee | Evening Wire", "Ann Lee @ Evening Wire"},
            {"Ann Lee and Bo Roe | Evening Wire", "Ann Lee+Bo Roe @ Evening Wire"},
            {"Ann Lee", "none"},
            {"Live | Ministers meet in Lima", "none"},
            {"Ministers meet in Lima | Evening Wire", "none"},
            {"Ann Lee | what she saw in the end.", "none"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            CHECK(shown(read_bare_byline(c.line)) == c.byline);
        }
    }

    TEST_CASE("hostile bylines are read to their end")
    {
        for (const std::string piece : {"A,", "and ", "By ", "(", " – ", "|", "A and ", "\xD9"}) {
            std::string line = "By ";
            while (line.size() < 1'000'000) { line += piece; }
            CAPTURE(piece);
            CHECK_FALSE(read_byline(line, true));
            CHECK_FALSE(read_bare_byline(line));
        }
    }
}
