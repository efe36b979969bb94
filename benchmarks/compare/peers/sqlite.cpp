// SQLite's FTS5, as a competent user sets it up (drivers/sqlite_*.cpp).
#include "benchmarks/compare/drivers/sqlite_query.hpp"
#include "benchmarks/compare/drivers/words.hpp"
#include "benchmarks/compare/peer.hpp"

#include <iterator>
#include <memory>
#include <sqlite3.h>

namespace dateline::compare {
namespace {

std::filesystem::path database(const Places& places)
{
    return places.index("sqlite", "fts5") / "articles.db";
}

CommandLine index(const Places& places, std::string_view)
{
    return {places.programs / "benchmarks/compare/dateline_sqlite_index", places.tsv,
            database(places)};
}

CommandLine ask(const Places& places, std::string_view)
{
    return {places.programs / "benchmarks/compare/dateline_sqlite_ask", database(places)};
}

/// The driver's statement with its parameters written out: letters and digits, so nothing to quote.
std::string statement(const Question& question)
{
    const std::string values[] = {fts5_expression(question), question.from, last_day(question),
                                  question.country};
    std::string sql = sqlite_top(question);
    for (std::size_t i = 0; i < std::size(values); ++i) {
        const std::string name = "?" + std::to_string(i + 1);
        for (std::size_t at = sql.find(name); at != std::string::npos; at = sql.find(name)) {
            sql.replace(at, name.size(), "'" + values[i] + "'");
        }
    }
    return sql;
}

CommandLine shell(const Places& places, const Question& question)
{
    return {"sqlite3", database(places), statement(question)};
}

/// By the tables of the database, as its dbstat table counts their pages.
Result<Parts> parts(const std::filesystem::path& index)
{
    sqlite3* opened = nullptr;
    const int code =
        sqlite3_open_v2((index / "articles.db").c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
    const std::unique_ptr<sqlite3, int (*)(sqlite3*)> db{opened, sqlite3_close};
    Parts parts;
    const auto add_row = [](void* into, int, char** values, char**) {
        const std::string table = values[0];
        const std::string part = table.find("_data") != std::string::npos      ? "postings"
                                 : table.find("_content") != std::string::npos ? "stored fields"
                                                                               : "other";
        (*static_cast<Parts*>(into))[part] += std::stoull(values[1]);
        return 0;
    };
    const bool counted =
        code == SQLITE_OK &&
        sqlite3_exec(db.get(), "select name, sum(pgsize) from dbstat group by name", add_row,
                     &parts, nullptr) == SQLITE_OK;
    if (!counted) { return fail(ErrorKind::Io, "cannot size up SQLite's tables"); }
    return parts;
}

}  // namespace

extern const Peer sqlite_peer{
    .name = "sqlite",
    .shown = "SQLite FTS5",
    .ways = "fts5",
    .modes = "plain exact",
    .index = index,
    .ask = ask,
    .shell = shell,
    .parts = parts,
    .no_hits_code = 0,
    .colour = "#009E73",
    .point = 5,
    .note =
        "tokenize='porter unicode61 remove_diacritics 2', bm25, contents stored, optimized; "
        "the ten best without a total (sqlite), or with count(*) of the same match "
        "(sqlite-exact); no facets; a page cache of up to 500 MB",
};

}  // namespace dateline::compare
