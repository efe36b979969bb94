#include "indexer/input/unwrap.hpp"

#include "indexer/input/open_dump.hpp"
#include "tests/support/dump_reading.hpp"
#include "tests/support/mutations.hpp"
#include "tests/support/packing.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::indexer;
using namespace dateline::tests;
using namespace std::string_literals;

namespace {

/// "a.txt=news b.zip!c.txt=more link~symlink": the leaves with their text, the rest with its reason
/// (a ~ before it; = if it is told of the file itself).
std::string leaves_of(std::string bytes, std::string_view name = "")
{
    Unwrapping files{open_memory(std::move(bytes)), name};
    std::string text;
    for (;;) {
        auto step = files.next();
        if (std::holds_alternative<Unwrapping::End>(step)) { return text; }
        text += text.empty() ? "" : " ";
        if (auto* leaf = std::get_if<Leaf>(&step)) {
            const Reading reading = read_all(*leaf->bytes);
            text += leaf->member + "=" + reading.text + (reading.error ? "!" + reading.reason : "");
        } else {
            const auto& notice = std::get<Notice>(step);
            text += notice.member + "~" + notice.reason;
        }
    }
}

std::string layers_of(std::string bytes)
{
    Unwrapping files{open_memory(std::move(bytes)), ""};
    auto step = files.next();
    std::string text;
    for (const auto layer : std::get<Leaf>(step).layers) {
        text += (text.empty() ? "" : " ") + std::string{layer};
    }
    return text;
}

const std::vector<Packed> kTwo = {{"a.txt", "news"}, {"b/", "", 'd'}, {"b/c.txt", "more"}};

}  // namespace

