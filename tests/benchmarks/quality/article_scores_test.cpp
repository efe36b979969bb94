#include "benchmarks/quality/article_scores.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::quality;

namespace {

Mention mention(FieldId field, std::string value)
{
    return {.field = field, .where = FieldId::Body, .value = std::move(value)};
}

AnalyzedArticle article()
{
    AnalyzedArticle analyzed;
    analyzed.article.title = "River Rises";
    analyzed.article.date = *parse_date("2020-05-02");
    analyzed.article.byline = {"Bo Ek", "Ann Lee"};
    analyzed.article.source = "The Wire";
    analyzed.article.url = "https://example.org/a";
    analyzed.article.body = "The river rose. Share this";
    analyzed.mentions = {mention(FieldId::Person, "Ana Ruiz Paz"),
                         mention(FieldId::Person, "Bo Ek"), mention(FieldId::Country, "PE")};
    return analyzed;
}

}  // namespace

TEST_SUITE("benchmarks/quality/article_scores")
{
    TEST_CASE("each field is exact or not, and not scored without gold")
    {
        const GoldArticle right{.title = " River\nRises ",
                                .date = "2020-05-02T10:00:00",
                                .url = "https://example.org/a#top",
                                .source = "The Wire",
                                .byline = std::vector<std::string>{"Ann Lee", "Bo Ek"}};
        const GoldArticle wrong{.title = "",
                                .date = "2020-05-03",
                                .url = "",
                                .source = "Wire",
                                .byline = std::vector<std::string>{"Ann Lee"}};
        const AnalyzedArticle read = article();
        ArticleScores scores;
        scores.add(right, &read);
        scores.add(wrong, &read);
        scores.add({}, &read);
        CHECK(scores.articles == 3);
        for (const ExactField& field : exact_fields()) {
            CAPTURE(field.name);
            REQUIRE(scores.fields.contains(field.name));
            CHECK(scores.fields.at(field.name).scored == 2);
            CHECK(scores.fields.at(field.name).right == 1);
        }
        CHECK(scores.mistakes.size() == exact_fields().size());
        CHECK(scores.people.found == 0);  // without gold nothing can be false
    }

    TEST_CASE("a derived title is none, and so are an absent date and byline")
    {
        AnalyzedArticle read = article();
        read.article.title_derived = true;
        read.article.date.reset();
        read.article.byline.clear();
        ArticleScores scores;
        scores.add({.title = "", .date = "", .byline = std::vector<std::string>{}}, &read);
        CHECK(scores.fields.at("title").right == 1);
        CHECK(scores.fields.at("date").right == 1);
        CHECK(scores.fields.at("byline").right == 1);
    }

    TEST_CASE("people, countries and body; credits do not count")
    {
        const GoldArticle gold{.body = "The river rose.",
                               .people = std::vector<std::string>{"Ana Ruiz"},
                               .countries = std::vector<std::string>{"Peru", "CL"},
                               .people_not_scored = {"Bo Ek"}};
        const AnalyzedArticle read = article();
        ArticleScores scores;
        scores.add(gold, &read);
        CHECK(scores.people.f1() == doctest::Approx(1));
        CHECK(scores.people_exact.right == 0);
        CHECK(scores.countries.precision() == doctest::Approx(1));
        CHECK(scores.countries.recall() == doctest::Approx(0.5));
        CHECK(scores.bodies == 1);
        CHECK(scores.body_recall == doctest::Approx(1));
        CHECK(scores.body_precision == doctest::Approx(0.6));
        CHECK(scores.doubled == 0);
    }

    TEST_CASE("precision of bodies is summed over those of which something was kept")
    {
        const GoldArticle gold{.body = "The river rose."};
        AnalyzedArticle empty = article();
        empty.article.body.clear();
        const AnalyzedArticle read = article();
        ArticleScores scores;
        for (const AnalyzedArticle* made : {&read, static_cast<const AnalyzedArticle*>(&empty),
                                            static_cast<const AnalyzedArticle*>(nullptr)}) {
            scores.add(gold, made);
        }
        CHECK(scores.bodies == 3);
        CHECK(scores.kept_bodies == 1);
        CHECK(scores.body_precision == doctest::Approx(0.6));
        CHECK(scores.body_recall == doctest::Approx(1));
        CHECK(scores.run_precision == doctest::Approx(0));  // "the river rose" is one run
        REQUIRE(scores.body_scores.size() == 3);
        CHECK(scores.body_scores[0].words.f1() == doctest::Approx(0.75));
        CHECK(scores.body_scores[2].words.f1() == doctest::Approx(0));
    }

    TEST_CASE("an article that is not read is wrong in everything")
    {
        ArticleScores scores;
        scores.add({.title = "",
                    .body = "The river rose.",
                    .people = std::vector<std::string>{"Ana Ruiz"},
                    .countries = std::vector<std::string>{"PE"}},
                   nullptr);
        CHECK(scores.unread == 1);
        CHECK(scores.fields.at("title").right == 0);
        CHECK(scores.people.recall() == 0);
        CHECK(scores.countries.recall() == 0);
        CHECK(scores.bodies == 1);
        CHECK(scores.body_f1 == 0);
    }
}
