#include "benchmarks/compare/drivers/corpus_line.hpp"
#include "benchmarks/compare/drivers/omega_query.hpp"
#include "benchmarks/compare/drivers/sqlite.hpp"
#include "benchmarks/compare/drivers/sqlite_query.hpp"
#include "benchmarks/compare/drivers/sqlite_tables.hpp"
#include "benchmarks/compare/drivers/words.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::compare;

namespace {

/// Three articles in the tables that dateline_sqlite_index makes.
Database small_database()
{
    auto opened = Database::create("");  // SQLite's name for a database that is nowhere
    REQUIRE(opened);
    Database database = *std::move(opened);
    REQUIRE(database.run(kTables));
    REQUIRE(database.run(
        "INSERT INTO text(rowid, title, body) VALUES"
        "  (1, 'Ferries', 'The ferry left.'), (2, 'Harbour', 'A ferry.'), (3, 'Rain', 'Wet.');"
        "INSERT INTO article VALUES(1, 'a', 20240101, ''), (2, 'b', 20240201, ''),"
        "  (3, 'c', NULL, '');"
        "INSERT INTO country VALUES('FR', 1), ('GB', 1), ('FR', 3);"));
    REQUIRE(database.run(kIndexes));
    return database;
}

Statement prepared(Database& database, const Question& question, const std::string& text,
                   const std::string& expression)
{
    auto statement = database.prepare(text);
    REQUIRE(statement);
    Statement ready = *std::move(statement);
    ready.bind(1, expression);
    ready.bind(2, question.from.empty() ? 0 : std::int64_t{std::stol(question.from)});
    ready.bind(3, std::int64_t{std::stol(last_day(question))});
    ready.bind(4, question.country);
    return ready;
}

std::string ids(Database& database, const Question& question)
{
    const std::string expression = fts5_expression(question);
    Statement top = prepared(database, question, sqlite_top(question), expression);
    std::string found;
    for (;;) {
        const auto row = top.step();
        REQUIRE(row);
        if (!*row) { return found; }
        found += top.text(0);
    }
}

std::int64_t total(Database& database, const Question& question)
{
    const std::string expression = fts5_expression(question);
    Statement count = prepared(database, question, sqlite_count(question), expression);
    const auto row = count.step();
    REQUIRE(row);
    REQUIRE(*row);
    return count.number(0);
}

}  // namespace

