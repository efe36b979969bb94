// CSV and TSV with a header: a record for each article, its columns named as JSON's keys are.
#include "indexer/input/blanks.hpp"
#include "indexer/input/byte_window.hpp"
#include "indexer/input/csv_record.hpp"
#include "indexer/input/field_keys.hpp"
#include "indexer/input/file_name.hpp"
#include "indexer/input/format.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace dateline::indexer {
namespace {

constexpr std::size_t kMaxRecordBytes = 2 * kMaxArticleBytes;
constexpr std::string_view kDelimiters = ",;\t|";
constexpr std::string_view kTabbed = ".tsv .tab";
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

std::vector<std::string> columns_of(std::string_view bytes, char delimiter)
{
    CsvRecord record;
    std::vector<std::string> columns;
    record.look(bytes, true, {.delimiter = delimiter, .by_lines = true});
    for (std::size_t column = 0; column < record.count(); ++column) {
        columns.emplace_back(without_blanks(record.field(bytes, column)));
    }
    return columns;
}

std::string_view first_line(std::string_view bytes)
{
    if (bytes.starts_with(kByteOrderMark)) { bytes.remove_prefix(kByteOrderMark.size()); }
    return bytes.substr(0, std::min(bytes.find('\n'), bytes.size() - 1) + 1);
}

/// The delimiter that makes the most columns of the header.
char delimiter_of(std::string_view file_name, std::string_view header)
{
    if (ending_among(file_name, kTabbed) != 0) { return '\t'; }
    return *std::max_element(kDelimiters.begin(), kDelimiters.end(), [&](char a, char b) {
        return columns_of(header, a).size() < columns_of(header, b).size();
    });
}

class CsvReader final : public DumpReader {
  public:
    explicit CsvReader(const TextInput& input)
        : window_(input.bytes), keys_(input.map), file_name_(input.file_name)
    {
    }

    Record next() override
    {
        if (!begun_ && !begin()) {
            finished_ = true;
            Notice notice;
            notice.line = 1;
            notice.reason = "no-fields";
            notice.message =
                "none of its columns is a headline or text: --map body=COLUMN says "
                "which is";
            return notice;
        }
        while (!finished_) {
            CsvRecord record;
            const auto sight = find_record(record);
            if (window_.failed() || window_.view().empty()) { break; }
            if (sight != CsvRecord::Sight::Whole) { return unclosed(record); }
            const std::string_view bytes = window_.view().substr(0, record.size());
            const std::uint64_t line = line_;
            const std::uint64_t byte = window_.offset();
            if (without_blanks(bytes).empty()) {
                pass(bytes.size());
                continue;
            }
            ++record_;
            Record made = read(record, bytes);
            place(made, line, byte);
            pass(bytes.size());
            return made;
        }
        finished_ = true;
        return EndOfDump{};
    }

    [[nodiscard]] std::vector<FieldUse> fields() const override { return keys_.uses(); }

  private:
    struct Column {
        std::size_t number;
        std::size_t rank;
    };

    /// Reads the header. False: no column of it makes an article.
    bool begin()
    {
        begun_ = true;
        while (window_.view().find('\n') == std::string_view::npos &&
               window_.view().size() < kMaxRecordBytes && window_.more()) {}
        if (window_.view().starts_with(kByteOrderMark)) { window_.drop(kByteOrderMark.size()); }
        if (window_.view().empty()) { return true; }
        style_.delimiter = delimiter_of(file_name_, first_line(window_.view()));
        style_.by_lines = style_.delimiter == '\t';
        CsvRecord header;
        const auto sight = find_record(header);
        if (window_.failed() || sight != CsvRecord::Sight::Whole) { return window_.failed(); }
        width_ = header.count();
        for (std::size_t column = 0; column < width_; ++column) {
            const std::string name = header.field(window_.view(), column);
            const auto meaning = keys_.meaning_of(without_blanks(name));
            if (!meaning) { continue; }
            columns_[static_cast<std::size_t>(meaning->field)].push_back({column, meaning->rank});
        }
        for (auto& columns : columns_) {
            std::stable_sort(columns.begin(), columns.end(),
                             [](const Column& a, const Column& b) { return a.rank < b.rank; });
        }
        pass(header.size());
        return !columns_[static_cast<std::size_t>(RawField::Body)].empty() ||
               !columns_[static_cast<std::size_t>(RawField::Title)].empty();
    }

