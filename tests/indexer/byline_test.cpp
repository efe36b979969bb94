#include "indexer/byline.hpp"

#include "indexer/credit_line.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::to_string;
using dateline::indexer::Byline;
using dateline::indexer::is_desk;
using dateline::indexer::read_author_bio;
using dateline::indexer::read_author_note;
using dateline::indexer::read_bare_byline;
using dateline::indexer::read_byline;
using dateline::indexer::read_credit_line;
using dateline::indexer::read_reporters;

namespace {

/// "Ann Lee+Bo Roe @ Evening Wire"
std::string shown(const std::optional<Byline>& byline)
{
    if (!byline) { return "none"; }
    std::string text;
    for (const std::string& name : byline->names) { text += (text.empty() ? "" : "+") + name; }
    return byline->outlet.empty() ? text : text + " @ " + byline->outlet;
}

}  // namespace

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

    TEST_CASE("authors speak of themselves below their articles")
    {
        const struct {
            std::string line;
            std::string byline;
        } cases[] = {
            {"I’m Ann Lee, a keen writer for Evening Wire. I live in Lima.",
             "Ann Lee @ Evening Wire"},
            {"My name is Ann Lee, and I am a reporter.", "Ann Lee"},
            {"I'm sure, the writer said, that it is so.", "none"},
            {"I am Ann Lee, hear me roar.", "none"},
            {"Ann Lee is a writer for Evening Wire.", "none"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            CHECK(shown(read_author_note(c.line)) == c.byline);
        }
        CHECK(shown(read_reporters("(Reporting by Ann Lee in Lima; editing by Bo Roe)")) ==
              "Ann Lee");
        CHECK(shown(read_reporters("Reporting the news is hard")) == "none");
    }

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

    TEST_CASE("what is said of an author below an article names author and outlet")
    {
        CHECK(shown(read_author_bio("Ann Lee is the Lima correspondent of Harbour Daily.")) ==
              "Ann Lee @ Harbour Daily");
        CHECK(shown(read_author_bio("Ann Lee is our transport columnist.")) == "Ann Lee");
        CHECK(shown(read_author_bio("Ann Lee is happy that a reporter came.")) == "none");
        CHECK(shown(read_author_bio("The editor is a patient man.")) == "none");
        CHECK(is_desk("Redacción BBC Mundo"));
        CHECK(is_desk("Da Redação"));
        CHECK_FALSE(is_desk("Redacción de una carta"));
        CHECK_FALSE(is_desk("Staff shortages grow"));
    }

    TEST_CASE("hostile bylines are read to their end")
    {
        for (const std::string piece : {"A,", "and ", "By ", "(", " – ", "|", "A and ", "\xD9"}) {
            std::string line = "By ";
            while (line.size() < 1'000'000) { line += piece; }
            CAPTURE(piece);
            CHECK_FALSE(read_byline(line, true));
            CHECK_FALSE(read_bare_byline(line));
            CHECK_FALSE(read_credit_line(line, {.behind_headline = true}));
            line.resize(190);
            read_credit_line(line, {.behind_headline = true});
            read_author_note("I'm " + line);
        }
    }
}
