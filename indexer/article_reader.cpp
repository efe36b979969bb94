#include "indexer/article_reader.hpp"

namespace dateline::indexer {

void tell(const ParsedRecord& record, RunSummary& summary)
{
    for (const Notice& notice : record.notices) { summary.add(notice); }
    if (!record.analyzed) { return; }
    const Article& article = record.analyzed->article;
    summary.add_bytes(article.title.size() + article.body.size());
}

void show_progress(const RunSummary& summary, std::uint64_t bytes_done, std::uint64_t bytes_total,
                   cli::ProgressLine& progress)
{
    if (!progress.due()) { return; }
    progress.show({.articles = summary.articles(),
                   .text_bytes = summary.bytes(),
                   .bytes_done = bytes_done,
                   .bytes_total = bytes_total,
                   .skipped = summary.skipped()});
}

std::optional<ParsedRecord> ArticleReader::next(Receipts receipts)
{
    while (auto record = reader_.next()) {
        show_progress(*summary_, reader_.done(), reader_.total(), *progress_);
        ParsedRecord parsed = parse_record(*std::move(record), receipts);
        tell(parsed, *summary_);
        if (parsed.analyzed) { return parsed; }
    }
    return {};
}

}  // namespace dateline::indexer
