#include "common/storage/ledger.hpp"

#include "common/storage/file.hpp"
#include "common/storage/names.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <unordered_map>

namespace dateline {

namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 20U;

constexpr std::size_t kNoColumn = kLedgerColumns.size();

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \r");
    if (first == text.npos) { return {}; }
    return text.substr(first, text.find_last_not_of(" \r") + 1 - first);
}

/// Takes what stands before `separator` off the front of `text`.
std::string_view take_piece(std::string_view& text, char separator)
{
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view piece = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return piece;
}

std::string known_columns()
{
    std::string text;
    for (const LedgerColumn& column : kLedgerColumns) {
        text += (text.empty() ? "the columns are: " : ", ") + std::string{column.name};
    }
    return text;
}

std::string in_quotes(std::string_view text) { return "'" + std::string{text} + "'"; }

}  // namespace

/// Reads line by line. What is wrong with a line is noted, and the line left out.
class LedgerParser {
  public:
    LedgerParser(Ledger& ledger, std::vector<LedgerProblem>& problems)
        : ledger_(ledger), problems_(problems)
    {
    }

    void run(std::string_view text)
    {
        while (!text.empty()) {
            ++line_;
            const std::string_view line = take_piece(text, '\n');
            if (trimmed(line).find_first_not_of('\t') == line.npos || line.starts_with('#')) {
                continue;
            }
            const std::size_t before = problems_.size();
            is_titled_ ? read_row(line) : read_titles(line);
            if (!is_titled_ && problems_.size() > before) { return; }  // nothing else can be read
        }
    }

  private:
    void problem(std::string message, std::string hint = {})
    {
        problems_.push_back({line_, std::move(message), std::move(hint)});
    }

    /// A cell as it was meant: spreadsheets put quotation marks around some.
    std::string_view read_cell(std::string_view cell)
    {
        cell = trimmed(cell);
        if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') { return cell; }
        cell = cell.substr(1, cell.size() - 2);
        if (cell.find('"') == cell.npos) { return trimmed(cell); }
        std::string& plain = ledger_.unquoted_->emplace_back();
        for (std::size_t i = 0; i < cell.size(); ++i) {
            plain += cell[i];
            if (cell[i] == '"' && i + 1 < cell.size() && cell[i + 1] == '"') { ++i; }
        }
        return trimmed(plain);
    }

    void read_titles(std::string_view line)
    {
        bool has_canonical = false;
        while (!line.empty()) {
            const std::string title = fold(read_cell(take_piece(line, '\t')));
            const auto found = std::find_if(kLedgerColumns.begin(), kLedgerColumns.end(),
                                            [&](const LedgerColumn& c) { return c.name == title; });
            const auto number = static_cast<std::size_t>(found - kLedgerColumns.begin());
            if (found == kLedgerColumns.end() && !title.empty()) {
                return problem("there is no column " + in_quotes(title), known_columns());
            }
            if (number != kNoColumn &&
                std::find(columns_.begin(), columns_.end(), number) != columns_.end()) {
                return problem("the column " + in_quotes(title) + " comes twice",
                               "keep one of them");
            }
            has_canonical = has_canonical || number == 0;
            columns_.push_back(number);
        }
        if (!has_canonical) {
            return problem("the first line names no column 'canonical'", known_columns());
        }
        is_titled_ = true;
    }

    void read_row(std::string_view line)
    {
        std::array<std::string_view, kLedgerColumns.size()> cells;
        for (std::size_t i = 0; !line.empty(); ++i) {
            const std::string_view cell = read_cell(take_piece(line, '\t'));
            if (i < columns_.size() && columns_[i] != kNoColumn) {
                cells[columns_[i]] = cell;
            } else if (!cell.empty()) {
                return problem(in_quotes(cell) + " stands in a column without a name",
                               "separate names by semicolons, columns by tabs");
            }
        }
        LedgerRow row{.line = line_};
        if (read_names(cells, row) && read_never(cells[3], row) && read_roles(cells[4], row) &&
            claim(row)) {
            ledger_.rows_.push_back(std::move(row));
        }
    }

    bool read_names(const std::array<std::string_view, kLedgerColumns.size()>& cells,
                    LedgerRow& row)
    {
        add_names(cells[0], row.names);
        if (row.names.size() != 1) {
            problem(row.names.empty() ? "the row has no canonical name"
                                      : "the canonical name has a semicolon",
                    "write one name there, and the others as aliases");
            return false;
        }
        add_names(cells[1], row.names);
        add_names(cells[2], row.not_these);
        for (const auto* names : {&row.names, &row.not_these}) {
            for (const LedgerName& name : *names) {
                if (!name.key.empty()) { continue; }
                problem(in_quotes(name.text) + " is no name", "a name has letters or figures");
                return false;
            }
        }
        return true;
    }

