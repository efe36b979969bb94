// Every kind of bad input and what it gets: the table tests/golden/bad-inputs.md is made here, so
// that it cannot say what is not so. The threats are those of the design's reliability.md.
#include "indexer/input/open_dump.hpp"
#include "tests/support/dump_reading.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/packing.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <map>
#include <sys/stat.h>

using namespace dateline;
using namespace dateline::indexer;
using namespace dateline::tests;
using namespace std::string_literals;

namespace {

/// "2 articles; skipped: bad-json (a string has no end); kept, but: bad-utf8 (…)".
std::string outcome_of(Dump& dump)
{
    std::size_t articles = 0;
    std::string lost;
    std::string kept;
    std::map<std::string, std::size_t> seen;
    for (;;) {
        const Record record = dump.next();
        if (std::holds_alternative<EndOfDump>(record)) { break; }
        if (std::holds_alternative<RawDocument>(record)) { ++articles; }
        const auto* notice = std::get_if<Notice>(&record);
        if (notice == nullptr || ++seen[notice->reason] > 1) { continue; }
        std::string& list = notice->lost ? lost : kept;
        list += (list.empty() ? "" : ", ") + notice->reason;
        const auto colon = notice->message.find(" at byte ");
        list += " (" + notice->message.substr(0, colon) + ")";
    }
    std::string text = std::to_string(articles) + (articles == 1 ? " article" : " articles");
    if (!lost.empty()) { text += "; skipped: " + lost; }
    if (!kept.empty()) { text += "; told: " + kept; }
    return text;
}

std::string outcome(std::string bytes, std::string_view name)
{
    const FieldMap map;
    return outcome_of(*open_dump(open_memory(std::move(bytes)), std::string{name}, nullptr, map));
}

/// A tar whose first header says that the file in it is 2^62 bytes long.
std::string tar_of_endless_file()
{
    constexpr std::size_t kSize = 124;  // places in the header
    constexpr std::size_t kSum = 148;
    std::string bytes = tar({{"a.txt", "News of the day."}});
    bytes.replace(kSize, 12, "\x80\0\0\0\x40\0\0\0\0\0\0\0"s);
    bytes.replace(kSum, 8, "        ");
    unsigned sum = 0;
    for (std::size_t n = 0; n < 512; ++n) { sum += static_cast<unsigned char>(bytes[n]); }
    std::string octal;
    for (; octal.size() < 6; sum /= 8) {
        octal.insert(octal.begin(), static_cast<char>('0' + sum % 8));
    }
    bytes.replace(kSum, 8, octal + "\0 "s);
    return bytes;
}

struct Row {
    std::string_view threat;
    std::string_view input;
    std::string name;
    std::string bytes;
};

const std::string kLine = "{\"title\":\"a\",\"body\":\"b\"}\n";
const std::string kThree = kLine + kLine + kLine;
/// "Новый мост открыт для всех жителей города, сообщил мэр."
const std::string kRussian1251 =
    "\xcd\xee\xe2\xfb\xe9 \xec\xee\xf1\xf2 \xee\xf2\xea\xf0\xfb\xf2 \xe4\xeb\xff "
    "\xe2\xf1\xe5\xf5 \xe6\xe8\xf2\xe5\xeb\xe5\xe9 \xe3\xee\xf0\xee\xe4\xe0, "
    "\xf1\xee\xee\xe1\xf9\xe8\xeb \xec\xfd\xf0.";

std::string spaces(std::size_t megabytes) { return std::string(megabytes << 20U, ' '); }

std::string wrong_sum(std::string packed, std::size_t from_end)
{
    char& byte = packed[packed.size() - from_end];
    byte = static_cast<char>(byte ^ 1);
    return packed;
}

std::vector<Row> wrapping_rows()
{
    const std::string bomb = kLine + spaces(80);
    std::string deep = kLine;
    for (int depth = 0; depth < 30; ++depth) { deep = gzip(deep); }
    const std::string archive = tar({{"a.jsonl", kThree}, {"b.txt", "News."}});
    const std::vector<Packed> evil = {
        {"../../up.txt", "News."},
        {"/abs.txt", "News."},
        {"link.txt", "", 'l', "/etc"},
        {"hard.txt", "", 'h', "/etc/passwd"},
        {"pipe", "", 'p'},
        {"tty", "", 'c'},
        {".hidden.txt", "News."},
    };
    return {
        {"1", "a gzip bomb", "a.jsonl.gz", gzip(bomb)},
        {"1", "a zstd bomb", "a.jsonl.zst", zstd(bomb)},
        {"1", "a bzip2 bomb", "a.jsonl.bz2", bzip2(bomb)},
        {"1", "an xz bomb", "a.jsonl.xz", xz(bomb)},
        {"1", "a zip bomb", "a.zip", zip({{"a.jsonl", bomb}})},
        {"1", "a bomb of many files", "a.zip",
         zip({{"a.txt", "News."}, {"b.jsonl", spaces(40)}, {"c.jsonl", spaces(40)}})},
        {"2", "a zstd window of 256 MiB", "a.jsonl.zst", zstd(kThree, 28)},
        {"2", "an xz dictionary of 256 MiB", "a.jsonl.xz", xz(kThree, 256U << 20U)},
        {"3", "gzip in gzip", "a.jsonl.gz.gz", gzip(gzip(kThree))},
        {"3", "gzip 30 deep", "a.jsonl.gz", deep},
        {"3", "zip in tar", "a.tar", tar({{"b.zip", zip({{"c.jsonl", kThree}})}})},
        {"3", "tar in tar in tar", "a.tar", tar({{"b.tar", tar({{"c.tar", archive}})}})},
        {"4", "a sparse file of a terabyte in a tar", "a.tar",
         tar({{"a.txt", "x", '-', "", std::uint64_t{1} << 40U}, {"b.txt", "News."}})},
        {"4", "a header in a tar that says 2^62 bytes", "a.tar", tar_of_endless_file()},
        {"5", "a wrong checksum of gzip", "a.jsonl.gz", wrong_sum(gzip(kThree), 6)},
        {"5", "a wrong checksum of zstd", "a.jsonl.zst", wrong_sum(zstd(kThree), 2)},
        {"5", "a wrong checksum of bzip2", "a.jsonl.bz2", wrong_sum(bzip2(kThree), 3)},
        {"5", "a wrong checksum in a zip", "a.zip",
         [] {
             std::string bytes = zip({{"a.jsonl", kThree}}, false);
             bytes[bytes.find("title") + 8] = 'c';
             return bytes;
         }()},
        {"5", "gzip cut in its checksum", "a.jsonl.gz",
         gzip(kThree).substr(0, gzip(kThree).size() - 4)},
        {"5", "several members of gzip", "a.jsonl.gz", gzip(kLine) + gzip(kLine) + gzip(kLine)},
        {"5", "other bytes behind gzip", "a.jsonl.gz", gzip(kThree) + "rubbish"},
        {"5", "a tar cut in a file", "a.tar", archive.substr(0, 540)},
        {"5", "a tar cut in its second header", "a.tar", archive.substr(0, 1100)},
        {"6", "zeros as gzip", "a.gz", gzip(std::string(100'000, '\0'))},
        {"6", "JSON lines as gzip, which libarchive would take for mtree", "a.jsonl.gz",
         gzip(kThree)},
        {"6", "a document that is a zip", "a.docx", zip({{"a.jsonl", kThree}})},
        {"7", "paths that lead out, links, devices, a FIFO, a hidden file", "a.tar", tar(evil)},
        {"7", "a link in a zip", "a.zip", zip({{"a.txt", "", 'l', "/etc"}, {"b.txt", "News."}})},
    };
}

std::string warc_page(const std::string& encoding, const std::string& body)
{
    const std::string response =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: " + encoding + "\r\n\r\n" +
        body;
    return "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + std::to_string(response.size()) +
           "\r\n\r\n" + response + "\r\n\r\n";
}

std::vector<Row> text_rows()
{
    return {
        {"9", "an empty file", "a.txt", ""},
        {"9", "a file of no known format", "a.pdf", "%PDF-1.4"},
        {"10", "an array instead of lines", "a.json",
         "[{\"title\":\"a\",\"body\":\"b\"},{\"title\":\"c\",\"body\":\"d\"}]"},
        {"10", "text behind an array", "a.json", "[{\"title\":\"a\",\"body\":\"b\"}] and so on"},
        {"10", "a cut line", "a.jsonl", kLine + "{\"title\":\"x\n" + kLine},
        {"10", "a line that is no JSON", "a.jsonl", kLine + "news\n" + kLine},
        {"10", "a NUL in a line", "a.jsonl", kLine + "{\"title\":\"\0\"}\n"s + kLine},
        {"10", "half a surrogate pair", "a.jsonl", kLine + "{\"title\":\"\\ud800\"}\n" + kLine},
        {"10", "100,000 brackets", "a.jsonl", kLine + std::string(100'000, '[') + "\n" + kLine},
        {"10", "the same key twice", "a.jsonl", "{\"title\":\"a\",\"title\":\"b\"}\n"},
        {"10", "a field of a wrong type", "a.jsonl", "{\"title\":{},\"body\":\"b\"}\n"},
        {"10", "a byte order mark, CRLF", "a.jsonl", "\xef\xbb\xbf{\"title\":\"a\"}\r\n"},
        {"10", "a line of 33 MiB", "a.jsonl", kLine + spaces(33) + "x\n" + kLine},
        {"10", "objects behind a list of articles", "a.json",
         R"({"items":[{"id":1,"text":"a"},{"id":2,"text":"b"}],"more":[{"id":3}]})"},
        {"10", "an array without its end", "a.jsonl", "[" + kLine + "," + kLine},
        {"10", "a .json that is no article", "a.json", "[{\"name\":\"a\",\"url\":\"b\"}]"},
        {"11", "UTF-8 with one wrong byte", "a.jsonl", "{\"title\":\"caf\xe9\"}\n" + kLine},
        {"11", "UTF-16 without a mark", "a.txt", "N\0e\0w\0s\0"s},
        {"11", "windows-1251", "a.txt", kRussian1251},
        {"11", "windows-1251 and UTF-8, line by line", "a.txt",
         kRussian1251 + "\nВторая строка, уже в UTF-8.\n"},
        {"11", "a name of no encoding in a page", "a.html",
         "<meta charset=klingon><title>A bridge</title><p>caf\xc3\xa9"},
        {"11", "text encoded twice", "a.jsonl",
         "{\"title\":\"Mar\xc3\x83\xc2\xad"
         "a\"}\n"},
        {"12", "an article of 17 MiB", "a.txt", spaces(17) + "x"},
        {"12", "a million words in one line", "a.txt",
         [] {
             std::string words;
             for (int n = 0; n < 1'000'000; ++n) { words += std::to_string(n) + ' '; }
             return words;
         }()},
        {"12", "NULs in a text", "a.txt", "News\0 of the day.\n"s},
        {"13", "signs that steer a terminal", "a.txt", "\x1b]0;x\x07 News \x1b[31mred\n"},
        {"", "a CSV record with a column too many", "a.csv", "title,body\na,b,c\na,b\n"},
        {"", "a CSV quote without end", "a.csv", "title,body\na,\"b\na,b\n"},
        {"", "a CSV without a column that is known", "a.csv", "x,y\na,b\n"},
        {"", "an SGML record without its end tag", "a.sgm",
         "<DOC><TEXT>a</TEXT><DOC><TEXT>b</TEXT></DOC>"},
        {"", "SGML that is cut", "a.sgm", "<DOC><TEXT>a</TEXT></DOC><DOC><TEXT>b"},
        {"", "a WARC record that is cut", "a.warc",
         "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 99\r\n\r\n<html>"},
        {"", "a WARC page in brotli that is none", "a.warc", warc_page("br", "xyz")},
        {"", "a WARC page in an encoding of nobody", "a.warc", warc_page("compress", "xyz")},
        {"", "a page nested 100,000 deep", "a.html",
         [] {
             std::string deep;
             for (int n = 0; n < 100'000; ++n) { deep += "<div>"; }
             return deep + "x";
         }()},
        {"", "a page with an entity of its own", "a.html",
         "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><p>&e;"},
    };
}

void add_row(std::string& table, std::string_view threat, std::string_view input,
             const std::string& what)
{
    table += "| " + std::string{threat} + " | " + std::string{input} + " | " + what + " |\n";
}

/// What a folder holds that is no file to read.
void add_folder_rows(std::string& table)
{
    const Sandbox sandbox;
    sandbox.write("dump/a.jsonl", kLine);
    std::filesystem::create_symlink("/etc/passwd", sandbox.at("dump/link.txt"));
    REQUIRE(mkfifo(sandbox.at("dump/pipe.txt").c_str(), 0600) == 0);
    sandbox.write("dump/.hidden.txt", "x");
    std::filesystem::create_symlink(sandbox.at("dump"), sandbox.at("dump/loop"));
    const auto found = find_dump_files(std::vector{sandbox.at("dump")});
    REQUIRE(found);
    for (const Notice& notice : found->notices) {
        add_row(
            table, "8", "in a folder: " + notice.file,
            (notice.lost ? "skipped: " : "told: ") + notice.reason + " (" + notice.message + ")");
    }
    const FieldMap map;
    const auto emptied = open_dump(found->files.front(), nullptr, map);
    std::filesystem::resize_file(sandbox.at("dump/a.jsonl"), 0);
    add_row(table, "9", "a file that is emptied before it is read", outcome_of(*emptied));
    sandbox.write("dump/a.jsonl", kLine + std::string(4096 - kLine.size(), ' '));
    std::filesystem::resize_file(sandbox.at("dump/a.jsonl"), std::uintmax_t{5} << 30U);
    add_row(table, "9", "a line, and a hole of 5 GB behind it",
            outcome_of(*open_dump(found->files.front(), nullptr, map)));
    std::filesystem::remove(sandbox.at("dump/a.jsonl"));
    auto gone = outcome_of(*open_dump(found->files.front(), nullptr, map));
    const auto path = gone.find(found->files.front().path);
    gone.replace(path, found->files.front().path.size(), "…");
    add_row(table, "9", "a file that vanishes before it is opened", gone);
}

}  // namespace

TEST_SUITE("indexer/input/bad_inputs")
{
    TEST_CASE("what each bad input gets is what the table says")
    {
        std::string table =
            "# Bad inputs, and what each gets\n\n"
            "Made by tests/indexer/input/bad_inputs_test.cpp; the numbers are those of the threats "
            "in\n"
            "the design's reliability.md. What is skipped is counted, shown in the summary, and "
            "written\n"
            "to the --report with its place; everything else is read.\n\n"
            "| threat | input | outcome |\n|---|---|---|\n";
        for (const auto& rows : {wrapping_rows(), text_rows()}) {
            for (const Row& row : rows) {
                CAPTURE(row.input);
                add_row(table, row.threat, row.input, outcome(row.bytes, row.name));
            }
        }
        add_folder_rows(table);
        check_golden("bad-inputs.md", table);
    }
}
