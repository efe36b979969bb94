#include "indexer/record_reader.hpp"

#include "indexer/day_order.hpp"

#include <algorithm>

namespace dateline::indexer {

Result<DumpPaths> find_dumps(const std::vector<std::string>& paths)
{
    if (paths.empty()) {
        return fail(ErrorKind::Usage, "no PATH to read is named",
                    "name files or folders, or - for standard input");
    }
    DumpPaths dumps;
    std::vector<std::string> named;
    for (const std::string& path : paths) {
        if (path == "-") {
            dumps.wants_stdin = true;
        } else {
            named.push_back(path);
        }
    }
    auto found = find_dump_files(named);
    if (!found) { return Failure{found.error()}; }
    dumps.found = *std::move(found);
    return dumps;
}

RecordReader::RecordReader(const Settings& settings, DumpPaths paths, std::size_t readers)
    : settings_(&settings),
      notices_(std::move(paths.found.notices)),
      files_(std::move(paths.found.files)),
      orders_(settings.input, settings.map)
{
    std::reverse(notices_.begin(), notices_.end());
    for (const DumpFile& file : files_) { bytes_total_ += paths.wants_stdin ? 0 : file.bytes; }
    share_out(paths.wants_stdin);
    ahead_.emplace(units_.size(), readers, [this](std::size_t unit, const ReadAhead::Emit& emit) {
        read(units_[unit], emit);
    });
}

/// Small files go together, so that a folder of millions costs no more than a few large ones.
void RecordReader::share_out(bool wants_stdin)
{
    constexpr std::uint64_t kLeastBytes = std::uint64_t{1} << 20U;
    constexpr std::size_t kMostFiles = 256;
    for (std::size_t file = 0; file < files_.size();) {
        Unit unit{file, file};
        for (std::uint64_t bytes = 0;
             unit.end < files_.size() && bytes < kLeastBytes && unit.end - unit.begin < kMostFiles;
             ++unit.end) {
            bytes += files_[unit.end].bytes;
        }
        file = unit.end;
        units_.push_back(unit);
    }
    if (wants_stdin) { units_.push_back({files_.size(), files_.size()}); }
}

void RecordReader::read(const Unit& unit, const ReadAhead::Emit& emit)
{
    if (unit.begin == unit.end) {
        read(*open_dump(open_stdin(), "", settings_->input, settings_->map), emit);
        return;
    }
    for (std::size_t file = unit.begin; file < unit.end; ++file) {
        read(*open_dump(files_[file], settings_->input, settings_->map), emit);
    }
}

void RecordReader::read(Dump& dump, const ReadAhead::Emit& emit)
{
    OrderedRecords records{dump};
    std::uint64_t told = 0;
    for (bool goes_on = true; goes_on;) {
        Record record = records.next();
        bytes_done_ += dump.bytes_taken() - told;
        told = dump.bytes_taken();
        if (auto* raw = std::get_if<RawDocument>(&record)) {
            // A text in a file of its own: what its neighbours show.
            if (raw->unstructured && raw->order == DayOrder::Unknown && raw->member.empty() &&
                !raw->path.empty() && has_open_order(raw->body)) {
                raw->order = orders_.of(raw->path);
            }
            goes_on = emit(std::move(*raw));
        } else if (auto* notice = std::get_if<Notice>(&record)) {
            goes_on = emit(std::move(*notice));
        } else {
            return;
        }
    }
}

std::optional<SourceRecord> RecordReader::next()
{
    if (notices_.empty()) { return ahead_->next(); }
    Notice notice = std::move(notices_.back());
    notices_.pop_back();
    return notice;
}

std::size_t sensible_readers()
{
    constexpr unsigned kMost = 4;
    return std::clamp(std::thread::hardware_concurrency(), 1U, kMost);
}

namespace {

ParsedRecord parse_raw(const RawDocument& raw, Receipts receipts)
{
    ParsedRecord record{
        .place = {.file = raw.file, .member = raw.member, .line = raw.line, .byte = raw.byte}};
    auto result = parse_article(raw, receipts);
    if (!result) {
        Notice notice = record.place;
        notice.entry = raw.id.empty() ? std::to_string(raw.record) : raw.id;
        notice.reason = "no-text";
        notice.message = result.error().message;
        record.notices.push_back(std::move(notice));
        return record;
    }
    ParsedArticle article = *std::move(result);
    for (Notice& notice : article.notices) {
        notice.file = record.place.file;
        notice.member = record.place.member;
        notice.line = record.place.line;
        notice.byte = record.place.byte;
        if (notice.entry.empty()) { notice.entry = article.analyzed.article.id; }
    }
    record.notices = std::move(article.notices);
    record.receipts = std::move(article.receipts);
    record.analyzed = std::move(article.analyzed);
    return record;
}

}  // namespace

ParsedRecord parse_record(SourceRecord record, Receipts receipts)
{
    if (const auto* raw = std::get_if<RawDocument>(&record)) { return parse_raw(*raw, receipts); }
    ParsedRecord parsed;
    if (auto* notice = std::get_if<Notice>(&record)) {
        parsed.notices.push_back(std::move(*notice));
    } else {
        KeptArticle kept = std::get<KeptArticle>(std::move(record));
        parsed.analyzed = std::move(kept.analyzed);
        parsed.added = kept.added;
        parsed.place.file = parsed.analyzed->article.file;
    }
    return parsed;
}

Notice notice_at(const Notice& place, const Article& article, std::string reason,
                 std::string message)
{
    Notice notice = place;
    notice.entry = article.id;
    notice.reason = std::move(reason);
    notice.message = std::move(message);
    return notice;
}

}  // namespace dateline::indexer