    static void add_names(std::string_view cell, std::vector<LedgerName>& names)
    {
        while (!cell.empty()) {
            const std::string_view name = trimmed(take_piece(cell, ';'));
            if (!name.empty()) { names.push_back({name, name_key(name)}); }
        }
    }

    bool read_never(std::string_view cell, LedgerRow& row)
    {
        const std::string word = fold(cell);
        row.never_a_person = word == "yes";
        if (row.never_a_person || word.empty() || word == "no") { return true; }
        problem("never-a-person is " + in_quotes(cell), "write yes, or leave it empty");
        return false;
    }

    bool read_roles(std::string_view cell, LedgerRow& row)
    {
        while (!cell.empty()) {
            LedgerRole role{.title = trimmed(take_piece(cell, ';'))};
            if (role.title.empty()) { continue; }
            const std::size_t blank = role.title.rfind(' ');
            const std::string_view last = role.title.substr(blank + 1);
            if (blank != role.title.npos && last.find("..") != last.npos) {
                const auto days = parse_day_range(last);
                if (!days) {
                    problem("the role's days are wrong: " + days.error().message,
                            "write them as 2019-01..2023, 2019.. or ..2023");
                    return false;
                }
                role.days = *days;
                role.title = trimmed(role.title.substr(0, blank));
            }
            row.roles.push_back(role);
        }
        return true;
    }

    /// Notes that the row's names are its own.
    bool claim(const LedgerRow& row)
    {
        for (const LedgerName& name : row.names) {
            const bool is_denied = std::any_of(row.not_these.begin(), row.not_these.end(),
                                               [&](const auto& n) { return n.key == name.key; });
            if (is_denied) {
                problem(in_quotes(name.text) + " is the person's name and not the person's name",
                        "take it out of not-these or out of the others");
                return false;
            }
            const auto [owner, is_new] = owners_.try_emplace(name.key, line_);
            if (!is_new && owner->second != line_) {
                problem(in_quotes(name.text) + " is already a name of line " +
                            std::to_string(owner->second),
                        "a name can only be one person's: take it out of one of the lines");
                return false;
            }
        }
        return true;
    }

    Ledger& ledger_;
    std::vector<LedgerProblem>& problems_;
    std::size_t line_ = 0;
    bool is_titled_ = false;
    std::vector<std::size_t> columns_{};  ///< of the file: places in kLedgerColumns
    std::unordered_map<std::string, std::size_t> owners_{};
};

Ledger Ledger::parse(std::string text, std::vector<LedgerProblem>& problems)
{
    Ledger ledger;
    ledger.text_ = std::make_unique<std::string>(std::move(text));
    ledger.unquoted_ = std::make_unique<std::deque<std::string>>();
    if (!is_utf8(*ledger.text_)) {
        std::string_view rest = *ledger.text_;
        std::size_t line = 0;
        do {
            ++line;
        } while (!rest.empty() && is_utf8(take_piece(rest, '\n')));
        problems.push_back({line, "it is not valid UTF-8", "save it as tab-separated UTF-8 text"});
        return ledger;
    }
    *ledger.text_ = clean_text(*ledger.text_).text;
    LedgerParser{ledger, problems}.run(*ledger.text_);
    return ledger;
}

Result<Ledger> Ledger::read(const std::filesystem::path& file)
{
    auto text = read_ledger_text(file);
    if (!text) { return Failure{text.error()}; }
    std::vector<LedgerProblem> problems;
    Ledger ledger = parse(*std::move(text), problems);
    if (!problems.empty()) { return ledger_failure(file, problems.front()); }
    return ledger;
}

Result<std::string> read_ledger_text(const std::filesystem::path& file)
{
    std::error_code problem;
    const std::uintmax_t size = std::filesystem::file_size(file, problem);
    if (problem) { return io_failure("read", file, problem.value()); }
    if (size > kMostBytes) {
        return fail(ErrorKind::InputFormat, "'" + file.string() + "' is too long for a ledger",
                    "it may have 64 MB");
    }
    const auto mapped = MappedFile::open(file);
    if (!mapped) { return Failure{mapped.error()}; }
    return std::string{mapped->bytes()};
}

Failure ledger_failure(const std::filesystem::path& file, const LedgerProblem& problem)
{
    return fail(
        ErrorKind::InputFormat,
        "'" + file.string() + "' line " + std::to_string(problem.line) + ": " + problem.message,
        problem.hint);
}

std::filesystem::path ledger_path(const std::filesystem::path& index)
{
    return index / "people.tsv";
}

}  // namespace dateline
