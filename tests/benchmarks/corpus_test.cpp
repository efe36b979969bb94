#include "benchmarks/corpus.hpp"

#include "benchmarks/scratch.hpp"
#include "common/storage/file.hpp"
#include "common/text/tokenizer.hpp"
#include "common/text/utf8.hpp"
#include "indexer/detected_language.hpp"
#include "indexer/parse_article.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <set>

using dateline::Article;
using dateline::FieldId;
using dateline::benchmarks::CorpusSettings;
using dateline::benchmarks::make_article;
using dateline::benchmarks::make_articles;
using dateline::benchmarks::make_text;
using dateline::benchmarks::must;

namespace {

std::string dump_of(const std::vector<Article>& articles)
{
    std::string dump;
    for (const Article& article : articles) { dump += dateline::benchmarks::json_line(article); }
    return dump;
}

}  // namespace

TEST_SUITE("benchmarks/corpus")
{
    TEST_CASE("the corpus is the same on every machine and every day")
    {
        // Another hash is another corpus: figures from before it cannot be compared with new ones.
        CHECK(dateline::hash_hex(dump_of(make_articles(200))) ==
              "97ffdb049dc628cdb1380a3ce753a250");
    }

    TEST_CASE("an article follows from its number and the settings alone")
    {
        const auto articles = make_articles(20);
        CHECK(make_article(7) == articles[7]);
        CHECK(make_article(7, {.seed = 2}) != articles[7]);
        CHECK(make_article(7, {.body_bytes = 9000}) != articles[7]);
    }

    TEST_CASE("bodies are as long as the settings say")
    {
        for (const std::size_t wanted : {200UL, 3000UL, 50'000UL}) {
            CAPTURE(wanted);
            std::size_t sum = 0;
            for (const Article& article : make_articles(200, {.body_bytes = wanted})) {
                CHECK(article.body.size() >= wanted / 2);
                CHECK(article.body.size() < wanted + wanted / 2 + 4000);
                sum += article.body.size();
            }
            CHECK(sum / 200 > wanted * 9 / 10);
        }
        CHECK(make_text("ru", 10'000).size() >= 10'000);
        CHECK(make_text("ru", 10'000).size() < 14'000);
    }

    TEST_CASE("articles are what parse_article() promises")
    {
        std::set<std::string> ids;
        for (const Article& article : make_articles(300)) {
            CAPTURE(article.id);
            CHECK(ids.insert(article.id).second);
            for (const std::string& text : {article.title, article.body, article.byline.front()}) {
                const auto clean = dateline::clean_text(text);
                CHECK(clean.text == text);
                CHECK(clean.replaced == 0);
                CHECK(text.find_first_of("%#_") == std::string::npos);
            }
            CHECK(article.date);
        }
    }

    TEST_CASE("texts are in the language they claim, English mostly")
    {
        std::map<std::string, int> languages;
        int mistaken = 0;
        for (const Article& article : make_articles(300)) {
            ++languages[article.language];
            mistaken +=
                dateline::indexer::detect_language(article.body) == article.language ? 0 : 1;
        }
        CHECK(languages["en"] > 210);
        CHECK(languages["es"] > 10);
        CHECK(languages["ru"] > 10);
        CHECK(mistaken < 30);
    }

    TEST_CASE("a few words make up half of the texts, and most words are rare")
    {
        const std::string text = make_text("en", 400'000);
        dateline::TokenList words;
        dateline::tokenize(text, words);
        std::map<std::string_view, std::size_t> counts;
        for (const auto& token : words.tokens) { ++counts[words.surface(token)]; }
        std::vector<std::size_t> sorted;
        for (const auto& [word, count] : counts) { sorted.push_back(count); }
        std::sort(sorted.rbegin(), sorted.rend());
        REQUIRE(sorted.size() > 5000);
        std::size_t common = 0;
        for (std::size_t i = 0; i < 200; ++i) { common += sorted[i]; }
        CHECK(common > words.tokens.size() * 4 / 10);
        CHECK(common < words.tokens.size() * 7 / 10);
        CHECK(std::count(sorted.begin(), sorted.end(), 1) > 1000);
    }

    TEST_CASE("words of all ranks differ")
    {
        for (const std::string language : {"en", "es", "ru"}) {
            CAPTURE(language);
            std::set<std::string> words;
            for (std::size_t rank = 0; rank < dateline::benchmarks::kCorpusWords; ++rank) {
                words.insert(dateline::benchmarks::corpus_word(language, rank));
            }
            CHECK(words.size() > dateline::benchmarks::kCorpusWords * 97 / 100);
        }
    }

    TEST_CASE("a scraped page of an article is understood")
    {
        for (std::uint64_t number = 0; number < 50; ++number) {
            const Article article = make_article(number);
            const std::string page = dateline::benchmarks::page_text(article);
            const auto parsed =
                must(dateline::indexer::parse_article({.body = page, .unstructured = true}));
            CAPTURE(page);
            CHECK(parsed.analyzed.article.title == article.title);
            CHECK(parsed.analyzed.article.date == article.date);
            CHECK(parsed.analyzed.article.byline == article.byline);
        }
    }

    TEST_CASE("an index of the corpus has its articles, with people, countries and dates")
    {
        const auto folder = must(dateline::benchmarks::ScratchFolder::make());
        dateline::benchmarks::build_index(folder.path() / "index", 20);
        const auto snapshot = must(dateline::Snapshot::open(folder.path() / "index"));
        std::size_t articles = 0;
        for (const auto& segment : snapshot.segments()) { articles += segment.articles(); }
        CHECK(articles == 20);
        CHECK(snapshot.names().of(FieldId::Person).size() > 20);
        CHECK(snapshot.names().of(FieldId::Country).size() > 10);
    }

    TEST_CASE("a scratch folder leaves nothing behind")
    {
        std::filesystem::path path;
        {
            const auto folder = must(dateline::benchmarks::ScratchFolder::make());
            path = folder.path();
            must(dateline::write_file(path / "x", "y"));
        }
        CHECK_FALSE(std::filesystem::exists(path));
    }
}
