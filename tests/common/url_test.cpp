#include "common/url.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::canonical_url;
using dateline::host_of;

TEST_SUITE("common/url")
{
    TEST_CASE("a canonical URL has no fragment, no tracking and no blanks")
    {
        const struct {
            std::string text;
            std::string url;
        } cases[] = {
            {"https://example.org/a/b?x=1#top", "https://example.org/a/b?x=1"},
            {"HTTPS://WWW.Example.ORG/A/B", "https://www.example.org/A/B"},
            {"http://example.org", "http://example.org"},
            {" https://example.org/story-a86 944\n", "https://example.org/story-a86944"},
            {"https://example.org/?utm_source=x&id=4&UTM_medium=y", "https://example.org/?id=4"},
            {"https://example.org/a?utm_source=x", "https://example.org/a"},
            {"https://example.org/a?utm_source=x#c", "https://example.org/a"},
            {"https://example.org/a?", "https://example.org/a"},
            {"https://example.org/a?b=utm_source", "https://example.org/a?b=utm_source"},
            {"https://example.org?Q=A", "https://example.org?Q=A"},
            {"https://example.org/\x01\x7F\x00x", "https://example.org/"},
            {"", ""},
            {"https://", ""},
            {"https:///path", ""},
            {"ftp://example.org/a", ""},
            {"javascript:alert(1)", ""},
            {"see https://example.org/", ""},
            {"example.org/a", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(canonical_url(c.text) == c.url);
            CHECK(canonical_url(canonical_url(c.text)) == c.url);
        }
    }

    TEST_CASE("a host stands without www., user and port")
    {
        const struct {
            std::string url;
            std::string host;
        } cases[] = {
            {"https://www.example.org/a", "example.org"},
            {"https://news.example.org", "news.example.org"},
            {"https://Example.ORG:8080/a", "example.org"},
            {"https://user:pass@example.org/@x", "example.org"},
            {"https://[2001:db8::1]:80/", "[2001:db8::1]"},
            {"https://example.org?host=x.com", "example.org"},
            {"https://www.", ""},
            {"", ""},
            {"mailto:ann@example.org", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.url);
            CHECK(host_of(c.url) == c.host);
        }
    }

    TEST_CASE("hostile URLs are read to their end")
    {
        const std::string url = "https://example.org/?" + std::string(1'000'000, '&') + "a=b";
        CHECK(canonical_url(url) == "https://example.org/?a=b");
        CHECK(host_of("https://" + std::string(1'000'000, '@')).empty());
        CHECK(canonical_url("http://" + std::string(100'000, '#')).empty());
    }
}
