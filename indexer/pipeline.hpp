// Records → prepared articles, on all cores, in the order of the dumps.
//
// A thread reads, the others prepare what needs nothing of other articles (parsing, words,
// detection, compression), the caller takes the articles one by one. Batches wait in one queue of
// bounded size, in their order, so that a run on many cores writes the same index as on one.
#pragma once

#include "indexer/record_reader.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace dateline::indexer {

/// Work done for a record ahead of its turn; what it is, the caller knows.
struct Prepared {
    ParsedRecord record{};
    std::shared_ptr<void> work{};
    std::uint64_t done = 0;  ///< of the source, when it was read
};

class Pipeline {
  public:
    /// Prepares one record. Each thread has one of its own, made there.
    using Prepare = std::function<void(Prepared&)>;
    using MakePrepare = std::function<Prepare()>;

    /// Begins to read and prepare with `threads` threads besides the reader's; at least one. At
    /// most `waiting_bytes` of text wait, and a batch more.
    Pipeline(std::unique_ptr<ArticleSource> source, MakePrepare make_prepare, std::size_t threads,
             std::uint64_t waiting_bytes);
    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;
    /// Stops, wherever it is.
    ~Pipeline();

    /// The next record, or nothing at the end. What a thread threw is thrown here.
    std::optional<Prepared> next();

    [[nodiscard]] std::uint64_t total() const { return total_; }

  private:
    struct Batch {
        std::vector<SourceRecord> raw{};
        std::vector<Prepared> prepared{};
        std::uint64_t bytes = 0;  ///< of text, about: what the queue's bound counts
        std::uint64_t done = 0;
        bool is_taken = false;
        bool is_ready = false;
    };
    void read();
    void work(const MakePrepare& make_prepare);
    bool read_batch(Batch& batch);
    Batch* take();
    void guarded(const std::function<void()>& body);

    std::unique_ptr<ArticleSource> source_;
    std::uint64_t total_;
    std::uint64_t most_waiting_;
    std::mutex mutex_{};
    std::condition_variable changed_{};
    std::deque<std::unique_ptr<Batch>> batches_{};  ///< in the order of the dumps
    std::uint64_t bytes_waiting_ = 0;
    bool all_read_ = false;
    bool stopping_ = false;
    std::exception_ptr problem_{};
    std::deque<Prepared> current_{};  ///< of the batch that the caller is at
    std::vector<std::thread> threads_{};
};

}  // namespace dateline::indexer
