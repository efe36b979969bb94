#include "indexer/input/format.hpp"
#include "tests/support/dump_reading.hpp"
#include "tests/support/mutations.hpp"

#include <doctest/doctest.h>

using namespace dateline::indexer;
using namespace dateline::tests;

namespace dateline::indexer {
extern const Format csv_format;
}

namespace {

std::string records_of(std::string_view dump, std::string_view name = "a.csv",
                       const FieldMap& map = {}, std::size_t portion = 3)
{
    PortionSource source{dump, portion};
    return transcript(*csv_format.open({.bytes = source, .file_name = name, .map = map}));
}

RawDocument only_record(std::string_view dump, std::string_view name = "a.csv")
{
    PortionSource source{dump, 4096};
    const FieldMap map;
    const auto reader = csv_format.open({.bytes = source, .file_name = name, .map = map});
    auto record = reader->next();
    REQUIRE(std::holds_alternative<RawDocument>(record));
    return std::get<RawDocument>(std::move(record));
}

}  // namespace

TEST_SUITE("indexer/input/csv")
{
    TEST_CASE("records are cut as RFC 4180 says, and as people write them")
    {
        const struct {
            std::string_view what;
            std::string_view rows;  // under "title,body"
            std::string_view records;
        } cases[] = {
            {"plain", "a,b\nc,d\n", "[a] [c]"},
            {"CRLF", "a,b\r\nc,d\r\n", "[a] [c]"},
            {"no end of the last line", "a,b\nc,d", "[a] [c]"},
            {"empty lines", "\na,b\n\r\n\nc,d\n\n", "[a] [c]"},
            {"quoted", "\"a\",\"b\"\n\"c\",d\n", "[a] [c]"},
            {"quoted, CRLF", "\"a\",\"b\"\r\nc,\"d\"\r\n", "[a] [c]"},
            {"a comma in quotes", "\"a, b\",c\n", "[a, b]"},
            {"a line end in quotes", "a,\"b\nb\"\nc,d\n", "[a] [c]"},
            {"quotes in quotes", "\"say \"\"a\"\"\",b\n", "[say \"a\"]"},
            {"only quotes", "\"\"\"\"\"\",b\n", "[\"\"]"},
            {"quotes not doubled", "\"say \"a\" now\",b\nc,d\n", "[say \"a\" now] [c]"},
            {"a quote in the middle", "5\" of rain,b\nc,d\n", "[5\" of rain] [c]"},
            {"an empty column", ",b\n\"\",d\n", "[b] [d]"},
            {"blanks around", " a , b \n", "[ a ]"},
            {"a column too many", "a,b,c\nd,e\n", "bad-csv@2 [d]"},
            {"a column too few", "a\nd,e\n", "bad-csv@2 [d]"},
            {"a quote without end", "a,\"b\nc,d\ne,f\n", "bad-csv@2 [c] [e]"},
            {"many quotes without end", "a,\"b\nc,\"d\ne,\"f\n", "bad-csv@2 [c] [e]"},
            {"a quote too many heals", "a,\"b\nc,\"d\"\ne,f\n", "[a] [e]"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            const std::string dump = "title,body\n" + std::string{c.rows};
            CHECK(records_of(dump, "a.csv", {}, 1) == c.records);
            CHECK(records_of(dump, "a.csv", {}, 4096) == c.records);
        }
    }

    TEST_CASE("columns are known by the names that JSON's keys have, in any order")
    {
        const auto raw = only_record(
            "\xef\xbb\xbf ID "
            ";Headline;x;\"Text\";pubDate;Link;publisher;lang;Author;people;places\n"
            "7;A;y;B;2024-11-08;https://e.org/a;Wire;es;C D;\"E F; G H\";US\n");
        CHECK(raw.id == "7");
        CHECK(raw.title == "A");
        CHECK(raw.body == "B");
        CHECK(raw.date == "2024-11-08");
        CHECK(raw.url == "https://e.org/a");
        CHECK(raw.source == "Wire");
        CHECK(raw.language == "es");
        CHECK(raw.byline == std::vector<std::string>{"C D"});
        CHECK(raw.people == std::vector<std::string>{"E F", "G H"});
        CHECK(raw.countries == std::vector<std::string>{"US"});
        CHECK(raw.record == 1);
        CHECK(raw.line == 2);
    }

    TEST_CASE("the delimiter is found, and a tab's file has no quotes over lines")
    {
        CHECK(only_record("title;body\na;b,c\n").body == "b,c");
        CHECK(only_record("title|body\na|b,c\n").body == "b,c");
        CHECK(only_record("title\tbody\na\tb,c\n").body == "b,c");
        CHECK(only_record("body\nb;c\n", "a.tsv").body == "b;c");
        CHECK(records_of("title\tbody\n\"a\t\"b\n\"c\"\td\n", "a.tsv") == "[\"a] [c]");
        CHECK(records_of("title\tbody\n\"a\tb", "a.tsv") == "[\"a]");
    }

    TEST_CASE("--map names columns; without a headline or text there is nothing to read")
    {
        CHECK(records_of("kop,inhoud\na,b\n") == "no-fields@1");
        CHECK(records_of("kop,inhoud\na,b\n", "a.csv", {{"inhoud", "body"}}) == "[b]");
        CHECK(records_of("title,headline,body\n,a,b\nc,d,e\n") == "[a] [c]");
        CHECK(records_of("title\n") == "");
        CHECK(records_of("") == "");
    }

    TEST_CASE("files are claimed by name, standard input by its header")
    {
        const struct {
            std::string_view name;
            std::string_view first_bytes;
            bool claimed;
        } cases[] = {
            {"a.csv", "x,y\n", true},
            {"A.TSV", "x", true},
            {"a.txt", "title,body\n", false},
            {"a.csv", "PK\x03\x04", false},
            {"", "title,body\n", true},
            {"", "id\tTEXT", true},
            {"", "body\n", false},
            {"", "title,date\n", false},
            {"", "The text, the source\n", false},
            {"", "", false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            CAPTURE(c.first_bytes);
            CHECK(csv_format.claims(c.name, c.first_bytes) == c.claimed);
        }
    }

    TEST_CASE("quotes without end on every line cost no more than the lines")
    {
        std::string dump = "title,body\n";
        for (int row = 0; row < 200'000; ++row) { dump += "a,\"b\n"; }
        CHECK(records_of(dump, "a.csv", {}, 1 << 20).size() > 200'000 * 3);
    }

    TEST_CASE("damage at random crashes nothing and ends")
    {
        const std::string good =
            "title,body,date\n\"a, a\",\"b\nb \"\"c\"\"\",2024\nd,e,\n\"f\",,\"g\"\n";
        for (std::uint32_t seed = 0; seed < 1000; ++seed) {
            CAPTURE(seed);
            const std::string dump = mutate(good, seed);
            CHECK(records_of(dump, "a.csv", {}, 1) == records_of(dump, "a.csv", {}, 4096));
        }
    }
}
