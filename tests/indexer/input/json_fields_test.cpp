#include "indexer/input/json_fields.hpp"

#include <doctest/doctest.h>

using namespace dateline::indexer;
using namespace std::string_view_literals;

namespace {

std::string joined(const std::vector<std::string>& list)
{
    std::string text;
    for (const auto& entry : list) { text += (text.empty() ? "" : "|") + entry; }
    return text;
}

struct Read {
    RawDocument raw{};
    std::string unusable{};
};

Read read(std::string_view json, const FieldMap& map = {})
{
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    CAPTURE(json);
    REQUIRE(parser.parse(json.data(), json.size()).get(object) == simdjson::SUCCESS);
    std::vector<std::string> unusable;
    RawDocument raw = JsonFields{map}.read(object, unusable);
    return {std::move(raw), joined(unusable)};
}

}  // namespace

TEST_SUITE("indexer/input/json_fields")
{
    TEST_CASE("keys are known in capitals or not, and others mean nothing")
    {
        const struct {
            std::string_view key;
            std::optional<RawField> field;
        } cases[] = {
            {"id", RawField::Id},           {"DOCNO", RawField::Id},
            {"headline", RawField::Title},  {"articleBody", RawField::Body},
            {"pubDate", RawField::Date},    {"publication_date", RawField::Date},
            {"Link", RawField::Url},        {"outlet", RawField::Source},
            {"lang", RawField::Language},   {"authors", RawField::Byline},
            {"persons", RawField::People},  {"places", RawField::Countries},
            {"keywords", std::nullopt},     {"", std::nullopt},
            {"titl\xc3\xa9", RawField::Title},
        };
        for (const auto& c : cases) {
            CAPTURE(c.key);
            CHECK(raw_field(c.key) == c.field);
        }
        CHECK_FALSE(raw_field(std::string(1'000'000, 'i')));
    }

    TEST_CASE("text fields take strings and numbers; other types are told")
    {
        const struct {
            std::string_view json;
            std::string_view title;
            std::string_view unusable;
        } cases[] = {
            {R"({"title":"Flood"})", "Flood", ""},
            {R"({"title":1984})", "1984", ""},
            {R"({"title":-7})", "-7", ""},
            {R"({"title":2.5})", "2.5", ""},
            {R"({"title":18446744073709551615})", "18446744073709551615", ""},
            {R"({"title":null})", "", ""},
            {R"({"title":""})", "", ""},
            {R"({"title":true})", "", "its title is not a text"},
            {R"({"title":{"rendered":"x","protected":false}})", "x", ""},
            {R"({"title":{"#text":"x","@lang":"en"}})", "x", ""},
            {R"({"title":{"value":{"value":"x"}}})", "x", ""},
            {R"({"title":{"value":{"value":{"value":"x"}}}})", "", "its title is not a text"},
            {R"({"title":{"plain":"x"}})", "", "its title is not a text"},
            {R"({"title":{}})", "", "its title is not a text"},
            {R"({"title":["x"]})", "", "its title is not a text"},
            {R"({"title":"\u0041\u00e9\u0000"})", "A\u00e9\0"sv, ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.json);
            const Read result = read(c.json);
            CHECK(result.raw.title == c.title);
            CHECK(result.unusable == c.unusable);
        }
    }

    TEST_CASE("of several keys for a field the surest counts, of equal ones the first")
    {
        const struct {
            std::string_view json;
            std::string_view title;
        } cases[] = {
            {R"({"title":"a","title":"b"})", "a"},   {R"({"headline":"b","title":"a"})", "a"},
            {R"({"title":"","headline":"b"})", "b"}, {R"({"title":null,"Headline":"b"})", "b"},
            {R"({"TITLE":"a","title":"b"})", "a"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.json);
            CHECK(read(c.json).raw.title == c.title);
        }
    }

    TEST_CASE("mapped keys win over known ones, in any order")
    {
        const FieldMap map{{"Kop", "headline"}, {"title", "body"}, {"text", "nonsense"}};
        const Read result = read(R"({"headline":"h","title":"t","kop":"k","text":"x"})", map);
        CHECK(result.raw.title == "k");
        CHECK(result.raw.body == "t");
        CHECK(result.unusable.empty());
    }

    TEST_CASE("names come alone, in lists, and in objects")
    {
        const struct {
            std::string_view json;
            std::string_view byline;
            std::string_view people;
            std::string_view countries;
            std::string_view unusable;
        } cases[] = {
            {R"({"author":"A B, C"})", "A B, C", "", "", ""},
            {R"({"authors":["A",{"name":"B"},{"Name":"C"},null,""]})", "A|B|C", "", "", ""},
            {R"({"author":{"name":"A"}})", "A", "", "", ""},
            {R"({"author":{"url":"x"}})", "", "", "", "its byline is not all names"},
            {R"({"authors":["A",{"id":1},["B"]]})", "A", "", "", "its byline is not all names"},
            {R"({"people":"A B; C ,, D;","places":"usa,west-germany"})", "", "A B|C|D",
             "usa|west-germany", ""},
            {R"({"persons":["A, B"],"countries":["x;y"]})", "", "A, B", "x;y", ""},
            {R"({"people":[],"countries":" ; , "})", "", "", "", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.json);
            const Read result = read(c.json);
            CHECK(joined(result.raw.byline) == c.byline);
            CHECK(joined(result.raw.people) == c.people);
            CHECK(joined(result.raw.countries) == c.countries);
            CHECK(result.unusable == c.unusable);
        }
    }

    TEST_CASE("a source may be an object, a body a list of paragraphs")
    {
        const Read result =
            read(R"({"source":{"id":null,"name":"The Daily Test"},"content":["One.","Two."]})");
        CHECK(result.raw.source == "The Daily Test");
        CHECK(result.raw.body == "One.\n\nTwo.");
        CHECK(read(R"({"content":[{"type":"text/html","value":"One."}]})").raw.body == "One.");
        CHECK(read(R"({"date":{"$date":{"$numberLong":"1675382400000"}}})").raw.date ==
              "1675382400000");
        CHECK(read(R"({"body":["One.",{}]})").unusable == "its body is not a text");
    }

    TEST_CASE("an article may stand in an object of the record, a text in pieces")
    {
        const Read result = read(
            R"({"_id":"7","_source":{"title":"T","Текст":["It came to ",{"type":"bold","text":"Lima"},"."]}})");
        CHECK(result.raw.id == "7");
        CHECK(result.raw.title == "T");
        CHECK(result.raw.body == "It came to Lima.");
        CHECK(read(R"({"data":{"text":"B"},"Título":"T"})").raw.body == "B");
        CHECK(read(R"({"text":"A","data":{"title":"B"}})").raw.title.empty());
    }

    TEST_CASE("lists have a limit, which is told")
    {
        std::string json = R"({"people":[)";
        for (int name = 0; name < 20'000; ++name) { json += "\"A\","; }
        json.back() = ']';
        const Read result = read(json + "}");
        CHECK(result.raw.people.size() == 10'000);
        CHECK(result.unusable == "its people is not all names");
        std::string divided;
        for (int name = 0; name < 20'000; ++name) { divided += "A;"; }
        CHECK(read(R"({"people":")" + divided + "\"}").unusable == "its people is not all names");
    }
}
