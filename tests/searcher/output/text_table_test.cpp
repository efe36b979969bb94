#include "searcher/output/table.hpp"
#include "tests/support/contains.hpp"
#include "tests/support/tame.hpp"

#include <doctest/doctest.h>
#include <sstream>

using namespace dateline::searcher;
using dateline::tests::contains;

namespace {

std::string print(const Table& table, unsigned columns)
{
    std::ostringstream out;
    write_text_table(table, {.columns = columns}, out);
    return out.str();
}

/// Two columns that are wider than most terminals, narrow ones between them.
const Table kWide{
    .name = "similar",
    .columns = {{.name = "id"}, {.name = "date"}, {.name = "count"}, {.name = "title"}},
    .rows = {{"harbour-of-the-northern-islands/" + std::string(30, '7'), std::string{"2022-03-01"},
              std::uint64_t{42},
              std::string{"The ferry to the northern islands runs again, and its car "
                          "deck was repaired in the yards of the mainland"}}}};

}  // namespace

TEST_SUITE("searcher/output/text_table")
{
    TEST_CASE("where the columns do not fit the widest give way, and no other is lost")
    {
        for (const unsigned columns : {40U, 60U, 80U, 100U, 140U, 200U}) {
            CAPTURE(columns);
            const std::string text = print(kWide, columns);
            CAPTURE(text);
            CHECK(dateline::tests::widest_line(text) <= columns);
            for (const char* part : {"harbour-of", "2022-03-01", "42", "title", "The ferry to"}) {
                CAPTURE(part);
                CHECK(contains(text, part));
            }
        }
    }

    TEST_CASE("a last column without room stands below the row, beside it where there is some")
    {
        CHECK(contains(print(kWide, 60), "\n  title  The ferry to the northern islands runs"));
        CHECK_FALSE(contains(print(kWide, 140), "\n  title  "));
    }
}
