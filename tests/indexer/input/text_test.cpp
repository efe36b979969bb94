#include "indexer/input/format.hpp"
#include "tests/support/dump_reading.hpp"

#include <doctest/doctest.h>

using namespace dateline::indexer;
using namespace dateline::tests;
using namespace std::string_literals;

namespace dateline::indexer {
extern const Format text_format;
}

namespace {

std::string records_of(std::string_view dump, bool fails = false)
{
    PortionSource source{dump, 1000, fails};
    const FieldMap map;
    return transcript(*text_format.open({.bytes = source, .map = map}));
}

}  // namespace

TEST_SUITE("indexer/input/text")
{
    TEST_CASE("a file is one article, all of it, unstructured")
    {
        PortionSource source{"Headline\r\n\r\nBody \xff.\n", 5};
        const FieldMap map;
        const auto reader = text_format.open({.bytes = source, .map = map});
        const auto raw = std::get<RawDocument>(reader->next());
        CHECK(raw.body == "Headline\r\n\r\nBody \xff.\n");
        CHECK(raw.unstructured);
        CHECK(raw.record == 1);
        CHECK(raw.line == 1);
        CHECK(std::holds_alternative<EndOfDump>(reader->next()));
    }

    TEST_CASE("nothing but blanks is no article, nor is what a failure cuts off")
    {
        CHECK(records_of("") == "");
        CHECK(records_of(" \n\t\r\n") == "");
        CHECK(records_of("\xef\xbb\xbf\n") == "");
        CHECK(records_of("Half an arti", true) == "");
    }

    TEST_CASE("more than 16 MiB are passed over")
    {
        const std::string text(kMaxArticleBytes + 1, 'x');
        CHECK(records_of(text) == "too-long@1");
        CHECK(records_of(text.substr(1)).size() == kMaxArticleBytes + 2);
    }

    TEST_CASE("text files and standard input are claimed unless they are binary")
    {
        const struct {
            std::string_view name;
            std::string first_bytes;
            bool claimed;
        } cases[] = {
            {"a.txt", "News", true},      {"a.TXT", "caf\xe9", true},
            {"a.txt", "{}", true},        {"a.txt", "", true},
            {"", "News", true},           {"a.txt", "N\0e\0w\0s\0"s, false},
            {"a.txt", "%PDF-1.4", false}, {"a.txt", "\x28\xb5\x2f\xfd", false},
            {"", "\x89PNG\r\n", false},   {"a.md", "News", false},
            {"txt", "News", false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            CAPTURE(c.first_bytes);
            CHECK(text_format.claims(c.name, c.first_bytes) == c.claimed);
        }
    }
}
