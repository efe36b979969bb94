// The detectors, and the reading of layouts, held to the gold of the sample dump, which was written
// from the texts before the rules were.
#include "common/storage/names.hpp"
#include "indexer/analyze.hpp"
#include "indexer/record_reader.hpp"
#include "tests/support/paths.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

using namespace dateline;
using Json = nlohmann::json;
using Values = std::set<std::string>;

namespace {

const std::string kData = tests::test_path("data") + "/";

/// The sample dump by the names that the gold has for its articles: "wire.jsonl#3", "late.txt.zst".
std::map<std::string, AnalyzedArticle> read_sample()
{
    const indexer::Settings settings;
    auto dumps = indexer::find_dumps({kData + "sample"});
    REQUIRE(dumps);
    indexer::RecordReader reader{settings, *std::move(dumps)};
    auto all = indexer::parse_detector_list("all");
    REQUIRE(all);
    indexer::Analyzer analyzer{*std::move(all)};
    std::map<std::string, AnalyzedArticle> articles;
    while (const auto record = reader.next()) {
        const auto* raw = std::get_if<indexer::RawDocument>(&*record);
        if (raw == nullptr) { continue; }
        auto parsed = indexer::parse_record(*raw);
        if (!parsed.analyzed) { continue; }
        analyzer.analyze(*parsed.analyzed);
        const auto& place = parsed.place;
        const bool has_records = place.file.find(".jsonl") != std::string::npos;
        articles[place.file + (has_records ? "#" + std::to_string(place.line) : "")] =
            *std::move(parsed.analyzed);
    }
    return articles;
}

Values keys(const Json& names)
{
    Values values;
    for (const auto& name : names) { values.insert(name_key(name.get<std::string>())); }
    return values;
}

Values found(const AnalyzedArticle& analyzed, FieldId field)
{
    Values values;
    for (const Mention& mention : analyzed.mentions) {
        if (mention.field == field) { values.insert(name_key(mention.value)); }
    }
    return values;
}

/// Counts over all articles: wanted, found, and both.
struct Score {
    double wanted = 0;
    double found = 0;
    double both = 0;

    void add(const Values& gold, const Values& got)
    {
        wanted += static_cast<double>(gold.size());
        found += static_cast<double>(got.size());
        for (const std::string& value : gold) { both += got.contains(value) ? 1 : 0; }
    }
    [[nodiscard]] double precision() const { return both / found; }
    [[nodiscard]] double recall() const { return both / wanted; }
};

}  // namespace

TEST_SUITE("indexer/detect/gold")
{
    TEST_CASE("people, countries, dates, headlines and bylines of the sample are those of the gold")
    {
        const auto articles = read_sample();
        CHECK(articles.size() >= 60);
        Score people;
        Score countries;
        Score dates;
        std::size_t count = 0;
        std::ifstream lines{kData + "sample-gold.jsonl"};
        for (std::string line; std::getline(lines, line); ++count) {
            const Json gold = Json::parse(line);
            const std::string file = gold["file"];
            CAPTURE(file);
            REQUIRE(articles.contains(file));
            const AnalyzedArticle& analyzed = articles.at(file);
            const Article& article = analyzed.article;
            people.add(keys(gold["people"]), found(analyzed, FieldId::Person));
            countries.add(keys(gold["countries"]), found(analyzed, FieldId::Country));
            dates.add(keys(gold["dates"]), found(analyzed, FieldId::Mentions));
            CHECK(article.title_derived == gold["title"].is_null());
            if (gold["title"].is_string()) { CHECK(article.title == gold["title"]); }
            CHECK((article.date ? Json(to_string(*article.date)) : Json()) == gold["date"]);
            CHECK(Json(article.byline) == gold["byline"]);
        }
        CHECK(count >= 20);
        CAPTURE(people.recall());
        CAPTURE(people.precision());
        CHECK(people.recall() >= 0.95);  // Chinese and Arabic names are for the trained tagger
        CHECK(people.precision() >= 0.98);
        CAPTURE(countries.recall());
        CAPTURE(countries.precision());
        CHECK(countries.recall() >= 0.99);
        CHECK(countries.precision() >= 0.99);
        CAPTURE(dates.recall());
        CHECK(dates.recall() >= 0.98);
    }
}
