// The identity ledger, people.tsv: what a person has decided about who is who. Text in, checked
// rows out; common/storage/name_changes.hpp lays them over the names of an index.
//
// Tab-separated, UTF-8, as spreadsheets save it; lines that begin with # and empty ones are passed
// over. The first other line names the columns, in any order: `canonical`, and what else there is
// of kLedgerColumns. Cells hold several values between semicolons:
//
//     canonical <tab> aliases <tab> not-these <tab> role
//     Ana Ruiz <tab> Anita Ruiz; A. Ruiz Mora <tab> Ana Ruiz Paz <tab> mayor of Villanueva
//     2019..2023
#pragma once

#include "common/date.hpp"
#include "common/result.hpp"

#include <array>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

struct LedgerColumn {
    std::string_view name;
    std::string_view summary;
};

inline constexpr auto kLedgerColumns = std::to_array<LedgerColumn>({
    {"canonical", "the name that is shown"},
    {"aliases", "other names of the person, which bring all their forms with them"},
    {"not-these", "names that are somebody else's, whatever was joined"},
    {"never-a-person", "yes: neither the name nor its aliases are a person's"},
    {"role", "what the person is, with days if you like: president 2019-01..2023"},
});

/// A name in the ledger. Accents and case do not count.
struct LedgerName {
    std::string_view text{};
    std::string key{};  ///< name_key() of it
};

struct LedgerRole {
    std::string_view title{};
    std::optional<DayRange> days{};
};

struct LedgerRow {
    std::size_t line = 0;             ///< from 1
    std::vector<LedgerName> names{};  ///< the canonical one first, then the aliases
    std::vector<LedgerName> not_these{};
    std::vector<LedgerRole> roles{};
    bool never_a_person = false;

    [[nodiscard]] std::string_view canonical() const { return names.front().text; }
};

struct LedgerProblem {
    std::size_t line = 0;
    std::string message{};
    std::string hint{};
};

/// A ledger without problems: each name belongs to one row.
class Ledger {
  public:
    [[nodiscard]] const std::vector<LedgerRow>& rows() const { return rows_; }

    /// Reads a ledger's text; of one with problems, the rows that have none. Adds all problems.
    static Ledger parse(std::string text, std::vector<LedgerProblem>& problems);

    /// Fails with Io, or with InputFormat at the first problem, its line in the message.
    static Result<Ledger> read(const std::filesystem::path& file);

  private:
    friend class LedgerParser;
    std::unique_ptr<std::string> text_{};                  ///< what the rows' views lie in
    std::unique_ptr<std::deque<std::string>> unquoted_{};  ///< or in these
    std::vector<LedgerRow> rows_{};
};

/// A file's text. Fails with Io, and with InputFormat if it is too long for a ledger.
Result<std::string> read_ledger_text(const std::filesystem::path& file);

/// The failure that a problem of a file is.
Failure ledger_failure(const std::filesystem::path& file, const LedgerProblem& problem);

/// Where the ledger of an index is looked for.
std::filesystem::path ledger_path(const std::filesystem::path& index);

}  // namespace dateline
