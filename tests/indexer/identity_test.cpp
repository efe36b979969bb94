#include "indexer/identity.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::Article;
using dateline::indexer::article_id;
using dateline::indexer::file_stem;
using dateline::indexer::RawDocument;

TEST_SUITE("indexer/identity")
{
    TEST_CASE("a file's stem is its path without extensions")
    {
        const struct {
            std::string path;
            std::string stem;
        } cases[] = {
            {"reuters.jsonl", "reuters"},
            {"reuters.jsonl.zst", "reuters"},
            {"wire/a.json.gz", "wire/a"},
            {"wire.d/a", "wire.d/a"},
            {"wire/2024.11.08.jsonl.gz", "wire/2024.11.08"},
            {"wire/2024.11.08", "wire/2024.11.08"},
            {"wire/a.", "wire/a."},
            {"wire/.jsonl", "wire/.jsonl"},
            {".zst", ".zst"},
            {"a.TXT.BZ2", "a"},
            {"dump.tar.gz!x/a.jsonl", "dump.tar.gz!x/a"},
            {"dump.tar.gz!a", "dump.tar.gz!a"},
            {"", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.path);
            CHECK(file_stem(c.path) == c.stem);
        }
    }

    TEST_CASE("an article is known by its own id, else its URL, else its place")
    {
        const struct {
            std::string id;
            std::string source;
            std::string url;
            std::string file;
            std::uint64_t record;
            bool unstructured;
            std::string wanted;
        } cases[] = {
            {"1", "", "", "reuters.jsonl.zst", 1, false, "reuters/1"},
            {"1", "Reuters", "https://e.org/a", "a.jsonl", 1, false, "reuters/1"},
            {"reuters/1", "", "", "reuters.jsonl", 1, false, "reuters/1"},
            {"reuters1", "", "", "reuters.jsonl", 1, false, "reuters/reuters1"},
            {" 1 ", "", "", "x/reuters.jsonl", 1, false, "x/reuters/1"},
            {"1", "", "", "", 1, false, "1"},
            {"", "Wire", "https://e.org/a", "a.jsonl", 1, false, "https://e.org/a"},
            {"", "", "", "a/b.txt", 1, true, "a/b.txt"},
            {"", "", "", "a/b.jsonl", 1, false, "a/b.jsonl#1"},
            {"  ", "", "", "a/b.jsonl", 27, false, "a/b.jsonl#27"},
            {"", "", "", "a/b.tar", 2, true, "a/b.tar#2"},
        };
        for (const auto& c : cases) {
            RawDocument raw;
            raw.id = c.id;
            raw.file = c.file;
            raw.record = c.record;
            raw.unstructured = c.unstructured;
            Article article;
            article.url = c.url;
            CAPTURE(c.wanted);
            CHECK(article_id(raw, c.source, article) == c.wanted);
        }
    }

    TEST_CASE("in an archive the path goes on behind a !")
    {
        RawDocument raw;
        raw.file = "d/a.tar";
        raw.member = "x/b.jsonl";
        raw.record = 3;
        CHECK(article_id(raw, "", {}) == "d/a.tar!x/b.jsonl#3");
        raw.id = "7";
        CHECK(article_id(raw, "", {}) == "d/a.tar!x/b/7");
        raw.file = "";
        CHECK(article_id(raw, "", {}) == "x/b/7");
    }

    TEST_CASE("from standard input an article is known by its content")
    {
        Article article;
        article.title = "A";
        article.body = "B";
        const std::string id = article_id({}, "", article);
        CHECK(id.size() == 32);
        CHECK(id.find_first_not_of("0123456789abcdef") == std::string::npos);
        CHECK(article_id({}, "", article) == id);
        article.body = "C";
        CHECK(article_id({}, "", article) != id);
        article.title = "";
        CHECK(article_id({}, "", article) != id);
    }
}
