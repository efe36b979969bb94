#include "tests/support/format_reading.hpp"

#include <doctest/doctest.h>
#include <variant>

using namespace dateline::indexer;
using namespace dateline::tests;

namespace dateline::indexer {
extern const Format feed_format;
}

namespace {

constexpr std::string_view kRss =
    R"(<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title><language>en</language>
<item><title>Ferry &amp; piano</title><link>https://harbour.example/1</link><pubDate>Fri, 03 Feb 2023 10:00:00 +0000</pubDate><author>ann@harbour.example (Ann Lee)</author><description>Short.</description><content:encoded><![CDATA[<p>It came & went.</p>]]></content:encoded></item>
<item><title>B</title><description>&lt;p&gt;Found.&lt;/p&gt;</description></item>
</channel></rss>)";

constexpr std::string_view kAtom =
    R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es"><title>El Puerto</title>
<entry><id>tag:1</id><title>Vuelve</title><link rel="self" href="https://p.example/self"/><link rel="alternate" href="https://p.example/1"/><updated>2023-02-03T10:00:00Z</updated><author><name>Ana Duarte</name></author><summary>Volvió.</summary></entry></feed>)";

RawDocument first_of(std::string_view dump)
{
    PortionSource source{dump, 4096};
    const FieldMap map;
    return std::get<RawDocument>(feed_format.open({.bytes = source, .map = map})->next());
}

}  // namespace

TEST_SUITE("indexer/input/feed")
{
    TEST_CASE("items of RSS and entries of Atom are articles")
    {
        CHECK(records_of(feed_format, kRss) == "[Ferry & piano] [B]");
        CHECK(records_of(feed_format, kRss, 1) == records_of(feed_format, kRss));
        const RawDocument item = first_of(kRss);
        CHECK(item.body == "<p>It came & went.</p>");
        CHECK(item.url == "https://harbour.example/1");
        CHECK(item.date == "Fri, 03 Feb 2023 10:00:00 +0000");
        CHECK(item.source == "Harbour Post");
        CHECK(item.language == "en");
        CHECK(item.byline == std::vector<std::string>{"Ann Lee"});
        const RawDocument entry = first_of(kAtom);
        CHECK(entry.id == "tag:1");
        CHECK(entry.body == "Volvió.");
        CHECK(entry.url == "https://p.example/1");
        CHECK(entry.date == "2023-02-03T10:00:00Z");
        CHECK(entry.language == "es");
        CHECK(entry.byline == std::vector<std::string>{"Ana Duarte"});
    }

    TEST_CASE("a feed is known by its first tag")
    {
        CHECK(feed_format.claims("a.xml", kRss));
        CHECK(feed_format.claims("", kAtom));
        CHECK_FALSE(feed_format.claims("a.xml", "<html><rss>"));
        CHECK_FALSE(feed_format.claims("a.rss", "no tag"));
    }
}
