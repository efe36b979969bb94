// saved:name in queries: what it stands for, and what is wrong with it where it stands.
#include "searcher/query/operator.hpp"
#include "searcher/query/parser.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::searcher;

namespace {

constexpr std::chrono::sys_days kNow{std::chrono::year{2024} / 2 / 29};

constexpr const char* kSaved =
    "ferries\tferry OR \"car deck\"\n"
    "north\tferries NOT lake\n"
    "both\tsaved:ferries date:2022\n"
    "Café\tcoffee\n"
    "other-signs\toil || gas\n"
    "egg\tsaved:hen\n"
    "hen\tsaved:egg AND grain\n"
    "narcissus\tx (saved:narcissus)\n"
    "broken\tferry (harbour\n"
    "to-broken\tsaved:broken\n"
    "no-field\tferry titel:x\n";

SavedSource saved()
{
    return [] { return SavedQueries::parse(kSaved, "saved.tsv"); };
}

Result<ParsedQuery> parsed(const std::string& query) { return parse_query(query, kNow, saved()); }

}  // namespace

TEST_SUITE("searcher/query/saved_names")
{
    TEST_CASE("a saved query stands where it is named, in brackets")
    {
        const struct {
            std::string query;
            std::string tree;
        } cases[] = {
            {"saved:ferries", "(saved:ferries (or ferry \"car deck\"))"},
            {"SAVED:FERRIES", "(saved:FERRIES (or ferry \"car deck\"))"},
            {"saved:\"ferries\"", "(saved:ferries (or ferry \"car deck\"))"},
            {"storm saved:ferries", "(and storm (saved:ferries (or ferry \"car deck\")))"},
            {"-saved:ferries", "(not (saved:ferries (or ferry \"car deck\")))"},
            {"saved:ferries^2.5", "(boost/2.5 (saved:ferries (or ferry \"car deck\")))"},
            {"saved:(ferries OR cafe)",
             "(or (saved:ferries (or ferry \"car deck\")) (saved:cafe coffee))"},
            {"saved:both",
             "(saved:both (and (saved:ferries (or ferry \"car deck\")) "
             "date:2022-01-01..2022-12-31))"},
            {"storm NEAR/5 saved:ferries",
             "(near/5 storm (saved:ferries (or ferry \"car deck\")))"},
            {"atleast2(saved:ferries)", "(atleast/2 (saved:ferries (or ferry \"car deck\")))"},
            {"title:(saved:cafe)", "(saved:cafe coffee)"},
            {"saved:ferries saved:ferries",
             "(and (saved:ferries (or ferry \"car deck\")) "
             "(saved:ferries (or ferry \"car deck\")))"},
            {"saved:other-signs", "(saved:other-signs (or oil gas))"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.query);
            const auto read = parsed(c.query);
            REQUIRE(read);
            CHECK(to_string(read->spec) == c.tree);
        }
        CHECK(parsed("saved:other-signs")->notes ==
              std::vector<std::string>{"in saved:other-signs: '||' read as OR"});
    }

    TEST_CASE("what is wrong is told where it stands")
    {
        const struct {
            std::string query;
            std::string message;
            std::size_t offset;
            std::string text;  ///< "": the query's own
            std::string hint;  ///< how it begins
        } cases[] = {
            {"storm saved:feries", "there is no saved query 'feries'", 12, "",
             "did you mean saved:ferries?"},
            {"saved:zzz", "there is no saved query 'zzz'", 6, "", "dateline-search saved list"},
            {"oil saved:egg", "the saved query 'egg' stands inside itself: egg → hen → egg", 0,
             "saved:egg AND grain", "write one of them"},
            {"saved:narcissus",
             "the saved query 'narcissus' stands inside itself: narcissus → narcissus", 0,
             "x (saved:narcissus)", "write one of them"},
            {"saved:to-broken", "in saved:broken: this bracket is never closed", 6,
             "ferry (harbour", "put )"},
            {"saved:no-field", "in saved:no-field: there is no field 'titel'", 6, "ferry titel:x",
             "did you mean 'title:'"},
            {"savd:ferries", "there is no field 'savd'", 0, "", "did you mean 'saved:'"},
            {"saved:", "nothing stands behind 'saved:'", 0, "", "write a word"},
            {"saved:both NEAR/3 x",
             "NEAR and its like join words, phrases, people, and ORs of them: this is none of "
             "these",
             6, "", "join it with AND"},
            {"saved:ferries^0", "behind ^ goes a weight above 0, at most 100", 13, "", "write"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.query);
            const auto read = parsed(c.query);
            REQUIRE_FALSE(read);
            CHECK(read.error().kind == ErrorKind::QuerySyntax);
            CHECK(read.error().text == (c.text.empty() ? c.query : c.text));
            CHECK(read.error().hint.starts_with(c.hint));
            const bool is_circle = read.error().message.find("inside itself") != std::string::npos;
            if (is_circle) {
                // It is the place that closes the circle, in the query that has it.
                CHECK(read.error().message.find(c.message) != std::string::npos);
            } else {
                CHECK(read.error().message == c.message);
                CHECK(read.error().offset == c.offset);
            }
        }
    }

    TEST_CASE("without saved queries a name is told, and nobody is asked without one")
    {
        const auto none = parse_query("saved:ferries", kNow);
        REQUIRE_FALSE(none);
        CHECK(none.error().hint == "none is saved yet: dateline-search saved add NAME QUERY");
        int asked = 0;
        const SavedSource source = [&asked]() -> Result<SavedQueries> {
            ++asked;
            return fail(ErrorKind::InputFormat, "'saved.tsv', line 3: it has no tab");
        };
        CHECK(parse_query("ferry saved", kNow, source));
        CHECK(asked == 0);
        const auto refused = parse_query("ferry saved:x saved:y", kNow, source);
        CHECK(asked == 1);
        CHECK(refused.error().kind == ErrorKind::InputFormat);
        CHECK(refused.error().message == "'saved.tsv', line 3: it has no tab");
    }

    TEST_CASE("queries that name each other stay within the limits of one query")
    {
        std::string doubling = "q0\tferry\n";
        std::string deep = "d0\tferry\n";
        for (int i = 1; i <= 40; ++i) {
            const std::string last = std::to_string(i - 1);
            doubling += "q" + std::to_string(i) + "\tsaved:q" + last + " saved:q" + last + "\n";
            deep += "d" + std::to_string(i) + "\tsaved:d" + last + "\n";
        }
        const SavedSource source = [&] { return SavedQueries::parse(doubling + deep, "f"); };
        CHECK(parse_query("saved:q5", kNow, source));
        const auto many = parse_query("saved:q15", kNow, source);
        REQUIRE_FALSE(many);
        CHECK(many.error().message.find("more than 64 words") != std::string::npos);
        const auto nested = parse_query("saved:d40", kNow, source);
        REQUIRE_FALSE(nested);
        CHECK(nested.error().message.find("nested too deeply") != std::string::npos);
        CHECK(parse_query("saved:d15", kNow, source));
    }
}
