// SQLite as values of ours: a database and a statement that close themselves, errors as Results.
#pragma once

#include "common/result.hpp"

#include <cstdint>
#include <memory>
#include <sqlite3.h>
#include <string>
#include <string_view>

namespace dateline::compare {

/// A statement that was compiled. Its Database must outlive it.
class Statement {
  public:
    explicit Statement(sqlite3_stmt* compiled) : compiled_(compiled) {}

    /// `parameter` counts from 1; one that the statement does not have is left alone. `text` must
    /// live until the statement has run.
    void bind(int parameter, std::string_view text);
    void bind(int parameter, std::int64_t number);
    void bind_null(int parameter);

    /// Runs to the next row; false at the end, where the statement can be bound and run anew.
    Result<bool> step();

    /// Of the current row; `column` counts from 0.
    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] std::string text(int column) const;

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* compiled) const { sqlite3_finalize(compiled); }
    };

    std::unique_ptr<sqlite3_stmt, Finalize> compiled_;
};

/// An open database, for one thread.
class Database {
  public:
    /// Reads what is there. Fails with IndexMissing.
    static Result<Database> open(const std::string& path);
    /// Fails with Io, also when there is something at `path` already.
    static Result<Database> create(const std::string& path);

    /// Runs statements without parameters, ; between them.
    Status run(const std::string& statements);
    Result<Statement> prepare(std::string_view statement);

  private:
    struct Close {
        void operator()(sqlite3* open) const { sqlite3_close(open); }
    };
    explicit Database(sqlite3* open) : open_(open) {}

    std::unique_ptr<sqlite3, Close> open_;
};

}  // namespace dateline::compare
