#include "indexer/input/wiki_text.hpp"
#include "tests/support/format_reading.hpp"

using namespace dateline::indexer;
using namespace dateline::tests;

namespace dateline::indexer {
extern const Format mediawiki_format;
}

namespace {

constexpr std::string_view kDump =
    R"(<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" version="0.10" xml:lang="en">
  <siteinfo>
    <sitename>Wikinews</sitename>
    <base>https://en.wikinews.org/wiki/Main_Page</base>
  </siteinfo>
  <page>
    <title>Talk:A bridge</title>
    <ns>1</ns>
    <id>1</id>
    <revision><id>10</id><text>talk</text></revision>
  </page>
  <page>
    <title>A bridge &amp; its river</title>
    <ns>0</ns>
    <id>2</id>
    <revision><id>11</id><text>old</text></revision>
    <revision><id>12</id><timestamp>2024-11-09T00:00:00Z</timestamp>
      <text bytes="1" xml:space="preserve">{{date|November 8, 2024}}
[[File:x.jpg|thumb|A [[river]].]]
'''{{w|Example City}}''' has a [[bridge|new bridge]], said {{w|Ann Example|Mayor Example}}.&lt;ref>x&lt;/ref>

== Sources ==
*{{source|url=https://e.org|title=x}}
[[Category:Bridges]]</text></revision>
  </page>
  <page><title>B</title><ns>0</ns><id>3</id><redirect title="A bridge" /><revision><text>#REDIRECT</text></revision></page>
</mediawiki>
)";

}  // namespace

TEST_SUITE("indexer/input/mediawiki")
{
    TEST_CASE("articles are read with their date and address; talk and redirects are passed over")
    {
        CHECK(records_of(mediawiki_format, kDump) ==
              "~no-article-page@6 [A bridge & its river] ~redirect@26");
        CHECK(records_of(mediawiki_format, kDump, 1) == records_of(mediawiki_format, kDump));
        PortionSource source{kDump, 4096};
        const FieldMap map;
        const auto reader = mediawiki_format.open({.bytes = source, .map = map});
        (void)reader->next();
        const auto raw = std::get<RawDocument>(reader->next());
        CHECK(raw.id == "2");
        CHECK(raw.date == "November 8, 2024");
        CHECK(raw.url == "https://en.wikinews.org/wiki/A_bridge_&_its_river");
        CHECK(raw.source == "Wikinews");
        CHECK(raw.language == "en");
        CHECK(raw.body ==
              "\n\nExample City has a new bridge, said Mayor Example.\n\n Sources \n*\n");
    }

    TEST_CASE("markup becomes text")
    {
        const struct {
            std::string_view markup;
            std::string_view text;
        } cases[] = {
            {"plain", "plain"},
            {"[[a]] [[b|c]] [[:d|e]] [[w:f]] [[Image:g|h]]", "a c e f "},
            {"{{x|{{y}}|[[z]]}}a", "a"},
            {"{|\n! a\n|-\n| b\n|}c", "c"},
            {"''a'' '''b''' don't", "a b don't"},
            {"== A ==\nb = c\n=d=", " A \nb = c\nd"},
            {"[https://e.org a b] [https://e.org] [1]", "a b  [1]"},
            {"a<!-- b -->c<br/>d<ref name=x/>e<ref>f</ref>g", "ac\ndeg"},
            {"1 < 2 {a} }} ]]", "1 < 2 {a} }} ]]"},
            {"{{never closed", ""},
            {"[[never closed", "never closed"},
            {"<ref>never closed", "never closed"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.markup);
            CHECK(read_wiki_text(c.markup).text == c.text);
        }
        CHECK(read_wiki_text("{{byline|date=8 May 2020|location=X}}").date == "8 May 2020");
    }

    TEST_CASE("nesting without end takes no time")
    {
        for (const std::string_view part : {"{{", "[[", "{|", "<ref>", "[http", "<"}) {
            std::string deep;
            while (deep.size() < 1'000'000) { deep += part; }
            CHECK(read_wiki_text(deep).text.size() <= deep.size());
        }
    }

    TEST_CASE("damage at random crashes nothing and ends")
    {
        check_damaged(mediawiki_format, kDump);
    }
}
