#include "indexer/read_ahead.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

constexpr std::size_t kMostWaiting = std::size_t{4} << 20U;  ///< bytes of text of a unit
/// What is handed over at once: large enough that the lock costs nothing.
constexpr std::size_t kBatchRecords = 64;
constexpr std::size_t kBatchBytes = std::size_t{256} << 10U;

}  // namespace

ReadAhead::ReadAhead(std::size_t units, std::size_t threads, ReadUnit read)
    : read_(std::move(read)),
      ahead_(std::clamp(units, std::size_t{1}, std::max(threads, std::size_t{1}))),
      units_(units)
{
    for (std::size_t n = 0; n < ahead_; ++n) {
        threads_.emplace_back([this] { work(); });
    }
}

ReadAhead::~ReadAhead()
{
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) { thread.join(); }
}

void ReadAhead::work()
{
    try {
        for (;;) {
            std::unique_lock lock{mutex_};
            changed_.wait(lock, [this] {
                return stopping_ || next_unit_ == units_.size() ||
                       next_unit_ < front_ + ahead_;
            });
            if (stopping_ || next_unit_ == units_.size()) { return; }
            const std::size_t unit = next_unit_++;
            lock.unlock();
            read(unit);
        }
    } catch (...) {
        const std::lock_guard lock{mutex_};
        problem_ = std::current_exception();
        stopping_ = true;
    }
    changed_.notify_all();
}

void ReadAhead::read(std::size_t unit)
{
    std::vector<SourceRecord> batch;
    std::size_t bytes = 0;
    read_(unit, [&](SourceRecord record) {
        bytes += text_bytes(record);
        batch.push_back(std::move(record));
        if (batch.size() < kBatchRecords && bytes < kBatchBytes) { return true; }
        return hand_over(unit, batch, bytes, false);
    });
    hand_over(unit, batch, bytes, true);
}

/// Puts the records where the caller finds them, when there is room. False: nobody wants them.
bool ReadAhead::hand_over(std::size_t unit, std::vector<SourceRecord>& records, std::size_t& bytes,
                          bool is_done)
{
    {
        std::unique_lock lock{mutex_};
        Unit& into = units_[unit];
        changed_.wait(lock, [&] { return stopping_ || into.bytes < kMostWaiting; });
        if (stopping_) { return false; }
        for (SourceRecord& record : records) { into.records.push_back(std::move(record)); }
        into.bytes += bytes;
        into.is_done = is_done;
    }
    records.clear();
    bytes = 0;
    changed_.notify_all();
    return true;
}

std::optional<SourceRecord> ReadAhead::next()
{
    while (current_.empty()) {
        std::unique_lock lock{mutex_};
        if (front_ == units_.size()) { return {}; }
        Unit& unit = units_[front_];
        changed_.wait(lock, [&] { return problem_ || unit.is_done || !unit.records.empty(); });
        if (problem_) { std::rethrow_exception(problem_); }
        current_.swap(unit.records);
        unit.bytes = 0;
        if (unit.is_done) { ++front_; }
        lock.unlock();
        changed_.notify_all();
    }
    SourceRecord record = std::move(current_.front());
    current_.pop_front();
    return record;
}

}  // namespace dateline::indexer
