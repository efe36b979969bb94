#include "indexer/article_reader.hpp"

#include <algorithm>
#include <variant>

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

ArticleReader::ArticleReader(const Settings& settings, DumpPaths paths, RunSummary& summary,
                             cli::ProgressLine& progress)
    : settings_(&settings),
      summary_(&summary),
      progress_(&progress),
      files_(std::move(paths.found.files)),
      stdin_wanted_(paths.wants_stdin)
{
    for (const Notice& notice : paths.found.notices) { summary.add(notice); }
    for (const DumpFile& file : files_) { bytes_total_ += stdin_wanted_ ? 0 : file.bytes; }
}

bool ArticleReader::open_next()
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

std::optional<ParsedArticle> ArticleReader::parsed(const RawDocument& raw)
{
    place_ = {.file = raw.file, .line = raw.line, .byte = raw.byte};
    auto result = parse_article(raw);
    if (!result) {
        Notice notice = place_;
        notice.entry = raw.id.empty() ? std::to_string(raw.record) : raw.id;
        notice.reason = "no-text";
        notice.message = result.error().message;
        summary_->add(notice);
        return {};
    }
    ParsedArticle article = *std::move(result);
    for (Notice& notice : article.notices) {
        notice.file = place_.file;
        notice.line = place_.line;
        notice.byte = place_.byte;
        if (notice.entry.empty()) { notice.entry = article.analyzed.article.id; }
        summary_->add(notice);
    }
    const Article& text = article.analyzed.article;
    summary_->add_bytes(text.title.size() + text.body.size());
    return article;
}

std::optional<ParsedArticle> ArticleReader::next()
{
    for (;;) {
        if (!dump_ && !open_next()) { return {}; }
        Record record = dump_->next();
        show_progress();
        if (std::holds_alternative<EndOfDump>(record)) {
            bytes_done_ += dump_->bytes_taken();
            dump_.reset();
        } else if (const auto* notice = std::get_if<Notice>(&record)) {
            summary_->add(*notice);
        } else if (auto article = parsed(std::get<RawDocument>(record))) {
            return article;
        }
    }
}

void ArticleReader::show_progress()
{
    if (!progress_->due()) { return; }
    progress_->show({.articles = summary_->articles(),
                     .text_bytes = summary_->bytes(),
                     .bytes_done = bytes_done_ + (dump_ ? dump_->bytes_taken() : 0),
                     .bytes_total = bytes_total_,
                     .skipped = summary_->skipped()});
}

Notice ArticleReader::notice_of(const Article& article, std::string reason,
                                std::string message) const
{
    Notice notice = place_;
    notice.entry = article.id;
    notice.reason = std::move(reason);
    notice.message = std::move(message);
    return notice;
}

}  // namespace dateline::indexer
