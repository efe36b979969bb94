#include "indexer/pipeline.hpp"

namespace dateline::indexer {
namespace {

/// A batch is large enough that handing it on costs nothing, small enough to share out evenly.
constexpr std::size_t kBatchRecords = 64;
constexpr std::uint64_t kBatchBytes = 256 << 10;

}  // namespace

Pipeline::Pipeline(std::unique_ptr<ArticleSource> source, MakePrepare make_prepare,
                   std::size_t threads, std::uint64_t waiting_bytes)
    : source_(std::move(source)), total_(source_->total()), most_waiting_(waiting_bytes)
{
    threads_.emplace_back([this] { guarded([this] { read(); }); });
    for (std::size_t i = 0; i < threads; ++i) {
        threads_.emplace_back([this, make_prepare] { guarded([&] { work(make_prepare); }); });
    }
}

Pipeline::~Pipeline()
{
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) { thread.join(); }
}

/// Runs a thread's work; what it throws ends the pipeline.
void Pipeline::guarded(const std::function<void()>& body)
{
    try {
        body();
    } catch (...) {
        const std::lock_guard lock{mutex_};
        problem_ = std::current_exception();
        stopping_ = true;
    }
    changed_.notify_all();
}

bool Pipeline::read_batch(Batch& batch)
{
    while (batch.raw.size() < kBatchRecords && batch.bytes < kBatchBytes) {
        auto record = source_->next();
        if (!record) { break; }
        batch.bytes += text_bytes(*record);
        batch.raw.push_back(*std::move(record));
    }
    batch.done = source_->done();
    return !batch.raw.empty();
}

void Pipeline::read()
{
    for (;;) {
        auto batch = std::make_unique<Batch>();
        const bool has_records = read_batch(*batch);
        std::unique_lock lock{mutex_};
        if (!has_records) {
            all_read_ = true;
            return;
        }
        changed_.wait(lock, [this] { return stopping_ || bytes_waiting_ < most_waiting_; });
        if (stopping_) { return; }
        bytes_waiting_ += batch->bytes;
        batches_.push_back(std::move(batch));
        lock.unlock();
        changed_.notify_all();
    }
}

/// The first batch that nobody works at, or null when there will be none any more.
Pipeline::Batch* Pipeline::take()
{
    std::unique_lock lock{mutex_};
    for (;;) {
        if (stopping_) { return nullptr; }
        for (const auto& batch : batches_) {
            if (batch->is_taken) { continue; }
            batch->is_taken = true;
            return batch.get();
        }
        if (all_read_) { return nullptr; }
        changed_.wait(lock);
    }
}

void Pipeline::work(const MakePrepare& make_prepare)
{
    const Prepare prepare = make_prepare();
    while (Batch* batch = take()) {
        for (auto& record : batch->raw) {
            Prepared prepared{.record = parse_record(std::move(record)), .done = batch->done};
            if (prepared.record.analyzed) { prepare(prepared); }
            batch->prepared.push_back(std::move(prepared));
        }
        batch->raw.clear();
        {
            const std::lock_guard lock{mutex_};
            batch->is_ready = true;
        }
        changed_.notify_all();
    }
}

std::optional<Prepared> Pipeline::next()
{
    if (current_.empty()) {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] {
            return problem_ || (all_read_ && batches_.empty()) ||
                   (!batches_.empty() && batches_.front()->is_ready);
        });
        if (problem_) { std::rethrow_exception(problem_); }
        if (batches_.empty()) { return {}; }
        Batch& batch = *batches_.front();
        bytes_waiting_ -= batch.bytes;
        for (Prepared& prepared : batch.prepared) { current_.push_back(std::move(prepared)); }
        batches_.pop_front();
        lock.unlock();
        changed_.notify_all();
    }
    Prepared prepared = std::move(current_.front());
    current_.pop_front();
    return prepared;
}

}  // namespace dateline::indexer
