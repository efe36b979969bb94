#include "indexer/add_run.hpp"

#include "common/interrupt.hpp"
#include "indexer/boilerplate.hpp"

#include <algorithm>
#include <thread>
#include <utility>

namespace dateline::indexer {
namespace {

/// Of --memory: the text of one publication, which is about six times as large while it is built
/// (inverter, token streams, columns), and the text that waits, of which an article in work is
/// several times its size. Measured: ARCHITECTURE.md, "Memory".
constexpr std::uint64_t kPublishShare = 16;
constexpr std::uint64_t kWaitingShare = 64;

}  // namespace

AddRun::AddRun(const Settings& settings, const std::filesystem::path& index, IndexWriter& writer,
               RunOutput& output, RunObserver* observer)
    : settings_(settings), index_(index), writer_(writer), output_(output), observer_(observer)
{
}

std::shared_ptr<Preparer> AddRun::make_preparer() const
{
    return std::make_shared<Preparer>(settings_.detectors, index_);
}

Status AddRun::run(std::unique_ptr<ArticleSource> source)
{
    auto opened = Boilerplate::open(index_);
    if (!opened) { return Failure{opened.error()}; }
    const auto boilerplate = std::make_shared<const Boilerplate>(*std::move(opened));
    const auto own = make_preparer();
    Pipeline pipeline{
        std::move(source),
        [this, boilerplate]() -> Pipeline::Prepare {
            return [preparer = make_preparer(), boilerplate](Prepared& prepared) {
                boilerplate->apply(prepared.record.analyzed->article);
                prepared.work =
                    std::make_shared<ReadyArticle>(preparer->prepare(*prepared.record.analyzed));
            };
        },
        std::max(std::thread::hardware_concurrency(), 1U), settings_.memory / kWaitingShare};
    while (!is_interrupted()) {
        auto prepared = pipeline.next();
        if (!prepared) { break; }
        show_progress(output_.summary(), prepared->done, pipeline.total(), output_.progress());
        if (auto taken = take(*prepared, *own); !taken) { return taken; }
        if (writer_.pending_bytes() < settings_.memory / kPublishShare) { continue; }
        if (auto published = writer_.publish(); !published) { return published; }
    }
    return Done{};
}

Status AddRun::take(Prepared& prepared, Preparer& own)
{
    tell(prepared.record, output_.summary());
    if (observer_ != nullptr) {
        for (const Notice& notice : prepared.record.notices) { observer_->see(notice); }
    }
    if (!prepared.record.analyzed) { return Done{}; }
    auto& ready = *std::static_pointer_cast<ReadyArticle>(prepared.work);
    return add(prepared.record, ready, own);
}

Status AddRun::add(ParsedRecord& record, ReadyArticle& ready, Preparer& own)
{
    AnalyzedArticle& analyzed = *record.analyzed;
    const auto is_there = writer_.has(analyzed.article, ready.hash);
    if (!is_there) { return Failure{is_there.error()}; }
    bool is_wanted = !*is_there;
    if (observer_ != nullptr) {
        const auto anew = observer_->see(analyzed.article);
        if (!anew) { return Failure{anew.error()}; }
        is_wanted = is_wanted || *anew;
    }
    if (!is_wanted) {
        output_.summary().add(Outcome::Unchanged);
        return Done{};
    }
    // The published one is the same: this run has replaced it, or it is to be written anew.
    if (ready.is_known) { ready = own.analyze(analyzed, ready.hash); }
    const auto added = writer_.add(analyzed, ready.words.title, ready.words.body,
                                   std::move(ready.record), record.added);
    return count(added, record);
}

Status AddRun::count(const Result<Replacement>& added, const ParsedRecord& record)
{
    const Article& article = record.analyzed->article;
    RunSummary& summary = output_.summary();
    if (!added && added.error().kind != ErrorKind::InputFormat) { return Failure{added.error()}; }
    if (!added) {
        summary.add(notice_at(record.place, article, "refused", added.error().message));
        return Done{};
    }
    if (*added == Replacement::Own) {
        Notice notice = notice_at(record.place, article, "replaced-in-run",
                                  "replaces an article of the same id in this run");
        notice.lost = false;
        summary.add(notice);
    }
    summary.add(*added == Replacement::None ? Outcome::Added : Outcome::Replaced);
    return Done{};
}

}  // namespace dateline::indexer
