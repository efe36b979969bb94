// Dates in figures of a dump whose first records show their order, and of one that has both.
#include "indexer/day_order.hpp"

#include "indexer/parse_article.hpp"
#include "tests/support/packing.hpp"

#include <doctest/doctest.h>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace {

using namespace dateline;
using namespace dateline::indexer;

/// The dates of a dump's articles, "-" for none.
std::string dates_of(std::string bytes, const std::string& name = "a.csv")
{
    const FieldMap map;
    const auto dump = open_dump(open_memory(std::move(bytes)), name, nullptr, map);
    OrderedRecords records{*dump};
    std::string dates;
    for (Record record = records.next(); !std::holds_alternative<EndOfDump>(record);
         record = records.next()) {
        const auto* raw = std::get_if<RawDocument>(&record);
        if (raw == nullptr) { continue; }  // an empty dump's notice
        const auto article = parse_article(*raw);
        REQUIRE(article);
        const auto& date = article->analyzed.article.date;
        dates += (dates.empty() ? "" : " ") + (date ? to_string(*date) : "-");
    }
    return dates;
}

std::string csv_with(const std::vector<std::string>& dates)
{
    std::string csv = "title,date,body\n";
    for (const std::string& date : dates) { csv += "Mill opens,\"" + date + "\",It was cold.\n"; }
    return csv;
}

}  // namespace

TEST_SUITE("indexer/day_order")
{
    TEST_CASE("three certain dates without a rival decide for the whole dump")
    {
        const std::vector<std::pair<std::vector<std::string>, std::string>> rows{
            {{"03/04/2022", "21/02/2022", "22/02/2022", "23/02/2022"},
             "2022-04-03 2022-02-21 2022-02-22 2022-02-23"},
            {{"03/04/2022", "02/21/2022", "02/22/2022", "02/23/2022"},
             "2022-03-04 2022-02-21 2022-02-22 2022-02-23"},
            {{"03/04/2022", "21/02/2022", "22/02/2022"}, "- 2022-02-21 2022-02-22"},
            {{"03/04/2022", "21/02/2022", "22/02/2022", "23/02/2022", "02/24/2022"},
             "- 2022-02-21 2022-02-22 2022-02-23 2022-02-24"},
            {{"03/04/2022", "04/04/2022", "2022-05-21", "May 22, 2022"},
             "- 2022-04-04 2022-05-21 2022-05-22"},
        };
        for (const auto& [dates, expected] : rows) { CHECK(dates_of(csv_with(dates)) == expected); }
    }

    TEST_CASE("records behind the first ones are read in the same order")
    {
        std::vector<std::string> dates(300, "21/02/2022");
        dates.emplace_back("03/04/2022");
        CHECK(dates_of(csv_with(dates)).ends_with("2022-02-21 2022-04-03"));
    }

    TEST_CASE("texts of an archive show it above their articles")
    {
        const auto text = [](const std::string& date) {
            return "The mill opens\n\nBy Ann Lee\n" + date +
                   "\n\nThe mill was opened on a cold day, and the whole village was there.\n";
        };
        const std::string bytes = tests::tar({{"1.txt", text("03/04/2022")},
                                              {"2.txt", text("21/02/2022 - 10:15")},
                                              {"3.txt", text("22/02/2022")},
                                              {"4.txt", text("Published: 23/02/2022")}});
        CHECK(dates_of(bytes, "a.tar") == "2022-04-03 2022-02-21 2022-02-22 2022-02-23");
    }

    TEST_CASE("an empty dump has no records") { CHECK(dates_of("title,date,body\n").empty()); }
}
