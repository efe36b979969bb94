// Builds the index that SQLite is measured with: dateline_sqlite_index CORPUS.tsv DB. Prints
// "seconds NAME VALUE" and "articles N".
#include "benchmarks/compare/drivers/corpus_line.hpp"
#include "benchmarks/compare/drivers/sqlite.hpp"
#include "common/cli/report.hpp"

#include <charconv>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace dateline::compare {
namespace {

/// Headline and body are stored in the FTS5 table itself and their words indexed once. What is
/// filtered and sorted by is in ordinary tables with the same rowid, for FTS5 has no indexes on its
/// unindexed columns. No prefix index: it is an option that costs space, and is off by default.
constexpr const char* kTables = R"(
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -500000;
    CREATE VIRTUAL TABLE text USING fts5(
        title, body, tokenize = 'porter unicode61 remove_diacritics 2');
    CREATE TABLE article(rowid INTEGER PRIMARY KEY, id TEXT NOT NULL, day INTEGER, people TEXT);
    CREATE TABLE country(
        code TEXT, article INTEGER, PRIMARY KEY(code, article)) WITHOUT ROWID;
)";
constexpr const char* kIndexes = "CREATE INDEX article_day ON article(day);";

using Clock = std::chrono::steady_clock;

void print_seconds(std::string_view name, Clock::time_point begin)
{
    std::cout << "seconds " << name << ' '
              << std::chrono::duration<double>(Clock::now() - begin).count() << '\n';
}

/// The three statements that one article needs.
struct Inserts {
    Statement text;
    Statement article;
    Statement country;
};

Result<Inserts> prepare_inserts(Database& database)
{
    auto text = database.prepare("INSERT INTO text(rowid, title, body) VALUES(?, ?, ?)");
    if (!text) { return Failure{text.error()}; }
    auto article =
        database.prepare("INSERT INTO article(rowid, id, day, people) VALUES(?, ?, ?, ?)");
    if (!article) { return Failure{article.error()}; }
    auto country = database.prepare("INSERT INTO country(code, article) VALUES(?, ?)");
    if (!country) { return Failure{country.error()}; }
    return Inserts{*std::move(text), *std::move(article), *std::move(country)};
}

Result<bool> insert(Inserts& inserts, std::int64_t row, const CorpusLine& line)
{
    inserts.text.bind(1, row);
    inserts.text.bind(2, line.title);
    inserts.text.bind(3, line.body);
    if (auto done = inserts.text.step(); !done) { return done; }

    std::int64_t day = 0;
    std::from_chars(line.day.data(), line.day.data() + line.day.size(), day);
    inserts.article.bind(1, row);
    inserts.article.bind(2, line.id);
    inserts.article.bind(3, day);
    if (line.day.empty()) { inserts.article.bind_null(3); }
    inserts.article.bind(4, line.people);
    if (auto done = inserts.article.step(); !done) { return done; }

    for (const std::string_view code : line.countries) {
        inserts.country.bind(1, code);
        inserts.country.bind(2, row);
        if (auto done = inserts.country.step(); !done) { return done; }
    }
    return false;
}

/// How many articles there were.
Result<std::int64_t> insert_all(Database& database, std::istream& corpus)
{
    auto inserts = prepare_inserts(database);
    if (!inserts) { return Failure{inserts.error()}; }
    Inserts into = *std::move(inserts);
    std::int64_t row = 0;
    for (std::string line; std::getline(corpus, line);) {
        const auto article = parse_corpus_line(line);
        if (!article) { return Failure{article.error()}; }
        if (const auto done = insert(into, ++row, *article); !done) {
            return Failure{done.error()};
        }
    }
    return row;
}

Status build(const std::string& corpus_path, const std::string& path)
{
    std::ifstream corpus{corpus_path};
    if (!corpus) { return fail(ErrorKind::Io, "cannot read '" + corpus_path + "'"); }
    const auto begin = Clock::now();
    std::error_code ignored;  // if it cannot be made, creating the database says so
    std::filesystem::create_directories(std::filesystem::path{path}.parent_path(), ignored);
    auto created = Database::create(path);
    if (!created) { return Failure{created.error()}; }
    Database database = *std::move(created);
    if (auto done = database.run(kTables); !done) { return done; }
    if (auto done = database.run("BEGIN"); !done) { return done; }
    const auto articles = insert_all(database, corpus);
    if (!articles) { return Failure{articles.error()}; }
    if (auto done = database.run(kIndexes); !done) { return done; }
    if (auto done = database.run("COMMIT"); !done) { return done; }
    print_seconds("load", begin);

    const auto loaded = Clock::now();
    if (auto done = database.run("INSERT INTO text(text) VALUES('optimize')"); !done) {
        return done;
    }
    print_seconds("optimize", loaded);
    std::cout << "articles " << *articles << '\n';
    return Done{};
}

}  // namespace
}  // namespace dateline::compare

int main(int count, char** arguments)
{
    constexpr const char* kProgram = "dateline_sqlite_index";
    if (count != 3) {
        std::cerr << "usage: " << kProgram << " CORPUS.tsv DB\n";
        return 2;
    }
    const auto done = dateline::compare::build(arguments[1], arguments[2]);
    if (done) { return 0; }
    dateline::cli::report(kProgram, done.error(), std::cerr);
    return 1;
}
