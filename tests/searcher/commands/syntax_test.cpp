// What `dateline-search syntax` prints is what the parser reads.
#include "searcher/commands/command.hpp"
#include "searcher/query/day_words.hpp"
#include "searcher/query/field_names.hpp"
#include "searcher/query/habits.hpp"
#include "searcher/query/operator.hpp"
#include "searcher/query/parser.hpp"

#include <doctest/doctest.h>
#include <sstream>

using namespace dateline::searcher;

namespace {

/// The words of a text, and how each is read between two parts.
void check_read_alike(std::string_view written, const std::string& ours)
{
    std::istringstream words{std::string{written}};
    for (std::string word; words >> word;) {
        const std::string query = "oil " + word + " gas";
        CAPTURE(query);
        const auto parsed = parse_query(query);
        REQUIRE(parsed);
        CHECK(to_string(parsed->spec) == to_string(parse_query("oil " + ours + " gas")->spec));
        CHECK(parsed->notes.size() == 1);
    }
}

}  // namespace

TEST_SUITE("searcher/commands/syntax")
{
    TEST_CASE("every example is a query")
    {
        for (const Operator* op : operators()) {
            CAPTURE(op->example);
            CHECK(parse_query(op->example, today(), [] {
                return dateline::SavedQueries::parse("oil-majors\trosneft OR chevron", "f");
            }));
        }
        for (const DayExample& day : kDayExamples) {
            CAPTURE(day.written);
            const auto parsed = parse_query(day.written);
            REQUIRE(parsed);
            CHECK(parsed->notes.empty());
        }
        for (const dateline::Field& field : dateline::kFields) {
            CAPTURE(field.example);
            CHECK(parse_query(field.example));
        }
    }

    TEST_CASE("an example and what it means do not touch")
    {
        std::ostringstream out;
        write_syntax(out);
        const std::string text = out.str();
        for (const Operator* op : operators()) {
            CAPTURE(op->example);
            const std::size_t at = text.find("\n  " + std::string{op->example});
            REQUIRE(at != std::string::npos);
            const char behind = text[at + 3 + op->example.size()];
            CHECK((behind == ' ' || behind == '\n'));
        }
    }

    TEST_CASE("what other systems write is read as the table says, and noted")
    {
        for (const NearExample& near : kNearExamples) {
            check_read_alike(near.written, std::string{near.ours});
        }
        for (const OperatorHabit& habit : kOperatorHabits) {
            std::string ours{operator_of({.op = habit.op}).name};
            for (char& c : ours) { c = static_cast<char>(c - 'a' + 'A'); }
            check_read_alike(habit.written, ours);
        }
        for (const FieldHabit& habit : kFieldHabits) {
            CAPTURE(habit.name);
            const auto parsed = parse_query(std::string{habit.name} + ":2022");
            REQUIRE(parsed);
            CHECK(parsed->notes.size() == 1);
            const auto alike = parse_query(field_named(habit.name)->read_as + "2022");
            REQUIRE(alike);
            CHECK(to_string(parsed->spec) == to_string(alike->spec));
        }
    }
}
