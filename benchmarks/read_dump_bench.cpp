// How fast each format, wrapping and encoding is read, up to fields: paid for every byte of a dump.
// JSON Lines are in parse_article_bench.cpp.
#include "benchmarks/corpus.hpp"
#include "indexer/input/open_dump.hpp"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <stdexcept>
#include <zlib.h>

namespace {

using namespace dateline;

constexpr std::size_t kArticles = 100;

std::string json_lines()
{
    std::string dump;
    for (const Article& article : benchmarks::make_articles(kArticles)) {
        dump += benchmarks::json_line(article);
    }
    return dump;
}

/// One array in a single line.
std::string json_array()
{
    std::string dump = json_lines();
    for (char& byte : dump) {
        if (byte == '\n') { byte = ','; }
    }
    dump.back() = ']';
    return '[' + dump;
}

std::string csv_field(std::string_view text)
{
    std::string field = "\"";
    for (const char byte : text) { field += byte == '"' ? "\"\"" : std::string{byte}; }
    return field + '"';
}

std::string csv()
{
    std::string dump = "title,body\n";
    for (const Article& article : benchmarks::make_articles(kArticles)) {
        dump += csv_field(article.title) + ',' + csv_field(article.body) + '\n';
    }
    return dump;
}

std::string sgml()
{
    std::string dump;
    for (const Article& article : benchmarks::make_articles(kArticles)) {
        dump += "<DOC>\n<HEADLINE>" + article.title + "</HEADLINE>\n<TEXT>\n" + article.body +
                "\n</TEXT>\n</DOC>\n";
    }
    return dump;
}

std::string mediawiki()
{
    std::string dump = "<mediawiki xml:lang=\"en\">";
    for (const Article& article : benchmarks::make_articles(kArticles)) {
        dump += "<page><title>" + article.title + "</title><ns>0</ns><revision><text>'''" +
                article.body + "''' [[w:X|x]]</text></revision></page>\n";
    }
    return dump + "</mediawiki>\n";
}

/// Many texts in one file, each behind a line: a file that begins so is certain.
std::string texts()
{
    std::string dump;
    for (const Article& article : benchmarks::make_articles(kArticles)) {
        dump += "----------\n\n" + benchmarks::page_text(article) + "\n\n";
    }
    return dump;
}

/// One text with everything in it.
std::string text()
{
    std::string dump;
    for (const Article& article : benchmarks::make_articles(kArticles)) {
        dump += article.body + "\n\n";
    }
    return dump;
}

std::string markdown() { return "---\ntitle: All of them\n---\n\n" + text(); }

/// A page as sites have them: a head, menus, teasers, comments around a paragraph in each <p>.
std::string page(const Article& article)
{
    std::string menu;
    for (int n = 0; n < 40; ++n) {
        menu += "<li class=\"menu-item menu-item-" + std::to_string(n) + "\"><a href=\"/section/" +
                std::to_string(n) + "\">Section</a></li>";
    }
    std::string html = "<!DOCTYPE html><html lang=\"en\"><head><title>" + article.title +
                       " | The Post</title><meta property=\"og:title\" content=\"A\">"
                       "<meta property=\"article:published_time\" content=\"2024-11-08\">"
                       "</head><body><nav><ul>" +
                       menu + "</ul></nav><main><h1>" + article.title +
                       "</h1><div class=\"entry-content\">";
    std::string_view rest = article.body;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find("\n\n"), rest.size());
        html += "<p>" + std::string{rest.substr(0, end)} + "</p>\n";
        rest.remove_prefix(std::min(end + 2, rest.size()));
    }
    return html + "</div></main><aside class=\"sidebar\"><ul>" + menu +
           "</ul></aside><footer>The Post</footer></body></html>";
}

/// Pages as responses of a WARC.
std::string warc()
{
    std::string dump;
    for (const Article& article : benchmarks::make_articles(kArticles)) {
        const std::string block =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(article);
        dump +=
            "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + std::to_string(block.size()) +
            "\r\n\r\n" + block + "\r\n\r\n";
    }
    return dump;
}

std::string gzipped_lines()
{
    const std::string dump = json_lines();
    z_stream stream{};
    if (deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::runtime_error{"no zlib"};
    }
    std::string packed(deflateBound(&stream, dump.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(dump.data()));
    stream.avail_in = static_cast<uInt>(dump.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

/// Bytes/s of the text as it is unpacked, before it is decoded.
void bm_read(benchmark::State& state, const std::string& dump, const char* name,
             std::size_t expected = kArticles)
{
    std::uint64_t bytes = 0;
    for (auto _ : state) {
        const indexer::FieldMap map;
        const auto opened = indexer::open_dump(indexer::open_memory(dump), name, nullptr, map);
        std::size_t articles = 0;
        for (;;) {
            const auto record = opened->next();
            if (!std::holds_alternative<indexer::RawDocument>(record)) { break; }
            ++articles;
        }
        if (articles != expected) { state.SkipWithError("the dump lost articles"); }
        bytes += opened->text_bytes();
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK_CAPTURE(bm_read, json_array, json_array(), "a.json");
BENCHMARK_CAPTURE(bm_read, csv, csv(), "a.csv");
BENCHMARK_CAPTURE(bm_read, sgml, sgml(), "a.sgm");
BENCHMARK_CAPTURE(bm_read, mediawiki, mediawiki(), "a.xml");
BENCHMARK_CAPTURE(bm_read, markdown, markdown(), "a.md", 1);
BENCHMARK_CAPTURE(bm_read, texts, texts(), "a.txt");
BENCHMARK_CAPTURE(bm_read, text, text(), "a.txt", 1);
BENCHMARK_CAPTURE(bm_read, warc_of_html, warc(), "a.warc");
BENCHMARK_CAPTURE(bm_read, gzipped_lines, gzipped_lines(), "a.jsonl.gz");

}  // namespace
