#include "common/schema/article_json.hpp"

#include "common/schema/mention_groups.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace dateline;
using Json = nlohmann::ordered_json;

namespace {

std::string print(const AnalyzedArticle& analyzed)
{
    std::ostringstream out;
    write_article_json(analyzed, out);
    return out.str();
}

Mention mention(FieldId field, FieldId where, const char* value, const char* text)
{
    return {.field = field,
            .where = where,
            .begin = 4,
            .end = 9,
            .value = value,
            .text = text,
            .rule = "r"};
}

AnalyzedArticle full_article()
{
    AnalyzedArticle analyzed;
    analyzed.article = {.id = "a/1",
                        .title = "Headline",
                        .title_derived = true,
                        .body = "Some\nwords",
                        .furniture = "Share\n2 min read",
                        .date = Date{std::chrono::year{2001} / 2 / 1, Precision::Month},
                        .byline = {"A B"},
                        .source = "Wire",
                        .url = "https://example.org/",
                        .language = "en"};
    analyzed.mentions = {mention(FieldId::Person, FieldId::Body, "B", "b"),
                         mention(FieldId::Country, FieldId::Id, "VE", "venezuela"),
                         mention(FieldId::Person, FieldId::Title, "A", "a"),
                         mention(FieldId::Mentions, FieldId::Body, "2001", "2001"),
                         mention(FieldId::Mentions, FieldId::Body, "soon", "soon"),
                         mention(FieldId::Person, FieldId::Body, "B", "bb")};
    return analyzed;
}

}  // namespace

TEST_SUITE("common/schema/article_json")
{
    TEST_CASE("an article is one line, as contracts.md says")
    {
        CHECK(
            print(full_article()) ==
            R"({"id":"a/1","title":"Headline","title_derived":true,"date":"2001-02",)"
            R"("date_precision":"month","byline":["A B"],"source":"Wire",)"
            R"("url":"https://example.org/","language":"en",)"
            R"("people":[{"name":"B","mentions":[)"
            R"({"field":"body","text":"b","start":4,"end":9,"rule":"r"},)"
            R"({"field":"body","text":"bb","start":4,"end":9,"rule":"r"}]},)"
            R"({"name":"A","mentions":[)"
            R"({"field":"title","text":"a","start":4,"end":9,"rule":"r"}]}],)"
            R"("countries":[{"code":"VE","mentions":[)"
            R"({"field":null,"text":"venezuela","start":null,"end":null,"rule":"r"}],"about":true}],)"
            R"("dates":[{"date":"2001","precision":"year","mentions":[)"
            R"({"field":"body","text":"2001","start":4,"end":9,"rule":"r","kind":"event"}]},)"
            R"({"date":"soon","precision":null,"mentions":[)"
            R"({"field":"body","text":"soon","start":4,"end":9,"rule":"r","kind":"event"}]}],)"
            R"("body":"Some\nwords","furniture":"Share\n2 min read"})"
            "\n");
    }

    TEST_CASE("what is absent is null")
    {
        CHECK(print({.article = {.id = "x"}}) ==
              R"({"id":"x","title":null,"title_derived":false,"date":null,"date_precision":null,)"
              R"("byline":[],"source":null,"url":null,"language":null,"people":[],"countries":[],)"
              R"("dates":[],"body":"","furniture":null})"
              "\n");
    }

    TEST_CASE("marks are grouped by value, in order of first appearance")
    {
        const AnalyzedArticle analyzed = full_article();
        const auto people = group_mentions(analyzed, FieldId::Person);
        REQUIRE(people.size() == 2);
        CHECK(people[0].value == "B");
        CHECK(people[0].mentions.size() == 2);
        CHECK(people[1].value == "A");
        CHECK(people[1].mentions.front() == &analyzed.mentions[2]);
        CHECK(group_mentions({}, FieldId::Person).empty());
    }
}
