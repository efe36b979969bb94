#include "common/schema/article.hpp"
#include "common/text/tokenizer.hpp"
#include "common/text/utf8.hpp"
#include "indexer/detect/detector.hpp"

#include <doctest/doctest.h>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

extern const Detector people_detector;

namespace {

std::vector<Mention> detect(const Article& article, std::vector<Mention> mentions = {})
{
    TokenList title;
    TokenList body;
    if (!article.title_derived) { tokenize(article.title, title); }
    tokenize(article.body, body);
    people_detector.detect({article, title, body}, mentions);
    return mentions;
}

Mention stated(std::string_view name)
{
    return {.field = FieldId::Person,
            .where = FieldId::Id,
            .value = std::string{name},
            .text = std::string{name},
            .rule = "field"};
}

std::string repeated(std::string_view piece, std::size_t bytes)
{
    std::string text;
    text.reserve(bytes + piece.size());
    while (text.size() < bytes) { text += piece; }
    return text;
}

TEST_SUITE("indexer/detect/people")
{
    TEST_CASE("a mark says where the name stands, what it is and which rule found it")
    {
        Article article;
        article.title = "Maduro in Moscow";
        article.body = "Venezuela’s president Nicolás Maduro’s visit. Maduro left.";
        const std::vector<Mention> marks = detect(article);
        REQUIRE(marks.size() == 3);
        CHECK(marks[0] == Mention{.field = FieldId::Person,
                                  .where = FieldId::Title,
                                  .begin = 0,
                                  .end = 6,
                                  .value = "Nicolás Maduro",
                                  .text = "Maduro",
                                  .rule = "linked-surname"});
        CHECK(marks[1].where == FieldId::Body);
        CHECK(article.body.substr(marks[1].begin, marks[1].end - marks[1].begin) ==
              "Nicolás Maduro");
        CHECK(marks[1].rule == "title-before-name");
        CHECK(marks[2].begin > marks[1].end);
    }

    TEST_CASE("a derived title has no marks of its own")
    {
        Article article;
        article.title = "Anna Quimby came.";
        article.title_derived = true;
        article.body = "Anna Quimby came.";
        const std::vector<Mention> marks = detect(article);
        REQUIRE(marks.size() == 1);
        CHECK(marks[0].where == FieldId::Body);
    }

    TEST_CASE("what a field states is linked to the text, and gets the fullest form")
    {
        constexpr struct {
            std::string_view field;
            std::string_view body;
            std::string_view value;
            std::size_t marks;
        } kRows[] = {
            {"Volcker", "Later Volcker left.", "Volcker", 1},
            {"Volcker", "Paul Volcker came. Volcker left.", "Paul Volcker", 2},
            {"James Baker", "Later Baker left.", "James Baker", 1},
            {"James Baker", "James A. Baker left.", "James A. Baker", 1},
            {"Nicolas Maduro", "Nicolás Maduro left.", "Nicolás Maduro", 1},
            {"James Baker", "Howard Baker left.", "James Baker", 1},
            {"Volcker", "Nobody left.", "Volcker", 0},
            {"", "Nobody left.", "", 0},
            {" - ", "Nobody left.", " - ", 0},
        };
        for (const auto& c : kRows) {
            CAPTURE(c.field);
            CAPTURE(c.body);
            Article article;
            article.body = c.body;
            const std::vector<Mention> marks = detect(article, {stated(c.field)});
            REQUIRE(marks.size() == c.marks + 1);
            CHECK(marks[0].where == FieldId::Id);
            CHECK(marks[0].value == c.value);
            CHECK(marks[0].rule == "field");
        }
    }

    TEST_CASE("marks of other fields stay as they are")
    {
        Article article;
        article.body = "Anna Quimby came.";
        const Mention country{.field = FieldId::Country, .where = FieldId::Id, .value = "VE"};
        const std::vector<Mention> marks = detect(article, {country});
        REQUIRE(marks.size() == 2);
        CHECK(marks[0] == country);
    }

    TEST_CASE("who wrote an article is not in it")
    {
        Article article;
        article.byline = {"AFP", "Anna Quimby"};
        article.body = "Anna Quimby reports: Peter Brown left.";
        const std::vector<Mention> marks = detect(article);
        REQUIRE(marks.size() == 1);
        CHECK(marks[0].value == "Peter Brown");
    }

    TEST_CASE("spans lie on words of any text, in order and apart")
    {
        const std::string kTexts[] = {
            "",
            " ",
            "A",
            "\n\n",
            "Jr. III King",
            "President",
            "President President President",
            "J. K. L. M. N.",
            "King - Queen's Prince’s",
            "d'd'd'D'D d'E al-al-Al- -Al",
            "“ ” “X” John “X” John “",
            "Владимир",
            std::string("John\0Smith \0 Mr. \0Brown", 23),
            clean_text("John \xFF Smith \xC3 Mr. \xE2\x80 Brown \xF0\x9F").text,
            repeated("John Smith ", 20'000),
            repeated("Mr. ", 20'000),
            repeated("de la ", 20'000) + "X",
            repeated("A-", 20'000) + "B",
            repeated("(", 100'000),
            repeated("Anna “X” ", 20'000),
            repeated("И", 20'000),
        };
        for (const std::string& text : kTexts) {
            CAPTURE(text.substr(0, 40));
            Article article;
            article.title = text.substr(0, character_border(text, 200));
            article.body = text;
            std::size_t end = 0;
            FieldId where = FieldId::Title;
            for (const Mention& mark : detect(article)) {
                if (mark.where != where) { end = 0; }
                where = mark.where;
                const std::string& in = where == FieldId::Title ? article.title : article.body;
                CHECK(mark.begin >= end);
                CHECK(mark.begin < mark.end);
                REQUIRE(mark.end <= in.size());
                CHECK(in.substr(mark.begin, mark.end - mark.begin) == mark.text);
                CHECK(is_utf8(mark.text));
                CHECK_FALSE(mark.value.empty());
                end = mark.end;
            }
        }
    }

    TEST_CASE("the work grows with the length of the text, not faster")
    {
        // Quadratic work on half a megabyte would take minutes.
        constexpr std::string_view kPieces[] = {
            "Smith ", "Anna Smith ", "Mr. Smith met ", "President ", "ANNA SMITH ", "J. ",
            "Al-",    "de ",         "Anna Smith, ",   "x@Anna/",    "Kim Jong-",   "“Anna ”"};
        for (const std::string_view piece : kPieces) {
            CAPTURE(piece);
            Article article;
            article.body = repeated(piece, 500'000);
            for (const Mention& mark : detect(article)) {
                REQUIRE(mark.end <= article.body.size());
            }
        }
        Article namesakes;
        for (int i = 0; i < 20'000; ++i) {
            namesakes.body += "Anna Quim" + std::string(1, static_cast<char>('a' + i % 26)) +
                              std::to_string(i) + " Brown. Brown met Mr. Brown" +
                              std::to_string(i) + ". ";
        }
        CHECK_FALSE(detect(namesakes).empty());
    }
}

}  // namespace
}  // namespace dateline::indexer
