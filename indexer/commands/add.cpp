// add: reads dumps and puts their articles into the index.
#include "common/cli/values.hpp"
#include "common/storage/bodies.hpp"
#include "indexer/article_reader.hpp"
#include "indexer/commands/command.hpp"
#include "indexer/interrupt.hpp"
#include "indexer/run_output.hpp"
#include "indexer/writer.hpp"

namespace dateline::indexer {
namespace {

/// What is published at a time. A crash costs at most the analysis of this much text.
constexpr std::uint64_t kPublishBytes = 64 << 20;

class AddRun {
  public:
    AddRun(const Settings& settings, IndexWriter& writer, RunSummary& summary)
        : writer_(writer), summary_(summary), analyzer_(settings.detectors)
    {
    }

    /// Adds everything that `reader` gives, until the end or Ctrl-C.
    Status run(ArticleReader& reader)
    {
        while (!is_interrupted()) {
            auto article = reader.next();
            if (!article) { break; }
            if (auto added = add(reader, article->analyzed); !added) { return added; }
            if (writer_.pending_bytes() >= kPublishBytes) {
                if (auto published = writer_.publish(); !published) { return published; }
            }
        }
        return Done{};
    }

  private:
    Status add(const ArticleReader& reader, AnalyzedArticle& analyzed)
    {
        Article& article = analyzed.article;
        article.detected_by = analyzer_.name();
        const auto is_there = writer_.has(article, content_hash(article));
        if (!is_there) { return Failure{is_there.error()}; }
        if (*is_there) {
            summary_.add(Outcome::Unchanged);
            return Done{};
        }
        analyzer_.analyze(analyzed);
        const auto added = writer_.add(analyzed, analyzer_.title(), analyzer_.body());
        if (!added && added.error().kind != ErrorKind::InputFormat) {
            return Failure{added.error()};
        }
        if (!added) {
            summary_.add(reader.notice_of(article, "refused", added.error().message));
            return Done{};
        }
        if (*added == Replacement::Own) {
            Notice notice = reader.notice_of(article, "replaced-in-run",
                                             "replaces an article of the same id in this run");
            notice.lost = false;
            summary_.add(notice);
        }
        summary_.add(*added == Replacement::None ? Outcome::Added : Outcome::Replaced);
        return Done{};
    }

    IndexWriter& writer_;
    RunSummary& summary_;
    Analyzer analyzer_;
};

Result<int> run_add(const Call& call)
{
    const auto index = cli::index_path(call.settings.index);
    if (!index) { return Failure{index.error()}; }
    auto dumps = find_dumps(call.arguments);
    if (!dumps) { return Failure{dumps.error()}; }
    auto locked = IndexWriter::open(*index);
    if (!locked) { return Failure{locked.error()}; }
    const auto writer = *std::move(locked);
    auto opened = RunOutput::open(call.settings, *dumps, call.err);
    if (!opened) { return Failure{opened.error()}; }
    const auto output = *std::move(opened);

    catch_interrupts();
    ArticleReader articles{call.settings, *std::move(dumps), output->summary(), output->progress()};
    AddRun run{call.settings, *writer, output->summary()};
    Status done = run.run(articles);
    if (done) {
        for (const std::string& path : call.arguments) {
            if (!is_interrupted()) { writer->note_source(path); }
        }
        done = writer->publish();
    }
    auto code = output->finish(is_interrupted());
    if (done) { return code; }
    Error error = done.error();
    error.message += "; what was published before is whole and stays";
    return Failure{error};
}

}  // namespace

extern const Command add_command{
    .name = "add",
    .arguments = "PATH… | -",
    .summary = "Adds the articles of files, folders or standard input to the index",
    .example = "dateline-index add --index news.idx dumps/ more.jsonl.zst",
    .run = run_add,
};

}  // namespace dateline::indexer
