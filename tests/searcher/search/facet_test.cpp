// Facets are exact: each count is the total of the search that chooses the value.
#include "common/date.hpp"
#include "indexer/writer.hpp"
#include "searcher/query/leaf.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/search/engine.hpp"
#include "searcher/search/facet_words.hpp"
#include "tests/oracle/compare.hpp"
#include "tests/oracle/corpus.hpp"
#include "tests/oracle/random_query.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/sandbox.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace dateline;
using searcher::Engine;
using searcher::Facet;
using searcher::FacetCount;
using searcher::FacetId;
using searcher::FacetRequest;
using searcher::QuerySpec;

namespace {

const std::string kSample = tests::test_path("data/sample");

AnalyzedArticle article(const std::string& id, const std::vector<std::string>& people,
                        std::optional<Date> date = std::nullopt)
{
    AnalyzedArticle analyzed;
    analyzed.article = {.id = id, .title = "Report", .date = date, .language = "en"};
    for (const std::string& person : people) {
        const std::string& body = analyzed.article.body;
        analyzed.mentions.push_back({.field = FieldId::Person,
                                     .where = FieldId::Body,
                                     .begin = static_cast<std::uint32_t>(body.size()),
                                     .end = static_cast<std::uint32_t>(body.size() + person.size()),
                                     .value = person,
                                     .text = person,
                                     .rule = "test"});
        analyzed.article.body += person + " spoke. ";
    }
    analyzed.article.body += "All went home.";
    return analyzed;
}

Engine open_engine(const std::filesystem::path& index)
{
    auto opened = Engine::open(index);
    REQUIRE(opened);
    return *std::move(opened);
}

QuerySpec spec_of(const std::string& query)
{
    const auto parsed = searcher::parse_query(query);
    REQUIRE(parsed);
    return parsed->spec;
}

searcher::SearchResult search(Engine& engine, QuerySpec query,
                              std::vector<FacetRequest> facets = {})
{
    auto result = engine.search({.query = std::move(query),
                                 .limit = 0,
                                 .facets = std::move(facets),
                                 .facet_limit = 1000,
                                 .time_limit = std::chrono::minutes{1}});
    REQUIRE(result);
    return *std::move(result);
}

Facet facet_of(Engine& engine, const std::string& query, FacetRequest wish)
{
    return search(engine, spec_of(query), {std::move(wish)}).facets.front();
}

/// "a=2 b=1 "
std::string text_of(const Facet& facet)
{
    std::string text;
    for (const FacetCount& count : facet.counts) {
        text += count.value + (count.with.empty() ? "" : "+" + count.with) + "=" +
                std::to_string(count.articles) + " ";
    }
    return text;
}

struct Indexed {
    explicit Indexed(const std::vector<AnalyzedArticle>& articles, std::size_t per_segment = 40)
    {
        tests::index_articles(articles, sandbox.path() / "index", per_segment);
    }
    [[nodiscard]] Engine open() const { return open_engine(sandbox.path() / "index"); }

    tests::Sandbox sandbox{};
};

/// The sample in several segments, every sixth article removed.
void index_sample(const std::filesystem::path& index)
{
    const auto articles = tests::read_corpus({kSample}, "all");
    tests::index_articles(articles, index, 26);
    auto opened = indexer::IndexWriter::open(index);
    REQUIRE(opened);
    const auto writer = *std::move(opened);
    for (std::size_t i = 0; i < articles.size(); i += 6) {
        REQUIRE(writer->remove(articles[i].article.id));
    }
    REQUIRE(writer->publish());
}

/// Whether field:"value" finds this name only: a word of it could stand in others, too.
bool is_unambiguous(const Facet& all, FieldId field, const std::string& value)
{
    const searcher::Choice choice{field, {{.op = "value", .field = field, .text = value}}};
    return std::count_if(all.counts.begin(), all.counts.end(), [&](const FacetCount& other) {
               return choice.holds(other.value) ||
                      (!other.with.empty() && choice.holds(other.with));
           }) == 1;
}

/// The leaves that choose a value; none if no query can choose just this one.
std::vector<QuerySpec> choice_of(const FacetCount& count, FacetId id, const Facet& people)
{
    const searcher::FacetKind& kind = searcher::facet_kind(id);
    if (kind.way == searcher::FacetWay::Periods) {
        const bool is_coarser =
            parse_date(count.value) && parse_date(count.value)->precision > kind.unit;
        if (is_coarser) { return {}; }  // date:2022 has its months, too
        return {spec_of(std::string{field(kind.field).name} + ":" + count.value)};
    }
    std::vector<QuerySpec> leaves;
    for (const std::string& value : {count.value, count.with}) {
        if (value.empty()) { continue; }
        if (kind.field == FieldId::Byline ||
            (kind.field == FieldId::Person && !is_unambiguous(people, kind.field, value))) {
            return {};
        }
        leaves.push_back({.op = "value", .field = kind.field, .text = value});
    }
    return leaves;
}

}  // namespace

