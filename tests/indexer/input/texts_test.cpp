#include "tests/support/format_reading.hpp"

using namespace dateline::indexer;
using namespace dateline::tests;

namespace dateline::indexer {
extern const Format texts_format;
}

TEST_SUITE("indexer/input/texts")
{
    TEST_CASE("texts are parted by lines like the first one that parts")
    {
        const struct {
            std::string_view dump;
            std::string_view records;
        } cases[] = {
            {"==========\na\n==========\nb\n", "[a\n] [b\n]"},
            {"a\n----------\nb\n=================\nc\n-----------",
             "[a\n] [b\n=================\nc\n]"},
            {"a\n---------\nb", "[a\n---------\nb]"},
            {"\f\na\n\f\nb", "[a\n] [b]"},
            {"**********\r\na\r\n**********\r\n\r\n**********\r\nb", "[a\r\n] [b]"},
            {"a", "[a]"},
            {"", ""},
            {"==========\n==========\n", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.dump);
            CHECK(records_of(texts_format, c.dump, 1) == c.records);
            CHECK(records_of(texts_format, c.dump) == c.records);
        }
        CHECK(records_of(
                  texts_format,
                  "a\n==========\n" + std::string(kMaxArticleBytes + 1, 'x') + "\n==========\nb",
                  1 << 20) == "[a\n] too-long@3 [b]");
    }

    TEST_CASE("it is claimed when the first line parts and comes again")
    {
        CHECK(texts_format.claims("a.txt", "\n==========\na\n==========\nb"));
        CHECK(texts_format.claims("", "----------\na\n-----------"));
        CHECK_FALSE(texts_format.claims("a.txt", "==========\na"));
        CHECK_FALSE(texts_format.claims("a.txt", "a\n==========\nb\n==========\n"));
        CHECK_FALSE(texts_format.claims("a.md", "==========\na\n==========\nb"));
        CHECK_FALSE(texts_format.claims("a.txt", ""));
    }

    TEST_CASE("damage at random crashes nothing and ends")
    {
        check_damaged(texts_format, "==========\na a\nb\n==========\nc\n\n==========\n");
    }
}
