#include "benchmarks/compare/export_corpus.hpp"

#include "benchmarks/compare/read_text.hpp"
#include "tests/oracle/corpus.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::compare;

TEST_SUITE("benchmarks/compare/export_corpus")
{
    TEST_CASE("articles become lines of six fields, and scriptindex's records")
    {
        AnalyzedArticle first;
        first.article = {.id = "a\t1",
                         .title = "Talks in\nOslo",
                         .body = "Amina  Otieno\tmet\n\nher hosts. ",
                         .date = *parse_date("2021-05-03"),
                         .language = "en"};
        first.mentions = {{.field = FieldId::Person,
                           .where = FieldId::Body,
                           .begin = 0,
                           .end = 13,
                           .value = "Amina; Otieno",
                           .text = "Amina  Otieno",
                           .rule = "test"},
                          {.field = FieldId::Country,
                           .where = FieldId::Title,
                           .begin = 9,
                           .end = 13,
                           .value = "NO",
                           .text = "Oslo",
                           .rule = "test"}};
        AnalyzedArticle second;
        second.article = {.id = "b", .body = "Nothing else.", .language = "en"};

        const tests::Sandbox sandbox;
        tests::index_articles({first, second}, sandbox.at("index"), 1);
        const auto exported =
            export_corpus(sandbox.at("index"), sandbox.at("tsv"), sandbox.at("dump"));
        REQUIRE(exported);
        CHECK(exported->articles == 2);
        CHECK(exported->text_bytes == 13 + 27 + 13);
        CHECK(*read_text(sandbox.at("tsv")) ==
              "a 1\t20210503\tNO\tAmina, Otieno\tTalks in Oslo\tAmina Otieno met her hosts.\n"
              "b\t\t\t\t\tNothing else.\n");
        CHECK(*read_text(sandbox.at("dump")) ==
              "id=a 1\ndate=20210503\ncountry=NO\nperson=Amina, Otieno\ntitle=Talks in Oslo\n"
              "body=Amina Otieno met her hosts.\n\nid=b\ntitle=\nbody=Nothing else.\n\n");
        CHECK_FALSE(export_corpus(sandbox.at("no index"), sandbox.at("tsv"), sandbox.at("dump")));
        CHECK_FALSE(
            export_corpus(sandbox.at("index"), sandbox.at("no/folder"), sandbox.at("dump")));
    }
}