TEST_SUITE("benchmarks/compare/drivers")
{
    TEST_CASE("each kind of question has its words for FTS5 and for Xapian")
    {
        const struct {
            Question question;
            const char* fts5;
            const char* xapian;
        } cases[] = {
            {{.kind = "term", .words = {"ferry"}}, R"("ferry")", "ferry"},
            {{.kind = "and", .words = {"ferry", "port"}},
             R"("ferry" AND "port")",
             "ferry AND port"},
            {{.kind = "or", .words = {"ferry", "port"}}, R"("ferry" OR "port")", "ferry OR port"},
            {{.kind = "phrase", .words = {"ferry", "port"}}, R"("ferry port")", R"("ferry port")"},
            {{.kind = "near", .words = {"ferry", "port"}},
             R"(NEAR("ferry" "port", 9))",
             "ferry NEAR/10 port"},
            {{.kind = "prefix", .words = {"ferr"}}, R"("ferr" *)", "ferr*"},
            {{.kind = "all"}, "", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.question.kind);
            CHECK(fts5_expression(c.question) == c.fts5);
            CHECK(xapian_expression(c.question) == c.xapian);
            CHECK(refusal_of(c.question).empty());
        }
    }

    TEST_CASE("a question that could carry a peer's syntax is refused")
    {
        const Question cases[] = {
            {.kind = "fuzzy", .words = {"ferry"}},
            {.kind = "term"},
            {.kind = "all", .words = {"ferry"}},
            {.kind = "term", .words = {""}},
            {.kind = "term", .words = {"a\"b"}},
            {.kind = "or", .words = {"ferry", "NOT"}},
            {.kind = "term", .words = {"fähre"}},
            {.kind = "all", .from = "2024"},
            {.kind = "all", .from = "2024-1-1"},
            {.kind = "all", .from = "20240101", .to = "20241231'"},
            {.kind = "all", .to = "20241231"},
        };
        for (const auto& question : cases) {
            CAPTURE(line_of(question));
            CHECK_FALSE(refusal_of(question).empty());
        }
    }

    TEST_CASE("a range without a last day has no end")
    {
        CHECK(last_day({.from = "20240101", .to = "20240131"}) == "20240131");
        CHECK(last_day({.from = "20240101"}) > "20991231");
    }

    TEST_CASE("SQLite's statements find the best and count them all, under every filter")
    {
        const struct {
            Question question;
            const char* ids;
        } cases[] = {
            {{.kind = "term", .words = {"ferries"}}, "ab"},
            {{.kind = "term", .words = {"ferries"}, .by_date = true}, "ba"},
            {{.kind = "term", .words = {"ferries"}, .from = "20240102"}, "b"},
            {{.kind = "term", .words = {"ferry"}, .from = "20240101", .to = "20240131"}, "a"},
            {{.kind = "term", .words = {"ferry"}, .country = "FR"}, "a"},
            {{.kind = "term", .words = {"ferry"}, .from = "20240102", .country = "FR"}, ""},
            {{.kind = "and", .words = {"harbour", "ferry"}}, "b"},
            {{.kind = "phrase", .words = {"harbour", "a"}}, ""},
            {{.kind = "all", .by_date = true}, "bac"},
            {{.kind = "all", .country = "FR"}, "ac"},
            {{.kind = "all", .country = "FR", .by_date = true}, "ac"},
            {{.kind = "all", .from = "20240101", .country = "FR"}, "a"},
            {{.kind = "all", .from = "20240101"}, "ab"},
        };
        Database database = small_database();
        for (const auto& c : cases) {
            CAPTURE(line_of(c.question));
            const std::string found = ids(database, c.question);
            CHECK(found == c.ids);
            CHECK(total(database, c.question) == static_cast<std::int64_t>(found.size()));
        }
    }

    TEST_CASE("SQLite's refusals come back as errors")
    {
        CHECK(Database::open("/no/such/file").error().kind == ErrorKind::IndexMissing);
        Database database = small_database();
        CHECK_FALSE(database.prepare("SELECT nothing FROM nowhere"));
        CHECK_FALSE(database.run("BEGIN; BEGIN"));
        auto statement = database.prepare("SELECT rowid FROM text WHERE text MATCH ?1");
        REQUIRE(statement);
        Statement broken = *std::move(statement);
        broken.bind(1, "\"no end");
        CHECK_FALSE(broken.step());
    }

    TEST_CASE("a line of the corpus has six parts, each country counted once")
    {
        const auto line =
            parse_corpus_line("a1\t20240101\tFR;GB;FR;\tAnn Bell;Carl Dorn\tRain\tWet.");
        REQUIRE(line);
        CHECK(line->id == "a1");
        CHECK(line->day == "20240101");
        CHECK(line->countries == std::vector<std::string_view>{"FR", "GB"});
        CHECK(line->people == "Ann Bell;Carl Dorn");
        CHECK(line->title == "Rain");
        CHECK(line->body == "Wet.");

        const auto bare = parse_corpus_line("a1\t\t\t\t\t");
        REQUIRE(bare);
        CHECK(bare->countries.empty());
    }

    TEST_CASE("a line that is none of the corpus is refused")
    {
        const char* const cases[] = {"",
                                     "a1",
                                     "a1\t20240101\t\t\tRain",
                                     "a1\t20240101\t\t\tRain\tWet.\tmore",
                                     "\t20240101\t\t\tRain\tWet.",
                                     "a1\t2024-1-1\t\t\tRain\tWet.",
                                     "a1\t202401\t\t\tRain\tWet."};
        for (const char* const line : cases) {
            CAPTURE(line);
            const auto parsed = parse_corpus_line(line);
            REQUIRE_FALSE(parsed);
            CHECK(parsed.error().kind == ErrorKind::InputFormat);
        }
    }

    TEST_CASE("the id is read from scriptindex's record, wherever it stands")
    {
        const struct {
            const char* record;
            const char* id;
        } cases[] = {{"body=id=no\ncountry=FR\nid=a1\ntitle=Rain", "a1"},
                     {"id=a=b", "a=b"},
                     {"id=", ""},
                     {"paid=no\nbody=Wet.", ""},
                     {"", ""}};
        for (const auto& c : cases) {
            CAPTURE(c.record);
            CHECK(id_of_record(c.record) == c.id);
        }
    }
}
