// Dates in figures above texts that lie in files of their own.
#include "indexer/folder_order.hpp"

#include "indexer/day_order.hpp"
#include "indexer/record_reader.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace dateline::indexer;
using dateline::tests::Sandbox;

namespace {

std::string text_of(const std::string& date)
{
    return "The mill opens\n\nBy Ann Lee\n\n" + date +
           "\n\nThe mill was opened on a cold day, and everybody in the village came to see it.\n";
}

/// The order in a folder of texts with these dates.
DayOrder order_of(const std::vector<std::string>& dates)
{
    const Sandbox sandbox;
    for (std::size_t n = 0; n < dates.size(); ++n) {
        sandbox.write("dump/" + std::to_string(n) + ".txt", text_of(dates[n]));
    }
    const auto found = find_dump_files(std::vector{sandbox.at("dump")});
    REQUIRE(found);
    const FieldMap map;
    FolderOrders orders{nullptr, map};
    return orders.of(found->files.front().path);
}

}  // namespace

TEST_SUITE("indexer/folder_order")
{
    TEST_CASE("three texts of a folder show the order of the others, unless one shows the other")
    {
        const struct {
            std::vector<std::string> dates;
            DayOrder order;
        } cases[] = {
            {{"03/04/2022", "21/02/2022", "22/02/2022", "23/02/2022"}, DayOrder::DayFirst},
            {{"03/04/2022", "02/21/2022", "02/22/2022", "02/23/2022"}, DayOrder::MonthFirst},
            {{"03/04/2022", "21/02/2022", "22/02/2022"}, DayOrder::Unknown},
            {{"21/02/2022", "22/02/2022", "23/02/2022", "02/24/2022"}, DayOrder::Unknown},
            {{"03/04/2022", "21 February 2022", "2022-02-22", "23.02.2022"}, DayOrder::Unknown},
        };
        for (const auto& c : cases) {
            CAPTURE(c.dates.back());
            CHECK(order_of(c.dates) == c.order);
        }
    }

    TEST_CASE("a folder says nothing of the next one")
    {
        const Sandbox sandbox;
        for (const char* day : {"21", "22", "23"}) {
            sandbox.write(std::string{"dump/a/"} + day + ".txt",
                          text_of(std::string{day} + "/02/2022"));
        }
        sandbox.write("dump/b/1.txt", text_of("03/04/2022"));
        const auto found = find_dump_files(std::vector{sandbox.at("dump")});
        REQUIRE(found);
        const FieldMap map;
        FolderOrders orders{nullptr, map};
        CHECK(orders.of(found->files.front().path) == DayOrder::DayFirst);
        CHECK(orders.of(found->files.back().path) == DayOrder::Unknown);
    }

    TEST_CASE("a file alone has the order of the folder that it lies in")
    {
        const Sandbox sandbox;
        sandbox.write("dump/0.txt", text_of("03/04/2022"));
        for (const char* day : {"21", "22", "23"}) {
            sandbox.write(std::string{"dump/"} + day + ".txt",
                          text_of(std::string{day} + "/02/2022"));
        }
        sandbox.write("dump/.hidden.txt", text_of("02/21/2022"));
        sandbox.write("dump/large.txt", text_of("02/21/2022") + std::string(70000, 'x'));
        const Settings settings;
        for (const std::string& path : {sandbox.at("dump"), sandbox.at("dump/0.txt")}) {
            CAPTURE(path);
            auto found = find_dumps({path});
            REQUIRE(found);
            RecordReader reader{settings, *std::move(found)};
            bool seen = false;
            while (auto record = reader.next()) {
                const auto* raw = std::get_if<RawDocument>(&*record);
                if (raw == nullptr || !raw->path.ends_with("/0.txt")) { continue; }
                seen = true;
                CHECK(raw->order == DayOrder::DayFirst);
                const ParsedRecord parsed = parse_record(std::move(*record));
                REQUIRE(parsed.analyzed);
                REQUIRE(parsed.analyzed->article.date);
                CHECK(to_string(*parsed.analyzed->article.date) == "2022-04-03");
            }
            CHECK(seen);
        }
    }

    TEST_CASE("only a line of credits with a date in figures is open")
    {
        const struct {
            std::string text;
            bool open;
        } cases[] = {
            {text_of("03/04/2022"), true},
            {text_of("Published: 03/04/2022 10:15"), true},
            {text_of("21/02/2022"), false},
            {text_of("3 April 2022"), false},
            {text_of("The law of 03/04/2022 was not changed by the ministers"), false},
            {"", false},
            {std::string(5000, '\n') + "03/04/2022", true},
            {"\xff\xfe 03/04/2022", false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text.substr(0, 80));
            CHECK(has_open_order(c.text) == c.open);
        }
    }
}
