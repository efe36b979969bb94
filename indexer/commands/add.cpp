// add: reads dumps and puts their articles into the index.
#include "common/cli/values.hpp"
#include "indexer/article_reader.hpp"
#include "indexer/commands/command.hpp"
#include "indexer/interrupt.hpp"
#include "indexer/pipeline.hpp"
#include "indexer/prepare.hpp"
#include "indexer/run_output.hpp"
#include "indexer/writer.hpp"

#include <algorithm>
#include <thread>

namespace dateline::indexer {
namespace {

/// What is published at a time. A crash costs at most the analysis of this much text.
constexpr std::uint64_t kPublishBytes = 64 << 20;

class AddRun {
  public:
    AddRun(const Settings& settings, IndexWriter& writer, RunOutput& output)
        : settings_(settings), writer_(writer), output_(output)
    {
    }

    /// Adds everything that there is to read, until the end or Ctrl-C.
    Status run(DumpPaths dumps, const std::filesystem::path& index)
    {
        if (auto shared = share_dictionary(); !shared) { return shared; }
        const auto make_preparer = [this, &index] {
            return std::make_shared<Preparer>(settings_.detectors, index, dictionary_);
        };
        const auto own = make_preparer();
        Pipeline pipeline{RecordReader{settings_, std::move(dumps)},
                          [&make_preparer]() -> Pipeline::Prepare {
                              return [preparer = make_preparer()](Prepared& prepared) {
                                  prepared.work = std::make_shared<ReadyArticle>(
                                      preparer->prepare(*prepared.record.analyzed));
                              };
                          },
                          std::max(std::thread::hardware_concurrency(), 1U)};
        while (!is_interrupted()) {
            auto prepared = pipeline.next();
            if (!prepared) { break; }
            show_progress(output_.summary(), prepared->bytes_done, pipeline.bytes_total(),
                          output_.progress());
            tell(prepared->record, output_.summary());
            if (!prepared->record.analyzed) { continue; }
            auto& ready = *std::static_pointer_cast<ReadyArticle>(prepared->work);
            if (auto added = add(prepared->record, ready, *own); !added) { return added; }
            if (auto published = publish_if_enough(); !published) { return published; }
        }
        return Done{};
    }

  private:
    Status add(ParsedRecord& record, ReadyArticle& ready, Preparer& own)
    {
        AnalyzedArticle& analyzed = *record.analyzed;
        RunSummary& summary = output_.summary();
        const auto is_there = writer_.has(analyzed.article, ready.hash);
        if (!is_there) { return Failure{is_there.error()}; }
        if (*is_there) {
            summary.add(Outcome::Unchanged);
            return Done{};
        }
        if (ready.is_known) { ready = own.analyze(analyzed, ready.hash); }  // this run has replaced it
        const auto added =
            writer_.add(analyzed, ready.words.title, ready.words.body, std::move(ready.stored));
        if (!added && added.error().kind != ErrorKind::InputFormat) {
            return Failure{added.error()};
        }
        if (!added) {
            summary.add(
                notice_at(record.place, analyzed.article, "refused", added.error().message));
            return Done{};
        }
        if (*added == Replacement::Own) {
            Notice notice = notice_at(record.place, analyzed.article, "replaced-in-run",
                                      "replaces an article of the same id in this run");
            notice.lost = false;
            summary.add(notice);
        }
        summary.add(*added == Replacement::None ? Outcome::Added : Outcome::Replaced);
        return dictionary_.get() ? Status{Done{}} : share_dictionary();
    }

    Status publish_if_enough()
    {
        return writer_.pending_bytes() < kPublishBytes ? Status{Done{}} : writer_.publish();
    }

    /// Lets the preparing threads compress bodies, once there is a dictionary.
    Status share_dictionary()
    {
        auto bytes = writer_.dictionary();
        if (!bytes) { return Failure{bytes.error()}; }
        if (!bytes->empty()) { dictionary_.set(*std::move(bytes)); }
        return Done{};
    }

    const Settings& settings_;
    IndexWriter& writer_;
    RunOutput& output_;
    DictionarySlot dictionary_{};
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
    AddRun run{call.settings, *writer, *output};
    Status done = run.run(*std::move(dumps), *index);
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
