#include "tests/support/format_reading.hpp"

using namespace dateline::indexer;
using namespace dateline::tests;

namespace dateline::indexer {
extern const Format sgml_format;
}

namespace {

// Laid out as Reuters-21578 is; the news is made up.
constexpr std::string_view kReuters = R"(<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="5544" NEWID="1">
<DATE> 3-MAR-1987 15:01:01.79</DATE>
<TOPICS><D>tin</D></TOPICS>
<PLACES><D>bolivia</D><D>usa</D></PLACES>
<PEOPLE><D>paz-estenssoro</D></PEOPLE>
<UNKNOWN>
&#5;&#5;&#5;C T
</UNKNOWN>
<TEXT>&#2;
<TITLE>TIN MINERS &lt;COMIBOL> RETURN</TITLE>
<DATELINE>    LA PAZ, March 3 - </DATELINE><BODY>Miners went back to work today
after a strike of ten days.
    The union said so.
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
<REUTERS NEWID="2">
<DATE> 3-MAR-1987</DATE>
<TEXT TYPE="BRIEF">&#2;
<TITLE>TIN PRICE UP</TITLE>
&#3;</TEXT>
</REUTERS>
)";

constexpr std::string_view kTrec = R"(<DOC>
<DOCNO> LA010189-0001 </DOCNO>
<DATE>
<P>
January 1, 1989, Sunday
</P>
</DATE>
<HEADLINE>
<P>A BRIDGE OPENS</P>
</HEADLINE>
<BYLINE><P>By ANN EXAMPLE</P></BYLINE>
<TEXT>
<P>The bridge was opened.</P>
<P>Traffic &amp; noise followed.</P>
</TEXT>
</DOC>
)";

}  // namespace

TEST_SUITE("indexer/input/sgml")
{
    TEST_CASE("Reuters: fields, places, people and the dateline")
    {
        const RawDocument raw = first_of(sgml_format, kReuters);
        CHECK(raw.id == "1");
        CHECK(raw.title == "TIN MINERS <COMIBOL> RETURN");
        CHECK(raw.date == "3-MAR-1987 15:01:01.79");
        CHECK(raw.countries == std::vector<std::string>{"bolivia", "usa"});
        CHECK(raw.people == std::vector<std::string>{"paz-estenssoro"});
        CHECK(raw.dateline == "LA PAZ, March 3 -");
        CHECK(raw.body.find("Miners went back") < 10);
        CHECK(raw.body.find("    The union said so.\n Reuter") != std::string::npos);
        CHECK(raw.record == 1);
        CHECK(raw.line == 2);
        CHECK(records_of(sgml_format, kReuters) == "[TIN MINERS <COMIBOL> RETURN] [TIN PRICE UP]");
        CHECK(records_of(sgml_format, kReuters, 1) == records_of(sgml_format, kReuters));
    }

    TEST_CASE("TREC: paragraphs, and Gigaword's ids in the tag")
    {
        const RawDocument raw = first_of(sgml_format, kTrec);
        CHECK(raw.id == "LA010189-0001");
        CHECK(raw.title == "A BRIDGE OPENS");
        CHECK(raw.date == "January 1, 1989, Sunday");
        CHECK(raw.byline == std::vector<std::string>{"By ANN EXAMPLE"});
        CHECK(raw.body.find("opened.\n\n\n\n\nTraffic & noise") != std::string::npos);
        CHECK(first_of(sgml_format, "<DOC id=\"AFP.1\" type='story'><TEXT>x</TEXT></DOC>").id ==
              "AFP.1");
        CHECK(first_of(sgml_format, "<DOC><KOP>x</KOP><TEXT>y</TEXT></DOC>", {{"kop", "title"}})
                  .title == "x");
    }

    TEST_CASE("what is broken costs its record only")
    {
        const struct {
            std::string_view what;
            std::string dump;
            std::string_view records;
        } cases[] = {
            {"no end tag", "<DOC><TEXT>a</TEXT>\n<DOC><TEXT>b</TEXT></DOC>", "[a] [b]"},
            {"cut", "<DOC><TEXT>a</TEXT></DOC><DOC><TEXT>b", "[a] truncated@1"},
            {"elements not closed", "<DOC><TITLE>a<TEXT>b</DOC><DOC><TITLE>c</DOC>", "[ab] [c]"},
            {"nothing in it", "<DOC></DOC><DOC><TITLE>c</TITLE></DOC>", "[] [c]"},
            {"other tags between", "<DOC><TITLE>a</TITLE></DOC><DOCS/>\n<x>", "[a]"},
            {"nothing", "", ""},
            {"100,000 tags",
             "<DOC>" +
                 [] {
                     std::string tags;
                     for (int n = 0; n < 100'000; ++n) { tags += "<PEOPLE><D>"; }
                     return tags;
                 }() +
                 "</DOC>",
             "[]"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            CHECK(records_of(sgml_format, c.dump) == c.records);
        }
        CHECK(records_of(sgml_format,
                         "<DOC>" + std::string(2 * kMaxArticleBytes + 100, 'x') +
                             "</DOC><DOC><TITLE>c</TITLE></DOC>",
                         1 << 20) == "too-long@1 [c]");
    }

    TEST_CASE("it is claimed by its first tag, whatever the name")
    {
        CHECK(sgml_format.claims("reut2-000.sgm", kReuters));
        CHECK(sgml_format.claims("la010189", kTrec));
        CHECK(sgml_format.claims("", "\n<DOC id='1'>"));
        CHECK_FALSE(sgml_format.claims("a.txt", "The <DOC>"));
        CHECK_FALSE(sgml_format.claims("a.sgm", "<html><DOC>"));
        CHECK_FALSE(sgml_format.claims("a", "<DOCS>"));
        CHECK_FALSE(sgml_format.claims("a", ""));
    }

    TEST_CASE("damage at random crashes nothing and ends")
    {
        check_damaged(sgml_format, kReuters);
        check_damaged(sgml_format, kTrec);
    }
}