TEST_SUITE("searcher/search/facet")
{
    TEST_CASE("each count is the total of the search that chooses the value")
    {
        const tests::Sandbox sandbox;
        const auto index = sandbox.path() / "index";
        index_sample(index);
        auto engine = open_engine(index);
        REQUIRE(engine.snapshot().segments().size() > 2);
        tests::BruteForce corpus{tests::read_corpus({kSample}, "all")};
        tests::RandomQueries random{corpus, 7};
        std::vector<FacetRequest> facets;
        for (const searcher::FacetKind& kind : searcher::kFacets) {
            facets.push_back({.id = kind.id});
        }
        const Facet people = facet_of(engine, "*", {.id = FacetId::Person});
        std::size_t compared = 0;
        for (int i = 0; i < 12; ++i) {
            const std::string query = i == 0 ? "*" : random.next();
            CAPTURE(query);
            const auto result = search(engine, spec_of(query), facets);
            for (const Facet& facet : result.facets) {
                for (const FacetCount& count : facet.counts) {
                    auto parts = choice_of(count, facet.id, people);
                    if (parts.empty()) { continue; }
                    CAPTURE(count.value);
                    CAPTURE(count.with);
                    parts.insert(parts.begin(), spec_of(query));
                    QuerySpec both{.op = "and", .parts = std::move(parts)};
                    CHECK(search(engine, std::move(both)).total == count.articles);
                    ++compared;
                }
            }
        }
        CHECK(compared > 300);
    }

    TEST_CASE("what was counted before does not matter")
    {
        const tests::Sandbox sandbox;
        const auto index = sandbox.path() / "index";
        index_sample(index);
        auto used = open_engine(index);
        for (const std::string query :
             {"*", "the", "president", "NOT president", "xyzzyplugh", "*", "NOT the", "of",
              "NOT date:undated", "date:undated", "president"}) {
            CAPTURE(query);
            for (const searcher::FacetKind& kind : searcher::kFacets) {
                CAPTURE(kind.name);
                auto fresh = open_engine(index);
                const Facet a = facet_of(used, query, {.id = kind.id});
                const Facet b = facet_of(fresh, query, {.id = kind.id});
                CHECK(text_of(a) == text_of(b));
                CHECK(a.distinct == b.distinct);
                CHECK(text_of(facet_of(used, query, {.id = kind.id})) == text_of(b));
            }
        }
    }

    TEST_CASE("pairs of rare people are found behind crowds of frequent ones")
    {
        // Points and lines of a plane of 17 by 17: everybody is named four times, any two once.
        constexpr int kSide = 17;
        std::vector<AnalyzedArticle> articles;
        const auto name = [](int x, int y) {
            return std::string("P") + static_cast<char>('a' + x) + " Q" +
                   static_cast<char>('a' + y);
        };
        for (int slope = 0; slope < 4; ++slope) {
            for (int at = 0; at < kSide; ++at) {
                std::vector<std::string> people;
                for (int x = 0; x < kSide; ++x) {
                    people.push_back(name(x, (slope * x + at) % kSide));
                }
                articles.push_back(article("l" + std::to_string(articles.size()), people));
            }
        }
        for (int i = 0; i < 3; ++i) {
            articles.push_back(article("r" + std::to_string(i), {"Zoë Brandt", "Yun Moe"}));
        }
        articles.push_back(article("s", {"Zoe Brandt", "Yun Moe", "Zoë Brandt"}));
        const Indexed index{articles};
        auto engine = index.open();
        CHECK(text_of(facet_of(engine, "*", {.id = FacetId::Pair, .limit = 1})) ==
              "Yun Moe+Zoë Brandt=4 ");
        CHECK(text_of(facet_of(engine, "*", {.id = FacetId::Pair, .limit = 3})) ==
              "Yun Moe+Zoë Brandt=4 Pa Qa+Pb Qa=1 Pa Qa+Pb Qb=1 ");
        CHECK(text_of(facet_of(engine, "*", {.id = FacetId::Pair, .limit = 2, .words = "pc"})) ==
              "Pa Qa+Pc Qa=1 Pa Qa+Pc Qc=1 ");
        CHECK(text_of(facet_of(engine, "*", {.id = FacetId::Pair, .words = "zoe"})) ==
              "Yun Moe+Zoë Brandt=4 ");
        CHECK(facet_of(engine, "*", {.id = FacetId::Pair, .limit = 0}).counts.empty());
        CHECK(facet_of(engine, "person:zoe", {.id = FacetId::Pair}).distinct == 1);
        tests::BruteForce oracle{articles};
        CHECK(tests::difference(engine, oracle, "*") == "");
        CHECK(tests::difference(engine, oracle, "NOT person:brandt") == "");
    }

    TEST_CASE("days, months and years stand in order of time, as far as they are known")
    {
        using std::chrono::year;
        const Indexed index{
            {article("a", {}, Date{year{2022} / 2 / 16, Precision::Day}),
             article("b", {}, Date{year{2022} / 2 / 16, Precision::Day}),
             article("c", {}, Date{year{2022} / 2 / 1, Precision::Day}),
             article("d", {}, Date{year{2022} / 2 / 1, Precision::Month}),
             article("e", {}, Date{year{2022} / 1 / 1, Precision::Year}),
             article("f", {}, Date{year{2022} / 1 / 1, Precision::Day}),
             article("g", {}, Date{year{1} / 1 / 1, Precision::Day}),
             article("h", {}, Date{year{9999} / 12 / 31, Precision::Day}), article("i", {})},
            4};
        auto engine = index.open();
        CHECK(text_of(facet_of(engine, "*", {.id = FacetId::Day})) ==
              "0001-01-01=1 2022=1 2022-01-01=1 2022-02=1 2022-02-01=1 2022-02-16=2 9999-12-31=1 "
              "undated=1 ");
        CHECK(text_of(facet_of(engine, "*", {.id = FacetId::Month})) ==
              "0001-01=1 2022=1 2022-01=1 2022-02=4 9999-12=1 undated=1 ");
        CHECK(text_of(facet_of(engine, "*", {.id = FacetId::Year})) ==
              "0001=1 2022=6 9999=1 undated=1 ");
        const Facet few = facet_of(engine, "*", {.id = FacetId::Month, .limit = 2});
        CHECK(text_of(few) == "0001-01=1 2022-02=4 ");
        CHECK(few.distinct == 6);
        CHECK(text_of(facet_of(engine, "*", {.id = FacetId::Day, .words = "2022-02"})) ==
              "2022-02=1 2022-02-01=1 2022-02-16=2 ");
        CHECK(facet_of(engine, "*", {.id = FacetId::Day, .limit = 0}).distinct == 8);
        CHECK(facet_of(engine, "xyzzyplugh", {.id = FacetId::Day}).counts.empty());
    }

    TEST_CASE("searching inside a facet counts the values that it finds")
    {
        const Indexed index{{article("a", {"Zoë Brandt", "Ana Roe"}),
                             article("b", {"Zoe Brandt", "Ana Moe"}),
                             article("c", {"Brandon Zoeller"})}};
        auto engine = index.open();
        const Facet facet =
            facet_of(engine, "*", {.id = FacetId::Person, .limit = 1, .words = "ZOE"});
        CHECK(text_of(facet) == "Zoë Brandt=2 ");
        CHECK(facet.distinct == 2);
        const Facet none = facet_of(engine, "*", {.id = FacetId::Person, .words = "oe"});
        CHECK(none.counts.empty());
        CHECK(none.distinct == 0);
    }

    TEST_CASE("counting pairs ends with the time")
    {
        const Indexed index{{article("a", {"Zoë Brandt", "Ana Roe"})}};
        auto engine = index.open();
        std::vector<std::string> crowd;
        for (int i = 0; i < 1500; ++i) { crowd.push_back("N" + std::to_string(i)); }
        const Indexed large{{article("a", crowd), article("b", crowd)}};
        auto slow = large.open();
        const auto result = slow.search({.query = spec_of("*"),
                                         .facets = {{.id = FacetId::Pair}},
                                         .time_limit = std::chrono::milliseconds{5}});
        REQUIRE_FALSE(result);
        CHECK(result.error().kind == ErrorKind::Timeout);
        CHECK(facet_of(slow, "*", {.id = FacetId::Pair, .limit = 1}).counts[0].articles == 2);
        CHECK(text_of(facet_of(engine, "*", {.id = FacetId::Pair})) == "Ana Roe+Zoë Brandt=1 ");
    }
}
