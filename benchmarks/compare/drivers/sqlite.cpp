#include "benchmarks/compare/drivers/sqlite.hpp"

#include <filesystem>

namespace dateline::compare {
namespace {

Failure sqlite_failure(sqlite3* open, std::string_view doing)
{
    return fail(ErrorKind::Io, "cannot " + std::string{doing} + ": " + sqlite3_errmsg(open));
}

}  // namespace

void Statement::bind(int parameter, std::string_view text)
{
    sqlite3_bind_text64(compiled_.get(), parameter, text.data(), text.size(), SQLITE_STATIC,
                        SQLITE_UTF8);
}

void Statement::bind(int parameter, std::int64_t number)
{
    sqlite3_bind_int64(compiled_.get(), parameter, number);
}

void Statement::bind_null(int parameter) { sqlite3_bind_null(compiled_.get(), parameter); }

Result<bool> Statement::step()
{
    const int result = sqlite3_step(compiled_.get());
    if (result == SQLITE_ROW) { return true; }
    sqlite3_reset(compiled_.get());
    if (result == SQLITE_DONE) { return false; }
    return sqlite_failure(sqlite3_db_handle(compiled_.get()), "run a statement");
}

std::int64_t Statement::number(int column) const
{
    return sqlite3_column_int64(compiled_.get(), column);
}

std::string Statement::text(int column) const
{
    // text first: it may convert, which is what bytes then counts
    const void* const bytes = sqlite3_column_text(compiled_.get(), column);
    const int size = sqlite3_column_bytes(compiled_.get(), column);
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

Result<Database> Database::open(const std::string& path)
{
    sqlite3* opened = nullptr;
    const int result = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
    Database database{opened};
    if (result != SQLITE_OK) {
        return fail(ErrorKind::IndexMissing,
                    "cannot open '" + path + "': " + sqlite3_errmsg(opened));
    }
    return database;
}

Result<Database> Database::create(const std::string& path)
{
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) {
        return fail(ErrorKind::Io, "there is something at '" + path + "' already");
    }
    sqlite3* opened = nullptr;
    const int result =
        sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Database database{opened};
    if (result != SQLITE_OK) { return sqlite_failure(opened, "create '" + path + "'"); }
    return database;
}

Status Database::run(const std::string& statements)
{
    if (sqlite3_exec(open_.get(), statements.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return sqlite_failure(open_.get(), "run '" + statements + "'");
    }
    return Done{};
}

Result<Statement> Database::prepare(std::string_view statement)
{
    sqlite3_stmt* compiled = nullptr;
    if (sqlite3_prepare_v2(open_.get(), statement.data(), static_cast<int>(statement.size()),
                           &compiled, nullptr) != SQLITE_OK) {
        return sqlite_failure(open_.get(), "compile '" + std::string{statement} + "'");
    }
    return Statement{compiled};
}

}  // namespace dateline::compare
