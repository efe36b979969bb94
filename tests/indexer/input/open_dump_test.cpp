#include "indexer/input/open_dump.hpp"

#include "tests/support/dump_reading.hpp"
#include "tests/support/packing.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <random>

using namespace dateline;
using namespace dateline::indexer;
using namespace dateline::tests;
using namespace std::string_literals;

namespace {

std::string records_of(std::string bytes, std::string_view label, const Format* forced = nullptr)
{
    const FieldMap map;
    return transcript(*open_dump(open_memory(std::move(bytes)), std::string{label}, forced, map));
}

const Format* format_named(std::string_view name)
{
    for (const Format* format : formats()) {
        if (format->name == name) { return format; }
    }
    return nullptr;
}

constexpr std::string_view kTwo = "{\"title\":\"a\"}\n{\"title\":\"b\"}\n";

}  // namespace

TEST_SUITE("indexer/input/open_dump")
{
    TEST_CASE("the format is found by name and first bytes, and what has none is told")
    {
        const struct {
            std::string_view label;
            std::string bytes;
            std::string_view records;
        } cases[] = {
            {"a.jsonl", std::string{kTwo}, "[a] [b]"},
            {"x/a.JSONL.gz", gzip(kTwo), "[a] [b]"},
            {"a.ndjson.zst", zstd(kTwo), "[a] [b]"},
            {"a.jsonl", zstd(kTwo), "[a] [b]"},
            {"a.ndjson.gz", std::string{kTwo}, "[a] [b]"},
            {"", std::string{kTwo}, "[a] [b]"},
            {"", gzip("[" + std::string{kTwo} + "]"), "[a] [b]"},
            {"", "The news.", "[The news.]"},
            {"a.txt", "The news.", "[The news.]"},
            {"a.txt", "{}", "[{}]"},
            {"a.tar", "The news.", "unknown-format"},
            {"jsonl", std::string{kTwo}, "unknown-format"},
            {"x.jsonl/a", std::string{kTwo}, "unknown-format"},
            {"a.pdf", "%PDF-1.4", "unknown-format"},
            {"", "%PDF-1.4", "unknown-format"},
            {"a.txt", "N\0e\0w\0s\0"s, "[News]"},
            {"a.txt", "N\0ews, \0"s, "unknown-format"},
            {"zeros.gz", gzip(std::string(100'000, '\0')), "unknown-format"},
            {"a.jsonl.gz.gz", gzip(gzip(kTwo)), "[a] [b]"},
            {"a.jsonl.gz", gzip(gzip(kTwo)), "[a] [b]"},
            {"a.jsonl.gz", gzip(gzip(gzip(kTwo))), "nested-too-deep"},
            {"a.jsonl", "", "empty"},
            {"a.tar", "", "empty"},
            {"", "", "empty"},
            {"a.jsonl.gz", gzip(""), "empty"},
            {"a.jsonl", "\n\n", "no-articles"},
            {"a.txt", " \n", "no-articles"},
            {"a.json", "[]", "unknown-format"},
            {"a.jsonl", "x\n", "bad-json@1"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.label);
            CAPTURE(c.bytes);
            CHECK(records_of(c.bytes, c.label) == c.records);
        }
    }

    TEST_CASE("a forced format is asked no questions")
    {
        CHECK(records_of(std::string{kTwo}, "articles.dat", format_named("jsonl")) == "[a] [b]");
        CHECK(records_of("{}", "a.jsonl", format_named("text")) == "[{}]");
        CHECK(records_of("{}", "", format_named("text")) == "[{}]");
    }

    TEST_CASE("the map reaches the format")
    {
        const FieldMap map{{"kop", "title"}};
        const auto dump = open_dump(open_memory("{\"kop\":\"x\"}"), "a.jsonl", nullptr, map);
        CHECK(transcript(*dump) == "[x]");
    }

    TEST_CASE("articles and notices carry the file's label")
    {
        const FieldMap map;
        const auto dump =
            open_dump(open_memory("{\"title\":\"a\"}\nx\n"), "x/a.jsonl", nullptr, map);
        CHECK(std::get<RawDocument>(dump->next()).file == "x/a.jsonl");
        CHECK(std::get<Notice>(dump->next()).file == "x/a.jsonl");
        CHECK(std::holds_alternative<EndOfDump>(dump->next()));
        CHECK(dump->text_bytes() == 16);
        CHECK(dump->bytes_taken() == 16);
    }

    TEST_CASE("what goes wrong in the middle is told last, and the articles before are kept")
    {
        std::string many;
        std::mt19937 random{3};
        for (int article = 0; article < 20'000; ++article) {
            many += "{\"title\":\"t\",\"id\":" + std::to_string(random()) + "}\n";
        }
        std::string flipped = zstd(many);
        flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 0x40);
        std::string wrong_sum = gzip(kTwo);
        wrong_sum[wrong_sum.size() - 6] = static_cast<char>(wrong_sum[wrong_sum.size() - 6] ^ 1);
        const std::string bomb = std::string{kTwo} + std::string(std::size_t{80} << 20U, ' ');
        const struct {
            std::string_view what;
            std::string bytes;
            std::string_view beginning;
            std::string_view reason;
        } cases[] = {
            {"cut", gzip(many).substr(0, 60'000), "[t] [t] [t] ", "truncated"},
            {"damaged", flipped, "[t] [t] [t] ", "damaged-compression"},
            {"wrong sum", wrong_sum, "[a] [b] ", "damaged-compression"},
            {"tail", zstd(kTwo) + "tail", "[a] [b] ", "damaged-compression"},
            {"bomb", zstd(bomb), "[a] [b] ", "bomb"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            const std::string records = records_of(c.bytes, "a.jsonl.gz");
            CHECK(records.starts_with(c.beginning));
            CHECK(records.ends_with(" " + std::string{c.reason}));
            // A flipped bit may turn into wrong text before it is noticed; a cut may not.
            if (c.reason != "damaged-compression") {
                CHECK(records.find("bad-json") == std::string::npos);
            }
        }
    }

    TEST_CASE("a text that is cut is no article")
    {
        std::string text;
        std::mt19937 random{5};
        while (text.size() < 100'000) { text += std::to_string(random()) + ' '; }
        CHECK(records_of(gzip(text).substr(0, 20'000), "a.txt.gz") == "truncated");
        CHECK(records_of(gzip("news").substr(0, 15), "a.txt.gz") == "truncated");
    }

    TEST_CASE("the notice of a failure says where, in the file and in the text")
    {
        const FieldMap map;
        const auto dump = open_dump(open_memory(gzip(kTwo) + "tail"), "a.jsonl.gz", nullptr, map);
        (void)dump->next();
        (void)dump->next();
        const auto notice = std::get<Notice>(dump->next());
        CHECK(notice.file == "a.jsonl.gz");
        CHECK(notice.byte == kTwo.size());
        CHECK(notice.lost);
        CHECK(notice.message.find("at byte ") != std::string::npos);
        CHECK(std::holds_alternative<EndOfDump>(dump->next()));
        CHECK(std::holds_alternative<EndOfDump>(dump->next()));
    }

    TEST_CASE("a file that cannot be opened or read is one notice")
    {
        const Sandbox sandbox;
        const auto file = sandbox.write("secret.txt", "secret");
        std::filesystem::create_symlink(file, sandbox.at("link.txt"));
        const FieldMap map;
        for (const auto& path :
             {sandbox.at("gone.txt"), sandbox.at("link.txt"), "/proc/self/mem"s}) {
            CAPTURE(path);
            const DumpFile entry{.path = path, .label = "a.txt"};
            const auto dump = open_dump(entry, nullptr, map);
            const auto notice = std::get<Notice>(dump->next());
            CHECK(notice.reason == "unreadable");
            CHECK(notice.file == "a.txt");
            CHECK_FALSE(notice.message.empty());
            CHECK(std::holds_alternative<EndOfDump>(dump->next()));
        }
    }

    TEST_CASE("a file that has shrunk since it was found gives what is left of it")
    {
        const Sandbox sandbox;
        const auto path = sandbox.write("a.jsonl", kTwo);
        std::filesystem::resize_file(path, kTwo.size() / 2);
        const FieldMap map;
        CHECK(transcript(*open_dump({path, "a.jsonl", kTwo.size()}, nullptr, map)) == "[a]");
    }
}