TEST_SUITE("indexer/input/unwrap")
{
    TEST_CASE("what is in archives and compressions comes file by file, under its path")
    {
        const struct {
            std::string_view what;
            std::string bytes;
            std::string leaves;
        } cases[] = {
            {"plain", "news", "=news"},
            {"nothing", "", "="},
            {"tar", tar(kTwo), "a.txt=news b/c.txt=more"},
            {"zip", zip(kTwo), "a.txt=news b/c.txt=more"},
            {"stored zip", zip(kTwo, false), "a.txt=news b/c.txt=more"},
            {"tar.gz", gzip(tar(kTwo)), "a.txt=news b/c.txt=more"},
            {"tar.xz", xz(tar(kTwo)), "a.txt=news b/c.txt=more"},
            {"zip.gz, which cannot be read backwards", gzip(zip(kTwo)), "a.txt=news b/c.txt=more"},
            {"gz in tar", tar({{"a.txt.gz", gzip("news")}}), "a.txt.gz=news"},
            {"zip in tar.gz", gzip(tar({{"x/b.zip", zip(kTwo)}, {"z", "last"}})),
             "x/b.zip!a.txt=news x/b.zip!b/c.txt=more z=last"},
            {"names that are not ASCII", tar({{"\xc3\xa9.txt", "news"}}), "\xc3\xa9.txt=news"},
            {"and in zip", zip({{"\xc3\xa9.txt", "news"}}), "\xc3\xa9.txt=news"},
            {"a name of 300 letters", tar({{std::string(300, 'x'), "news"}}),
             std::string(300, 'x') + "=news"},
            {"empty tar", tar({}), "="s + tar({})},  // zeros are no header
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            CHECK(leaves_of(c.bytes) == c.leaves);
        }
        CHECK(layers_of(gzip(tar({{"b.zip", zip(kTwo)}}))) == "gzip tar zip");
    }

    TEST_CASE("two deep is opened, deeper is told and passed over")
    {
        const auto twice = gzip(zstd("news"));
        CHECK(leaves_of(twice) == "=news");
        CHECK(leaves_of(gzip(twice)) == "~nested-too-deep");
        std::string deep = "news";
        for (int depth = 0; depth < 30; ++depth) { deep = gzip(deep); }
        CHECK(leaves_of(deep) == "~nested-too-deep");
        CHECK(leaves_of(tar({{"a.gz", gzip(twice)}, {"b", "x"}})) == "a.gz~nested-too-deep b=x");
        const auto inner = tar({{"c.tar", tar({{"d", "x"}})}, {"e", "y"}});
        CHECK(leaves_of(inner) == "c.tar!d=x e=y");
        CHECK(leaves_of(tar({{"b.tar", inner}})) == "b.tar!c.tar~nested-too-deep b.tar!e=y");
    }

    TEST_CASE("a zip is one by its name as well: documents and programs are zips, too")
    {
        CHECK(leaves_of(zip(kTwo), "a.zip") == "a.txt=news b/c.txt=more");
        CHECK(leaves_of(zip(kTwo), "x/a.ZIP") == "a.txt=news b/c.txt=more");
        CHECK(leaves_of(zip(kTwo), "a.docx") == "=" + zip(kTwo));
        CHECK(leaves_of(tar(kTwo), "a.docx") == "a.txt=news b/c.txt=more");
    }

    TEST_CASE("entries of other kinds are passed over, and names lead nowhere")
    {
        const std::vector<Packed> evil = {
            {"../../etc/up.txt", "1"},
            {"/abs.txt", "2"},
            {"link.txt", "", 'l', "/etc/passwd"},
            {"hard.txt", "", 'h', "/etc/passwd"},
            {"pipe", "", 'p'},
            {"tty", "", 'c'},
            {".git/config", "3"},
            {"__MACOSX/a.txt", "4"},
            {"a/./b//../c.txt", "5"},
        };
        CHECK(leaves_of(tar(evil)) ==
              "etc/up.txt=1 abs.txt=2 link.txt~symlink hard.txt~hardlink pipe~fifo tty~device "
              ".git/config~hidden __MACOSX/a.txt~hidden a/b/c.txt=5");
        const std::vector<Packed> linked = {{"link.txt", "", 'l', "/etc/passwd"}, {"b", "x"}};
        CHECK(leaves_of(zip(linked)) == "link.txt~symlink b=x");
    }

    TEST_CASE("a file with a hole of a terabyte is passed over at once")
    {
        CHECK(leaves_of(tar({{"huge.txt", "x", '-', "", std::uint64_t{1} << 40U}, {"b", "y"}})) ==
              "huge.txt~sparse b=y");
    }

    TEST_CASE("damage is told, and what lies before it is kept")
    {
        const std::string whole = tar({{"a", "news"}, {"b", std::string(2000, 'x')}});
        const std::string xs(2000, 'x');
        const std::string packed = zip({{"a", "news"}, {"b", xs}}, false);
        std::string wrong_sum = packed;
        wrong_sum[packed.find("xxx") + 5] = 'y';
        std::string lying = whole;  // "b" says that it has 2^33 bytes
        lying.replace(1024 + 124, 11, "77777777777");
        unsigned sum = 0;
        for (std::size_t at = 1024; at < 1536; ++at) {
            sum += at - 1024 - 148 < 8 ? ' ' : static_cast<unsigned char>(lying[at]);
        }
        std::string digits(7, '\0');
        for (int at = 5; at >= 0; --at, sum /= 8) {
            digits[static_cast<std::size_t>(at)] = static_cast<char>('0' + sum % 8);
        }
        lying.replace(1024 + 148, 7, digits);
        const struct {
            std::string_view what;
            std::string bytes;
            std::string beginning;
            std::string end;
        } cases[] = {
            {"cut in a file", whole.substr(0, 2000), "a=news b=xxx", "!truncated"},
            {"cut in a header", whole.substr(0, 1200), "a=news", "~truncated"},
            {"a wrong header", whole.substr(0, 1024) + std::string(600, 'z'), "a=news",
             "~damaged-archive ~truncated"},
            {"a lying header", lying, "a=news b=xxx", "!truncated"},
            {"zip, a wrong sum", wrong_sum, "a=news b=xxx", "!damaged-archive"},
            {"zip, cut", packed.substr(0, packed.size() / 2), "a=news b=xxx", "!truncated"},
            {"gzip around it cut", gzip(whole).substr(0, gzip(whole).size() - 3), "a=news b=xxx",
             "~truncated"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            const std::string leaves = leaves_of(c.bytes);
            CAPTURE(leaves.substr(leaves.size() - std::min(leaves.size(), std::size_t{80})));
            CHECK(leaves.starts_with(c.beginning));
            CHECK(leaves.ends_with(c.end));
        }
    }

    TEST_CASE("zeros and lines of JSON are no archive")
    {
        const std::string zeros(10'000, '\0');
        CHECK(leaves_of(gzip(zeros)) == "=" + zeros);
        CHECK(leaves_of(gzip("{\"t\":\"hello\"}\n"), "a.jsonl.gz") == "={\"t\":\"hello\"}\n");
    }

    TEST_CASE("bombs are stopped: in zip, in many small files, in two layers")
    {
        const std::string zeros(std::size_t{40} << 20U, ' ');
        const FieldMap map;
        const struct {
            std::string_view what;
            std::string bytes;
        } cases[] = {
            {"one file", zip({{"a.txt", "news"}, {"b.jsonl", zeros + zeros}})},
            {"two files", zip({{"a.txt", "news"}, {"b.jsonl", zeros}, {"c.jsonl", zeros}})},
            {"two layers", gzip(zip({{"a.txt", "news"}, {"b.jsonl", zeros + zeros}}))},
            {"tar.gz", gzip(tar({{"a.txt", "news"}, {"b.jsonl", zeros + zeros}}))},
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            const auto dump = open_dump(open_memory(c.bytes), "x.zip", nullptr, map);
            const std::string records = transcript(*dump);
            CHECK(records.starts_with("[news] "));
            CHECK(records.find("bomb") != std::string::npos);
            CHECK(dump->text_bytes() < std::size_t{70} << 20U);
        }
    }

    TEST_CASE("the records of an archive carry their place, and its formats are found by name")
    {
        const FieldMap map;
        const auto dump =
            open_dump(open_memory(tar({{"x/a.jsonl.gz", gzip("{\"title\":\"a\"}\nbad\n")},
                                       {"b.txt", "The news."},
                                       {"c.bin", "z"}})),
                      "d.tar", nullptr, map);
        const auto first = std::get<RawDocument>(dump->next());
        CHECK(first.file == "d.tar");
        CHECK(first.member == "x/a.jsonl.gz");
        const auto bad = std::get<Notice>(dump->next());
        CHECK(bad.file == "d.tar");
        CHECK(bad.member == "x/a.jsonl.gz");
        CHECK(bad.line == 2);
        CHECK(std::get<RawDocument>(dump->next()).member == "b.txt");
        CHECK(std::get<Notice>(dump->next()).reason == "unknown-format");
        CHECK(std::holds_alternative<EndOfDump>(dump->next()));
    }

    TEST_CASE("damage at random crashes nothing and ends")
    {
        const std::vector<Packed> entries = {{"a.jsonl", "{\"title\":\"a\"}\n{\"title\":\"b\"}\n"},
                                             {"b.txt.gz", gzip("news")},
                                             {"c/d.zip", zip(kTwo)}};
        for (const std::string& good : {tar(entries), zip(entries), zip(entries, false)}) {
            for (std::uint32_t seed = 0; seed < 300; ++seed) {
                CAPTURE(seed);
                const FieldMap map;
                const auto dump = open_dump(open_memory(mutate(good, seed)), "", nullptr, map);
                CHECK(transcript(*dump).size() < 10'000);
            }
        }
    }
}
