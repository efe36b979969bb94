#include "indexer/input/http_message.hpp"
#include "tests/support/format_reading.hpp"
#include "tests/support/packing.hpp"

using namespace dateline::indexer;
using namespace dateline::tests;

namespace dateline::indexer {
extern const Format warc_format;
}

namespace {

std::string record(std::string_view type, std::string_view block, std::string_view more = "")
{
    return "WARC/1.0\r\nWARC-Type: " + std::string{type} +
           "\r\nWARC-Target-URI: <https://e.org/a>\r\nWARC-Date: 2024-11-09T00:00:00Z\r\n" +
           std::string{more} + "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" +
           std::string{block} + "\r\n\r\n";
}

std::string response(std::string_view body, std::string_view more = "",
                     std::string_view type = "text/html; charset=utf-8")
{
    return record("response", "HTTP/1.1 200 OK\r\nContent-Type: " + std::string{type} + "\r\n" +
                                  std::string{more} + "\r\n" + std::string{body});
}

constexpr std::string_view kPage = "<html><title>A bridge</title><p>The bridge.</p></html>";

}  // namespace

TEST_SUITE("indexer/input/warc")
{
    TEST_CASE("pages are read, their address is known, other records are passed over")
    {
        const std::string dump =
            record("warcinfo", "software: x\r\n") + record("request", "GET / HTTP/1.1\r\n\r\n") +
            response(kPage) + response("{}", "", "application/json") +
            record("response", "HTTP/1.1 404 Not Found\r\n\r\n<html>") +
            record("conversion", "Plain text.", "Content-Type: text/plain\r\n");
        CHECK(records_of(warc_format, dump) == "[A bridge] ~no-page ~http-status [Plain text.]");
        CHECK(records_of(warc_format, dump, 1) == records_of(warc_format, dump));
        const RawDocument raw = first_of(warc_format, response(kPage));
        CHECK(raw.url == "https://e.org/a");
        CHECK(raw.date == "");
        CHECK(raw.body == "The bridge.");
    }

    TEST_CASE("bodies in chunks, packed, in any encoding, or not as their header says")
    {
        const std::string chunked = "1c\r\n" + std::string{kPage.substr(0, 28)} + "\r\n1a;x=y\r\n" +
                                    std::string{kPage.substr(28)} + "\r\n0\r\n\r\n";
        const struct {
            std::string_view what;
            std::string dump;
            std::string_view records;
        } cases[] = {
            {"chunked", response(chunked, "Transfer-Encoding: chunked\r\n"), "[A bridge]"},
            {"packed", response(gzip(kPage), "content-encoding: gzip\r\n"), "[A bridge]"},
            {"not chunked after all", response(kPage, "Transfer-Encoding: chunked\r\n"),
             "[A bridge]"},
            {"not packed after all", response(kPage, "Content-Encoding: gzip\r\n"), "[A bridge]"},
            {"brotli", response("xyz", "Content-Encoding: br\r\n"), "unknown-encoding"},
            {"cut gzip", response(gzip(kPage).substr(0, 30), "Content-Encoding: gzip\r\n"),
             "damaged-compression"},
            {"a bomb",
             response(gzip(std::string(kMaxArticleBytes + 1, ' ')), "Content-Encoding: gzip\r\n"),
             "too-long"},
            {"Latin-1", response("<title>Bogot\xe1</title>", "", "text/html; charset=ISO-8859-1"),
             "[Bogot\xc3\xa1]"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            CHECK(records_of(warc_format, c.dump) == c.records);
        }
    }

    TEST_CASE("what is broken costs its record only")
    {
        const std::string good = response(kPage);
        CHECK(records_of(warc_format, "rubbish\r\n" + good + "more\r\n\r\n" + good) ==
              "[A bridge] [A bridge]");
        CHECK(records_of(warc_format, "WARC/1.0\r\nContent-Length: x\r\n\r\n" + good) ==
              "bad-record [A bridge]");
        CHECK(records_of(warc_format, good + good.substr(0, good.size() - 20)) ==
              "[A bridge] truncated");
        CHECK(records_of(warc_format, record("response", "no HTTP") + good) ==
              "~http-status [A bridge]");
        CHECK(records_of(warc_format,
                         "WARC/1.1\r\nContent-Length: 99999999999999\r\nWARC-Type: "
                         "resource\r\n\r\n") == "too-long");
    }

    TEST_CASE("it is claimed by its first bytes")
    {
        CHECK(warc_format.claims("x", "WARC/1.1\r\n"));
        CHECK_FALSE(warc_format.claims("x.warc", "WARC"));
        CHECK_FALSE(warc_format.claims("", ""));
    }

    TEST_CASE("damage at random crashes nothing and ends")
    {
        check_damaged(warc_format,
                      response(kPage) + response(gzip(kPage), "Content-Encoding: gzip\r\n"));
    }
}
