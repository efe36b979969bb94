// The formats that write a hit at a time: what they look like, and payloads in every field.
#include "searcher/output/escapes.hpp"
#include "searcher/output/hit_fields.hpp"
#include "searcher/output/renderer.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/sample_result.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace dateline;
using namespace dateline::searcher;
using Json = nlohmann::ordered_json;

namespace {

const Renderer& format(std::string_view name)
{
    const auto found = std::find_if(renderers().begin(), renderers().end(),
                                    [name](const Renderer* r) { return r->name == name; });
    REQUIRE((found != renderers().end()));
    return **found;
}

std::string print(std::string_view name, const SearchResult& result, const Style& style = {})
{
    std::ostringstream out;
    format(name).write(result, style, out);
    return out.str();
}

/// A hit that says `text` in every field.
SearchResult saying(const std::string& text)
{
    return {.total = 1,
            .hits = {{.id = text,
                      .title = text,
                      .byline = {text},
                      .source = text,
                      .url = text,
                      .language = text,
                      .snippet = text,
                      .people = {text},
                      .countries = {text}}}};
}

/// Markdown without the signs that a backslash takes the meaning of.
std::string unescaped(const std::string& markdown)
{
    std::string rest;
    for (std::size_t i = 0; i < markdown.size(); ++i) {
        if (markdown[i] == '\\') {
            ++i;
        } else {
            rest += markdown[i];
        }
    }
    return rest;
}

/// The cells of CSV, as RFC 4180 reads them.
std::vector<std::vector<std::string>> read_csv(const std::string& text)
{
    std::vector<std::vector<std::string>> rows{{""}};
    bool is_quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_double = is_quoted && text[i] == '"' && text[i + 1] == '"';
        if (is_double) {
            rows.back().back() += text[++i];
        } else if (text[i] == '"') {
            is_quoted = !is_quoted;
        } else if (!is_quoted && text[i] == ',') {
            rows.back().emplace_back();
        } else if (!is_quoted && text.compare(i, 2, "\r\n") == 0) {
            rows.push_back({""});
            ++i;
        } else {
            rows.back().back() += text[i];
        }
    }
    rows.pop_back();
    return rows;
}

}  // namespace