    CsvRecord::Sight find_record(CsvRecord& record)
    {
        CsvStyle style = style_;
        style.by_lines = style.by_lines || window_.offset() < by_lines_until_;
        for (bool is_all = false;; is_all = !window_.more()) {
            const auto sight = record.look(window_.view(), is_all, style);
            if (sight != CsvRecord::Sight::Inside) { return sight; }
            if (is_all || window_.view().size() > kMaxRecordBytes) { return sight; }
        }
    }

    /// A quote is not closed at the end, or far too long: its line is passed over, and behind it
    /// lines are records as far as has been looked; else each look could go as far again.
    Notice unclosed(const CsvRecord& /*record*/)
    {
        Notice notice{.entry = std::to_string(++record_), .line = line_, .byte = window_.offset()};
        notice.reason = "bad-csv";
        notice.message = "a quote has no end";
        by_lines_until_ = window_.offset() + window_.view().size();
        pass(std::min(window_.view().find('\n'), window_.view().size() - 1) + 1);
        return notice;
    }

    Record read(const CsvRecord& record, std::string_view bytes)
    {
        if (record.count() != width_) {
            Notice notice{.entry = std::to_string(record_)};
            notice.reason = "bad-csv";
            notice.message = "it has " + std::to_string(record.count()) +
                             " columns, the header has " + std::to_string(width_);
            return notice;
        }
        RawDocument raw;
        for (std::size_t field = 0; field < kRawFieldCount; ++field) {
            for (const Column& column : columns_[field]) {
                std::string text = record.field(bytes, column.number);
                if (without_blanks(text).empty()) { continue; }
                put_text(field_place(static_cast<RawField>(field)), std::move(text), raw);
                break;
            }
        }
        if (raw.title.size() + raw.body.size() > kMaxArticleBytes) {
            Notice notice{.entry = std::to_string(record_)};
            notice.reason = "too-long";
            notice.message = "the article is longer than 16 MiB";
            return notice;
        }
        raw.record = record_;
        return raw;
    }

    static void place(Record& record, std::uint64_t line, std::uint64_t byte)
    {
        if (auto* raw = std::get_if<RawDocument>(&record)) {
            raw->line = line;
            raw->byte = byte;
        } else if (auto* notice = std::get_if<Notice>(&record)) {
            notice->line = line;
            notice->byte = byte;
        }
    }

    void pass(std::size_t count)
    {
        const std::string_view passed = window_.view().substr(0, count);
        line_ += static_cast<std::uint64_t>(std::count(passed.begin(), passed.end(), '\n'));
        window_.drop(count);
    }

    ByteWindow window_;
    FieldKeys keys_;
    std::string file_name_;
    CsvStyle style_{};
    std::array<std::vector<Column>, kRawFieldCount> columns_{};  ///< surest first
    std::size_t width_ = 0;
    std::uint64_t by_lines_until_ = 0;
    std::uint64_t record_ = 0;
    std::uint64_t line_ = 1;
    bool begun_ = false;
    bool finished_ = false;
};

/// Without a name, the header must speak for itself: a headline or text among short names.
bool has_header(std::string_view first_bytes)
{
    constexpr std::size_t kLongestName = 40;
    const std::string_view header = first_line(first_bytes);
    const auto columns = columns_of(header, delimiter_of("", header));
    const bool short_names =
        std::all_of(columns.begin(), columns.end(),
                    [](const std::string& name) { return name.size() <= kLongestName; });
    const auto known = std::count_if(columns.begin(), columns.end(), [](const std::string& name) {
        return raw_field(name).has_value();
    });
    return short_names && known >= 2 && std::any_of(columns.begin(), columns.end(), is_article_key);
}

bool claims(std::string_view file_name, std::string_view first_bytes)
{
    if (is_binary(first_bytes)) { return false; }
    if (file_name.empty()) { return !first_bytes.empty() && has_header(first_bytes); }
    return ending_among(file_name, ".csv .tsv .tab") != 0;
}

}  // namespace

extern const Format csv_format{
    .name = "csv",
    .summary = "comma-, semicolon- or tab-separated records under a header (RFC 4180)",
    .endings = ".csv .tsv .tab",
    .magic = "from standard input, a header with two of our keys",
    .claims = claims,
    .open = [](const TextInput& input) -> std::unique_ptr<DumpReader> {
        return std::make_unique<CsvReader>(input);
    },
};

}  // namespace dateline::indexer
