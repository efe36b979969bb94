// The tables that SQLite is measured with.
#pragma once

namespace dateline::compare {

/// Headline and body are stored in the FTS5 table itself and their words indexed once. What is
/// filtered and sorted by is in ordinary tables with the same rowid, for FTS5 has no indexes on its
/// unindexed columns. No prefix index: it is an option that costs space, and is off by default.
inline constexpr const char* kTables = R"(
    CREATE VIRTUAL TABLE text USING fts5(
        title, body, tokenize = 'porter unicode61 remove_diacritics 2');
    CREATE TABLE article(rowid INTEGER PRIMARY KEY, id TEXT NOT NULL, day INTEGER, people TEXT);
    CREATE TABLE country(
        code TEXT, article INTEGER, PRIMARY KEY(code, article)) WITHOUT ROWID;
)";

/// Made when the rows are there, which is faster.
inline constexpr const char* kIndexes = "CREATE INDEX article_day ON article(day);";

}  // namespace dateline::compare
