// Builds the index that SQLite is measured with: dateline_sqlite_index CORPUS.tsv DB. Prints
// "seconds NAME VALUE" and "articles N".
#include "benchmarks/compare/drivers/corpus_line.hpp"
#include "benchmarks/compare/drivers/sqlite.hpp"
#include "benchmarks/compare/drivers/sqlite_tables.hpp"
#include "common/cli/report.hpp"
#include "common/storage/file.hpp"

#include <charconv>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace dateline::compare {
namespace {

/// As for an index that is made anew if making it fails; what synchronous = OFF leaves to the
/// system, build() syncs at the end.
constexpr const char* kPragmas = R"(
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -500000;
)";

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

Status fill(Database& database, std::istream& corpus)
{
    const auto begin = Clock::now();
    for (const char* const statements : {kPragmas, kTables, "BEGIN"}) {
        if (auto done = database.run(statements); !done) { return done; }
    }
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

Status build(const std::string& corpus_path, const std::filesystem::path& path)
{
    std::ifstream corpus{corpus_path};
    if (!corpus) { return fail(ErrorKind::Io, "cannot read '" + corpus_path + "'"); }
    const std::filesystem::path folder = std::filesystem::absolute(path).parent_path();
    std::error_code ignored;  // if it cannot be made, creating the database says so
    std::filesystem::create_directories(folder, ignored);
    {
        auto created = Database::create(path);
        if (!created) { return Failure{created.error()}; }
        Database database = *std::move(created);
        if (auto done = fill(database, corpus); !done) { return done; }
    }
    const auto closed = Clock::now();
    if (auto done = sync_path(path); !done) { return done; }
    if (auto done = sync_path(folder); !done) { return done; }
    print_seconds("sync", closed);
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
    return dateline::cli::report(kProgram, done.error(), std::cerr);
}
