#include "indexer/record_reader.hpp"

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

RecordReader::RecordReader(const Settings& settings, DumpPaths paths)
    : settings_(&settings),
      notices_(std::move(paths.found.notices)),
      files_(std::move(paths.found.files)),
      stdin_wanted_(paths.wants_stdin)
{
    std::reverse(notices_.begin(), notices_.end());
    for (const DumpFile& file : files_) { bytes_total_ += stdin_wanted_ ? 0 : file.bytes; }
}

bool RecordReader::open_next()
{
    if (next_file_ < files_.size()) {
        dump_ = open_dump(files_[next_file_++], settings_->input, settings_->map);
        return true;
    }
    if (!stdin_wanted_) { return false; }
    stdin_wanted_ = false;
    dump_ = open_dump(open_stdin(), "", settings_->input, settings_->map);
    return true;
}

std::optional<SourceRecord> RecordReader::next()
{
    if (!notices_.empty()) {
        Notice notice = std::move(notices_.back());
        notices_.pop_back();
        return notice;
    }
    for (;;) {
        if (!dump_ && !open_next()) { return {}; }
        Record record = dump_->next();
        if (auto* raw = std::get_if<RawDocument>(&record)) { return std::move(*raw); }
        if (auto* notice = std::get_if<Notice>(&record)) { return std::move(*notice); }
        bytes_finished_ += dump_->bytes_taken();
        dump_.reset();
    }
}

std::uint64_t RecordReader::done() const
{
    return bytes_finished_ + (dump_ ? dump_->bytes_taken() : 0);
}

namespace {

ParsedRecord parse_raw(const RawDocument& raw)
{
    ParsedRecord record{.place = {.file = raw.file, .line = raw.line, .byte = raw.byte}};
    auto result = parse_article(raw);
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
        notice.line = record.place.line;
        notice.byte = record.place.byte;
        if (notice.entry.empty()) { notice.entry = article.analyzed.article.id; }
    }
    record.notices = std::move(article.notices);
    record.analyzed = std::move(article.analyzed);
    return record;
}

}  // namespace

ParsedRecord parse_record(SourceRecord record)
{
    if (const auto* raw = std::get_if<RawDocument>(&record)) { return parse_raw(*raw); }
    ParsedRecord parsed;
    if (auto* notice = std::get_if<Notice>(&record)) {
        parsed.notices.push_back(std::move(*notice));
    } else {
        parsed.analyzed = std::get<AnalyzedArticle>(std::move(record));
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
