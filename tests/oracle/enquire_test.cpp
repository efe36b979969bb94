// The order of hits against Xapian::Enquire, whose BM25 ours has to equal.
#include "common/text/tokenizer.hpp"
#include "searcher/query/parser.hpp"
#include "tests/oracle/compare.hpp"
#include "tests/oracle/corpus.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/sandbox.hpp"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <xapian.h>

using namespace dateline;

namespace {

/// English articles without "U.S.": that word has two terms, which Xapian counts as two words.
std::vector<AnalyzedArticle> plain_english_articles()
{
    std::vector<AnalyzedArticle> wanted;
    TokenList words;
    for (AnalyzedArticle& analyzed :
         tests::read_corpus({tests::test_path("data/sample")}, "none")) {
        bool plain = analyzed.article.language == "en";
        for (const std::string* text : {&analyzed.article.title, &analyzed.article.body}) {
            tokenize(*text, words);
            for (const Token& token : words.tokens) {
                plain = plain && words.surface(token) != kUnitedStates;
            }
        }
        if (plain) { wanted.push_back(std::move(analyzed)); }
    }
    return wanted;
}

Xapian::Database by_xapian(const Snapshot& snapshot, std::size_t segment)
{
    const auto folder = snapshot.path() / "segments" / snapshot.segments()[segment].name;
    return Xapian::Database{(folder / "postings").string()};
}

std::vector<double> enquire_scores(const Xapian::Database& postings, const Xapian::Query& query)
{
    Xapian::Enquire enquire{postings};
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BM25Weight{1.2, 0, 1, 0.75, 0});
    std::vector<double> scores;
    const Xapian::MSet found =
        enquire.get_mset(0, postings.get_doccount(), postings.get_doccount());
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
        scores.push_back(hit.get_weight());
    }
    return scores;
}

std::vector<double> engine_scores(searcher::Engine& engine, const std::string& query)
{
    const auto parsed = searcher::parse_query(query);
    REQUIRE(parsed);
    const auto result = engine.search({.text = query,
                                       .query = parsed->spec,
                                       .ranking = searcher::kBm25Only,
                                       .limit = searcher::kMaxLimit});
    REQUIRE(result);
    std::vector<double> scores;
    for (const searcher::Hit& hit : result->hits) { scores.push_back(hit.score); }
    return scores;
}

}  // namespace

TEST_SUITE("oracle/enquire")
{
    TEST_CASE("every hit weighs what Enquire says, for words, AND and OR")
    {
        const tests::Sandbox sandbox;
        tests::index_articles(plain_english_articles(), sandbox.path() / "index", 1000);
        auto opened = searcher::Engine::open(sandbox.path() / "index");
        REQUIRE(opened);
        searcher::Engine engine = *std::move(opened);
        REQUIRE(engine.snapshot().segments().size() == 1);
        const Xapian::Database postings = by_xapian(engine.snapshot(), 0);
        const Xapian::Stem stem{"en"};
        const std::vector<std::string> words{"president", "the", "agreement",  "minister",
                                             "said",      "of",  "government", "signed"};
        for (const std::string& first : words) {
            for (const std::string& second : words) {
                const Xapian::Query a{stem(first)};
                const Xapian::Query b{stem(second)};
                const struct {
                    std::string query;
                    Xapian::Query same;
                } cases[] = {
                    {first, a},
                    {first + " " + second, {Xapian::Query::OP_AND, a, b}},
                    {first + " OR " + second, {Xapian::Query::OP_OR, a, b}},
                };
                for (const auto& c : cases) {
                    if (first == second && c.query != first) { continue; }
                    CAPTURE(c.query);
                    const auto expected = enquire_scores(postings, c.same);
                    const auto got = engine_scores(engine, c.query);
                    REQUIRE(got.size() == expected.size());
                    for (std::size_t i = 0; i < got.size(); ++i) {
                        CHECK(std::abs(got[i] - expected[i]) < 1e-4 * std::max(1.0, expected[i]));
                    }
                }
            }
        }
    }

    TEST_CASE("the postings hold no positions, values or document data")
    {
        const tests::Sandbox sandbox;
        tests::index_articles(plain_english_articles(), sandbox.path() / "index", 20);
        const auto snapshot = Snapshot::open(sandbox.path() / "index");
        REQUIRE(snapshot);
        for (std::size_t segment = 0; segment < snapshot->segments().size(); ++segment) {
            const Xapian::Database postings = by_xapian(*snapshot, segment);
            CHECK_FALSE(postings.has_positions());
            for (Xapian::valueno slot = 0; slot < 32; ++slot) {
                CHECK(postings.get_value_freq(slot) == 0);
            }
            for (auto doc = postings.postlist_begin(""); doc != postings.postlist_end(""); ++doc) {
                CHECK(postings.get_document(*doc).get_data().empty());
            }
        }
    }
}
