// Articles written in other layouts: each layout holds what the article has, and is read back.
#include "benchmarks/quality/rewritings.hpp"

#include "indexer/input/open_dump.hpp"
#include "indexer/parse_article.hpp"

#include <doctest/doctest.h>
#include <set>
#include <string>
#include <variant>

using namespace dateline;
using namespace dateline::quality;

namespace {

const std::string kRecord =
    R"({"id":"1","title":"Ferry & piano: what <is> known","date":"2019-05-23","date_raw":"23/5/2019",)"
    R"("source":"Harbour Post","author":"Ann Lee","body":"The ferry left the northern pier at noon )"
    R"(with a piano and eleven people on board.\n\nIt came back without the piano in the evening."})";

}  // namespace

TEST_SUITE("benchmarks/quality/rewritings")
{
    TEST_CASE("each rewriting is read back as the article that it was made of")
    {
        const auto gold = parse_gold(kRecord);
        REQUIRE(gold);
        REQUIRE(gold->size() == 1);
        CHECK(source_of(gold->front()) == "Harbour Post");
        std::set<std::string_view> names;
        for (const Rewriting& rewriting : rewritings()) {
            CAPTURE(rewriting.name);
            CHECK(names.insert(rewriting.name).second);
            const indexer::FieldMap map;
            const auto dump =
                indexer::open_dump(indexer::open_memory(rewriting.write(gold->front())),
                                   std::string{rewriting.file_name}, nullptr, map);
            const indexer::Record record = dump->next();
            REQUIRE(std::holds_alternative<indexer::RawDocument>(record));
            const auto parsed = indexer::parse_article(std::get<indexer::RawDocument>(record));
            REQUIRE(parsed);
            const Article& article = parsed->analyzed.article;
            CHECK(article.title == "Ferry & piano: what <is> known");
            REQUIRE(article.date);
            CHECK(to_string(*article.date) == "2019-05-23");
            CHECK(article.body == gold->front().body);
        }
    }
}
