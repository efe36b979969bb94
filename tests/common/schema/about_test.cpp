#include "common/schema/about.hpp"

#include <doctest/doctest.h>

using namespace dateline;

namespace {

using Codes = std::vector<std::string_view>;

Mention country(std::string code, FieldId where, std::uint32_t begin)
{
    return {.field = FieldId::Country,
            .where = where,
            .begin = begin,
            .end = begin + 1,
            .value = std::move(code)};
}

/// An article of many words that mentions `code` so many times far from its beginning.
void mention_far(AnalyzedArticle& analyzed, const std::string& code, int times)
{
    for (int i = 0; i < times; ++i) {
        analyzed.mentions.push_back(country(code, FieldId::Body, 500 + static_cast<unsigned>(i)));
    }
}

}  // namespace

TEST_SUITE("common/schema/about")
{
    TEST_CASE("an article is about what the dump, the headline or the first words say")
    {
        AnalyzedArticle analyzed{.article = {.body = std::string(2000, 'x')}};
        CHECK(countries_about(analyzed).empty());
        analyzed.mentions = {country("VE", FieldId::Title, 7), country("PE", FieldId::Id, 0),
                             country("AR", FieldId::Body, 99), country("CL", FieldId::Body, 100)};
        CHECK(countries_about(analyzed) == Codes{"AR", "PE", "VE"});
    }

    TEST_CASE("the first words are counted in characters, not in bytes")
    {
        AnalyzedArticle analyzed;
        for (int i = 0; i < 150; ++i) { analyzed.article.body += "я"; }
        analyzed.mentions = {country("RU", FieldId::Body, 198), country("UA", FieldId::Body, 200)};
        CHECK(countries_about(analyzed) == Codes{"RU"});
    }

    TEST_CASE("three times far below are enough if they are a tenth of all")
    {
        AnalyzedArticle analyzed{.article = {.body = std::string(2000, 'x')}};
        mention_far(analyzed, "RU", 2);
        CHECK(countries_about(analyzed).empty());
        mention_far(analyzed, "RU", 1);
        CHECK(countries_about(analyzed) == Codes{"RU"});
        mention_far(analyzed, "VE", 27);
        CHECK(countries_about(analyzed) == Codes{"RU", "VE"});
        mention_far(analyzed, "VE", 1);
        CHECK(countries_about(analyzed) == Codes{"VE"});
    }

    TEST_CASE("marks of other fields are not counted")
    {
        AnalyzedArticle analyzed{.article = {.title = "Ann Lee", .body = "x"}};
        analyzed.mentions = {{.field = FieldId::Person, .where = FieldId::Title, .value = "US"}};
        CHECK(countries_about(analyzed).empty());
    }
}
