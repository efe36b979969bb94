#include "indexer/input/http_message.hpp"
#include "tests/support/format_reading.hpp"
#include "tests/support/packing.hpp"

using namespace dateline::indexer;
using namespace dateline::tests;
using namespace std::string_view_literals;

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

// By node's zlib: "<html><title>A bridge</title><p>Opened.</p></html>", and 16 MiB and a blank.
constexpr std::string_view kBrotliPage =
    "\x1b\x31\x00\x58\x1c\x07\x76\x2c\x36\x2a\xd2\xe6\xfa\x51\xf2\x04\xa1\xd5\x0b\x5c\xfb\xb0"
    "\xb5\xd1\x85\x89\x9c\x80\x84\x61\x62\xdf\x61\x03\x0e\x22\x8a\x03\xb6\x95\x3e\x7f\x11\x8d"
    "\x84\x90\x6e\xf1\x86\x28"sv;
constexpr std::string_view kBrotliBomb =
    "\xcb\xff\xff\x3f\xf8\x25\x40\xe2\xb1\x40\x20\xf7\xfe\x8f\xff\xff\x7f\xf0\x4b\x00\xc4\x61"
    "\x11\x80\xee\xfd\x1f\x00\x00\x02\x20\x03"sv;
constexpr std::string_view kZlibPage =
    "\x78\x9c\xb3\xc9\x28\xc9\xcd\xb1\xb3\x29\xc9\x2c\xc9\x49\xb5\x73\x54\x48\x2a\xca\x4c\x49"
    "\x4f\xb5\xd1\x87\xf0\x6d\x0a\xec\xfc\x0b\x52\xf3\x52\x53\xf4\x6c\xf4\x0b\xec\x6c\xf4\xc1"
    "\x6a\x01\xc2\x80\x11\x4f"sv;

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
            {"cut behind the bytes of a chunk",
             response("fff\r\n" + std::string{kPage}, "Transfer-Encoding: chunked\r\n"),
             "[A bridge]"},
            {"packed", response(gzip(kPage), "content-encoding: gzip\r\n"), "[A bridge]"},
            {"not chunked after all", response(kPage, "Transfer-Encoding: chunked\r\n"),
             "[A bridge]"},
            {"not packed after all", response(kPage, "Content-Encoding: gzip\r\n"), "[A bridge]"},
            {"brotli", response(kBrotliPage, "Content-Encoding: br\r\n"), "[A bridge]"},
            {"not brotli after all", response(kPage, "Content-Encoding: br\r\n"), "[A bridge]"},
            {"damaged brotli", response("xyz", "Content-Encoding: br\r\n"), "damaged-compression"},
            {"cut brotli", response(kBrotliPage.substr(0, 40), "Content-Encoding: br\r\n"),
             "damaged-compression"},
            {"a brotli bomb", response(kBrotliBomb, "Content-Encoding: br\r\n"), "too-long"},
            {"deflate",
             response(gzip(kPage).substr(10, gzip(kPage).size() - 18),
                      "Content-Encoding: deflate\r\n"),
             "[A bridge]"},
            {"deflate with zlib's header", response(kZlibPage, "Content-Encoding: deflate\r\n"),
             "[A bridge]"},
            {"cut deflate", response(kZlibPage.substr(0, 30), "Content-Encoding: deflate\r\n"),
             "damaged-compression"},
            {"packed twice", response(gzip(kBrotliPage), "Content-Encoding: br, gzip\r\n"),
             "[A bridge]"},
            {"packed again and again", response(kPage, "Content-Encoding: br, br, br, br, br\r\n"),
             "unknown-encoding"},
            {"nobody's encoding", response("xyz", "Content-Encoding: compress\r\n"),
             "unknown-encoding"},
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
        check_damaged(warc_format, response(kPage) +
                                       response(gzip(kPage), "Content-Encoding: gzip\r\n") +
                                       response(kBrotliPage, "Content-Encoding: br\r\n") +
                                       response(kZlibPage, "Content-Encoding: deflate\r\n"));
    }
}
