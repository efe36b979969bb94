#include "benchmarks/quality/name_spans.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::quality;

TEST_SUITE("benchmarks/quality/name_spans")
{
    TEST_CASE("only exact spans count, and what was wrong is told by name")
    {
        const auto articles = parse_bio(
            "Ann\tB-PER\nLee\tI-PER\nsaw\tO\nBob\tB-PER\nin\tO\nRome\tB-LOC\n.\tO\n\n"
            "Lee\tI-PER\nleft\tO\n.\tO\n");
        REQUIRE(articles);
        REQUIRE(articles->size() == 1);
        const TaggedArticle& article = articles->front();
        const JoinedText joined = join_tokens(article);
        REQUIRE(joined.text == "Ann Lee saw Bob in Rome.\n\nLee left.");
        const auto mark = [](FieldId field, std::uint32_t begin, std::uint32_t end,
                             FieldId where = FieldId::Body) {
            return Mention{.field = field, .where = where, .begin = begin, .end = end};
        };
        const std::vector<Mention> mentions{
            mark(FieldId::Person, 0, 7),                 // Ann Lee: right
            mark(FieldId::Person, 0, 7),                 // again: counts once
            mark(FieldId::Person, 12, 18),               // "Bob in": a word too many
            mark(FieldId::Country, 19, 23),              // another field
            mark(FieldId::Person, 26, 29, FieldId::Id),  // stated, not found
        };
        const auto gold = gold_names(article, "PER");
        CHECK(gold == std::set<Range>{{0, 2}, {3, 4}, {7, 8}});
        CHECK(gold_names(article, "LOC") == std::set<Range>{{5, 6}});
        NameScores scores;
        scores.add(joined, gold, found_names(joined, mentions, FieldId::Person));
        CHECK(scores.counts.gold == 3);
        CHECK(scores.counts.found == 2);
        CHECK(scores.counts.right == 1);
        CHECK(scores.missed_names == Tally{{"Bob", 1}, {"Lee", 1}});
        CHECK(scores.false_names == Tally{{"Bob in", 1}});
    }

    TEST_CASE("each type has a tag of its own, and each field is scored for one type")
    {
        std::set<std::string_view> tags;
        std::set<FieldId> fields;
        for (const NameType& type : kNameTypes) {
            CAPTURE(type.tag);
            CHECK(tags.insert(type.tag).second);
            if (type.field) { CHECK(fields.insert(*type.field).second); }
        }
        CHECK(fields.contains(FieldId::Person));
    }
}