TEST_SUITE("searcher/output/rows")
{
    TEST_CASE("each format looks as promised")
    {
        for (const char* name : {"jsonl", "csv", "tsv", "bibtex", "markdown"}) {
            CAPTURE(name);
            std::string printed = print(name, tests::sample_result());
            // Line ends of CSV would be lost in an editor.
            std::erase(printed, '\r');
            tests::check_golden(std::string{"output/find."} + name, printed);
        }
    }

    TEST_CASE("no cell of a table begins a formula, whatever the field")
    {
        for (const char* payload : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1",
                                    "＝1", "\u00a0=1", "=cmd|' /C calc'!A0"}) {
            CAPTURE(payload);
            const auto rows = read_csv(print("csv", saying(payload)));
            REQUIRE(rows.size() == 2);
            REQUIRE(rows[0].size() == rows[1].size());
            for (std::size_t i = 0; i < rows[0].size(); ++i) {
                CAPTURE(rows[0][i]);
                if (rows[0][i] == "date") { continue; }
                CHECK(rows[1][i].starts_with('\''));
            }
            const std::string tsv = print("tsv", saying(payload));
            CHECK(std::count(tsv.begin(), tsv.end(), '\n') == 2);
            CHECK(tsv.find("\n'") != std::string::npos);
            CHECK(tsv.find("\t'") != std::string::npos);
        }
    }

    TEST_CASE("cells come back as they were, in as many rows and columns as there are")
    {
        const std::string text = "a,\"b\"\nc\td \"\" ,";
        const auto rows = read_csv(print("csv", saying(text)));
        REQUIRE(rows.size() == 2);
        CHECK(rows[1][1] == "a,\"b\" c d \"\" ,");
        const std::string tsv = print("tsv", saying(text));
        CHECK(std::count(tsv.begin(), tsv.end(), '\t') ==
              2 * static_cast<std::ptrdiff_t>(table_fields({}).size() - 1));
    }

    TEST_CASE("Markdown has no link, tag or heading of an article's text, but its own address")
    {
        const std::string text =
            "# [x](javascript:alert) <script> ![i](http://e.org/i) `c` **b** | www.e.org &lt; "
            "~~s~~";
        const std::string printed = unescaped(print("markdown", saying(text)));
        for (const char* markup : {"<script", "](java", "](http", "![", "\n# ", " `", "**b", " | ",
                                   "www.e", " &lt", " ~~", "http:"}) {
            CAPTURE(std::string{markup});
            CHECK(printed.find(markup) == std::string::npos);
        }
        SearchResult linked = saying("t");
        linked.hits[0].url = "https://example.org/a)>(b <i>\"";
        CHECK(print("markdown", linked)
                  .starts_with("### [t](<https://example.org/a%29%3E%28b%20%3Ci%3E%22>)\n"));
        linked.hits[0].url = "javascript://example.org";
        CHECK(print("markdown", linked).starts_with("### t\n"));
    }

    TEST_CASE("Markdown escapes a sign only where it could be markup")
    {
        const struct {
            const char* text;
            const char* markdown;
        } cases[] = {
            {"a well-known A.B. (of 2022-02-16): 5 + 5 = 10!", nullptr},
            {"half-way; \"so\" 50 % & more, #", "half-way; \"so\" 50 % & more, \\#"},
            {"- a", "\\- a"},
            {"  + a", "  \\+ a"},
            {"---", "\\---"},
            {"=====", "\\====="},
            {"# a", "\\# a"},
            {"a #", "a \\#"},
            {"a#b", nullptr},
            {"1. a", "1\\. a"},
            {"12) a", "12\\) a"},
            {"in 1. a", nullptr},
            {"> a", "\\> a"},
            {"a_b", "a\\_b"},
            {"AT&T", "AT\\&T"},
            {"&#60;", "\\&\\#60;"},
            {"http://e.org", "http\\://e.org"},
            {"WWW.e.org", "WWW\\.e.org"},
            {"a@e.org", "a\\@e.org"},
            {"\\*", "\\\\\\*"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(markdown_text(c.text) == (c.markdown == nullptr ? c.text : c.markdown));
        }
        CHECK(markdown_text(std::string(1'000'000, '1') + '.').size() == 1'000'002);
    }

    TEST_CASE("BibTeX is balanced, and no two ids have one key")
    {
        const std::string printed = print("bibtex", saying("a}{\\b%$&#_^~ and c"));
        CHECK(printed.find("title = {{a\\}\\{{\\textbackslash}b\\%\\$\\&\\#\\_{\\textasciicircum}"
                           "{\\textasciitilde} and c}}") != std::string::npos);
        CHECK(printed.starts_with("@article{a+7D+7B+5Cb"));
        CHECK(print("bibtex", saying("a b")).substr(0, 16) !=
              print("bibtex", saying("a+20b")).substr(0, 16));
    }

    TEST_CASE("--fields chooses fields and their order; what is no field is told")
    {
        const auto fields = hit_fields_named("title,id,title");
        REQUIRE(fields);
        const Style style{.fields = *fields};
        const SearchResult result{.total = 1, .hits = {{.id = "a/1", .title = "T"}}};
        CHECK(print("csv", result, style) == "title,id\r\nT,a/1\r\n");
        CHECK(print("tsv", result, style) == "title\tid\nT\ta/1\n");
        CHECK(print("jsonl", result, style) == "{\"title\":\"T\",\"id\":\"a/1\"}\n");
        for (const char* wrong : {"", "id,", ",id", "titel", "id title"}) {
            CAPTURE(wrong);
            const auto refused = hit_fields_named(wrong);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().kind == ErrorKind::Usage);
            CHECK(refused.error().hint.starts_with("one of: id, title, "));
        }
    }

    TEST_CASE("in a batch every hit says which query found it")
    {
        const SearchResult result{.query = "q", .total = 1, .hits = {{.id = "a/1"}}};
        const auto fields = hit_fields_named("id");
        REQUIRE(fields);
        const Style style{.fields = *fields, .is_batch = true, .query_name = "=n"};
        CHECK(print("csv", result, style) == "query_name,id\r\n'=n,a/1\r\n");
        CHECK(print("tsv", result, style) == "query_name\tid\n'=n\ta/1\n");
        CHECK(print("ids", result, style) == "=n\ta/1\n");
        CHECK(print("jsonl", result, style) == "{\"query_name\":\"=n\",\"id\":\"a/1\"}\n");
        CHECK(Json::parse(print("json", result, style))["query_name"] == "=n");
        CHECK(print("bibtex", result, style).find("keywords = {=n}") != std::string::npos);
        CHECK(print("markdown", result, style).find("found by \\=n") != std::string::npos);
        CHECK(print("text", result, style).starts_with("=n: q\n"));
    }
}
