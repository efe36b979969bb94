#include "indexer/url_date.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::to_string;
using dateline::indexer::date_in_url;

TEST_SUITE("indexer/url_date")
{
    TEST_CASE("a URL's path may hold a date, its query may not")
    {
        const struct {
            std::string url;
            std::string date;
        } cases[] = {
            {"https://example.org/2024/11/08/story", "2024-11-08"},
            {"https://example.org/world/2024/11/8/story", "2024-11-08"},
            {"https://example.org/2024/nov/08/story", "2024-11-08"},
            {"https://example.org/2024/11/story", "2024-11"},
            {"https://example.org/2024/11/", "2024-11"},
            {"https://example.org/2024/11/31/story", "2024-11"},
            {"https://example.org/story-2024-11-08", "2024-11-08"},
            {"https://example.org/2024-11-08-story.html", "2024-11-08"},
            {"https://example.org/a/20241108/story", "2024-11-08"},
            {"https://example.org/1869/11/17/canal", "1869-11-17"},
            {"https://example.org/story-2024", ""},
            {"https://example.org/2024/story", ""},
            {"https://example.org/2024/13/08/", ""},
            {"https://example.org/1234/11/08/", ""},
            {"https://example.org/20241308/", ""},
            {"https://example.org/99920241108/", ""},
            {"https://example.org/a?d=2024-11-08", ""},
            {"https://2024-11-08.example.org/", ""},
            {"https://example.org", ""},
            {"", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.url);
            const auto date = date_in_url(c.url);
            CHECK((date ? to_string(*date) : "") == c.date);
        }
    }

    TEST_CASE("hostile addresses are read to their end")
    {
        const std::string slashes(1'000'000, '/');
        CHECK_FALSE(date_in_url("https://example.org" + slashes));
    }
}
