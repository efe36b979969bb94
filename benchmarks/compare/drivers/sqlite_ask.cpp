// Answers questions from SQLite: dateline_sqlite_ask DB. Totals are exact where they are asked for,
// at the price of a second statement; else it tells only how many rows it fetched.
#include "benchmarks/compare/drivers/ask_loop.hpp"
#include "benchmarks/compare/drivers/sqlite.hpp"
#include "benchmarks/compare/drivers/sqlite_query.hpp"
#include "benchmarks/compare/drivers/words.hpp"
#include "common/cli/report.hpp"

#include <iostream>

namespace dateline::compare {
namespace {

constexpr std::uint64_t kHits = 10;

Result<Statement> prepare(Database& database, const Question& question,
                          const std::string& expression, const std::string& statement)
{
    auto prepared = database.prepare(statement);
    if (!prepared) { return prepared; }
    Statement ready = *std::move(prepared);
    ready.bind(1, expression);
    if (!question.from.empty()) {  // eight digits each: refusal_of() has looked
        ready.bind(2, std::int64_t{std::stol(question.from)});
        ready.bind(3, std::int64_t{std::stol(last_day(question))});
    }
    ready.bind(4, question.country);
    return ready;
}

/// Fetches the ids of the best and says how many there were.
Result<std::uint64_t> fetch_top(Database& database, const Question& question,
                                const std::string& expression)
{
    auto prepared = prepare(database, question, expression, sqlite_top(question));
    if (!prepared) { return Failure{prepared.error()}; }
    Statement top = *std::move(prepared);
    std::vector<std::string> ids;
    for (;;) {
        const auto row = top.step();
        if (!row) { return Failure{row.error()}; }
        if (!*row) { return ids.size(); }
        ids.push_back(top.text(0));
    }
}

Result<std::uint64_t> count_all(Database& database, const Question& question,
                                const std::string& expression)
{
    auto prepared = prepare(database, question, expression, sqlite_count(question));
    if (!prepared) { return Failure{prepared.error()}; }
    Statement count = *std::move(prepared);
    const auto row = count.step();
    if (!row) { return Failure{row.error()}; }
    return static_cast<std::uint64_t>(count.number(0));
}

Answer ask(Database& database, const Question& question)
{
    if (const auto reason = refusal_of(question); !reason.empty()) { return {.refusal = reason}; }
    if (question.facets) { return {.refusal = "no facets"}; }
    const std::string expression = fts5_expression(question);
    const auto fetched = fetch_top(database, question, expression);
    if (!fetched) { return {.refusal = fetched.error().message}; }
    if (!question.exact) { return {.total = *fetched, .relation = *fetched < kHits ? "=" : ">="}; }
    const auto total = count_all(database, question, expression);
    if (!total) { return {.refusal = total.error().message}; }
    return {.total = *total};
}

/// Reads the schema too, which SQLite would leave to the first question.
Result<Database> open(const std::string& path)
{
    auto opened = Database::open(path);
    if (!opened) { return opened; }
    Database database = *std::move(opened);
    const auto ready = database.run(
        "PRAGMA mmap_size = 2147418112; PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY;"
        "SELECT rowid FROM text LIMIT 1; SELECT rowid FROM article LIMIT 1;");
    if (!ready) { return Failure{ready.error()}; }
    return database;
}

}  // namespace
}  // namespace dateline::compare

int main(int count, char** arguments)
{
    using namespace dateline;
    constexpr const char* kProgram = "dateline_sqlite_ask";
    if (count != 2) {
        std::cerr << "usage: " << kProgram << " DB\n";
        return 2;
    }
    const auto begin = std::chrono::steady_clock::now();
    auto opened = compare::open(arguments[1]);
    if (!opened) { return cli::report(kProgram, opened.error(), std::cerr); }
    compare::Database database = *std::move(opened);
    return compare::ask_loop(
        std::string{"SQLite "} + sqlite3_libversion(), std::chrono::steady_clock::now() - begin,
        [&](const compare::Question& question) { return compare::ask(database, question); });
}
