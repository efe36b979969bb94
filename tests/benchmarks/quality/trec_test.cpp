#include "benchmarks/quality/trec.hpp"

#include <array>
#include <cmath>
#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::quality;

TEST_SUITE("benchmarks/quality/trec")
{
    TEST_CASE("a worked example: three relevant of which two are found")
    {
        // Ranks 1 to 5: no, yes (grade 1), unjudged, yes (grade 2), judged as not relevant.
        const Grades grades{{"a", 0}, {"b", 1}, {"d", 2}, {"e", -1}, {"f", 1}};
        const std::vector<std::string> ranked{"a", "b", "c", "d", "e"};
        const RankingScores scores = score_ranking(ranked, grades);
        CHECK(scores.average_precision == doctest::Approx((1.0 / 2 + 2.0 / 4) / 3));
        CHECK(scores.precision5 == doctest::Approx(2.0 / 5));
        CHECK(scores.recall100 == doctest::Approx(2.0 / 3));
        const double gain = 1 / std::log2(3.0) + 2 / std::log2(5.0);
        const double ideal = 2 / std::log2(2.0) + 1 / std::log2(3.0) + 1 / std::log2(4.0);
        CHECK(scores.ndcg10 == doctest::Approx(gain / ideal));
    }

    TEST_CASE("borders: nothing found, nothing relevant, all right, repeated documents")
    {
        const Grades two{{"a", 1}, {"b", 1}};
        const struct {
            std::vector<std::string> ranked;
            Grades grades;
            RankingScores scores;
        } cases[] = {
            {{}, two, {0, 0, 0, 0}},
            {{"a"}, {}, {0, 0, 0, 0}},
            {{"a"}, {{"a", 0}}, {0, 0, 0, 0}},
            {{"x", "y"}, two, {0, 0, 0, 0}},
            {{"a", "b"}, two, {1, 1, 0.4, 1}},
            {{"a", "a", "a", "b"}, two, {1, 1, 0.4, 1}},  // a document comes once
        };
        for (const auto& c : cases) {
            const RankingScores scores = score_ranking(c.ranked, c.grades);
            CAPTURE(c.ranked.size());
            CHECK(scores.average_precision == doctest::Approx(c.scores.average_precision));
            CHECK(scores.ndcg10 == doctest::Approx(c.scores.ndcg10));
            CHECK(scores.precision5 == doctest::Approx(c.scores.precision5));
            CHECK(scores.recall100 == doctest::Approx(c.scores.recall100));
        }
    }

    TEST_CASE("each measure looks as far down as its name says")
    {
        std::vector<std::string> ranked(100, "");
        for (std::size_t i = 0; i < ranked.size(); ++i) { ranked[i] = "x" + std::to_string(i); }
        const auto with_hit_at = [&ranked](std::size_t rank) {
            auto changed = ranked;
            changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(rank) - 1, "hit");
            return score_ranking(changed, {{"hit", 1}});
        };
        CHECK(with_hit_at(5).precision5 == doctest::Approx(0.2));
        CHECK(with_hit_at(6).precision5 == 0);
        CHECK(with_hit_at(10).ndcg10 > 0);
        CHECK(with_hit_at(11).ndcg10 == 0);
        CHECK(with_hit_at(100).recall100 == doctest::Approx(1));
        CHECK(with_hit_at(101).recall100 == 0);
        CHECK(with_hit_at(101).average_precision == doctest::Approx(1.0 / 101));
    }

    TEST_CASE("the mean's standard error is that of a sample")
    {
        const Mean mean = mean_of(std::array{1.0, 2.0, 3.0, 6.0});
        CHECK(mean.value == doctest::Approx(3));
        CHECK(mean.standard_error == doctest::Approx(std::sqrt(14.0 / 3 / 4)));
        CHECK(mean_of(std::array{5.0}).standard_error == 0);
        CHECK(mean_of({}).value == 0);
    }

    TEST_CASE("queries and judgments are read, and bad lines refused by their number")
    {
        const auto queries = parse_queries("1\toil price\r\n\n2\ta\tb\n3\t");
        REQUIRE(queries);
        REQUIRE(queries->size() == 3);
        CHECK((*queries)[0].text == "oil price");
        CHECK((*queries)[1].text == "a\tb");
        CHECK((*queries)[2].text.empty());
        const auto judgments = parse_qrels("1\t0\td1\t1\n1 0  d2 -1\r\n\n2\tQ0\td1\t3\n");
        REQUIRE(judgments);
        CHECK(*judgments == Judgments{{"1", {{"d1", 1}, {"d2", -1}}}, {"2", {{"d1", 3}}}});

        const std::string long_line(1 << 20, 'x');
        for (const std::string bad : {"1", "\ttext", "1 text", long_line.c_str(), "\xff\xfe"}) {
            CAPTURE(bad.substr(0, 20));
            const auto result = parse_queries("1\tfine\n" + bad);
            REQUIRE_FALSE(result);
            CHECK(result.error().message.starts_with("line 2 "));
        }
        CHECK_FALSE(parse_queries("1\ta\n1\tb\n"));
        for (const std::string bad :
             {"1", "1 0 d", "1 0 d 1 x", "1 0 d one", "1 0 d 1.5", "1 0 d 99999999999", "1 0 d1 0",
              long_line.c_str(), "\xff\xfe"}) {
            CAPTURE(bad.substr(0, 20));
            const auto result = parse_qrels("1 0 d1 1\n" + bad);
            REQUIRE_FALSE(result);
            CHECK(result.error().kind == ErrorKind::InputFormat);
            CHECK(result.error().message.starts_with("line 2 "));
        }
    }
}
