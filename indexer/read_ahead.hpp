// Several dumps read at once, their records in the order of the dumps.
//
// Each thread reads a unit (a file, or a few small ones); the caller takes the records unit by
// unit. Threads are never more than a few units ahead of it, and each unit keeps only so much text
// waiting, so that memory is bounded whatever the dumps are.
#pragma once

#include "indexer/article_source.hpp"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace dateline::indexer {

class ReadAhead {
  public:
    /// Hands a record over, in its turn; false: nobody wants more.
    using Emit = std::function<bool(SourceRecord)>;
    /// Reads one unit; called once for each, from several threads at once.
    using ReadUnit = std::function<void(std::size_t unit, const Emit& emit)>;

    /// Begins to read with so many threads, at least one.
    ReadAhead(std::size_t units, std::size_t threads, ReadUnit read);
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;
    /// Stops, wherever it is.
    ~ReadAhead();

    /// The next record, or nothing at the end. What reading threw is thrown here.
    std::optional<SourceRecord> next();

  private:
    /// What has been read of a unit and not been taken yet.
    struct Unit {
        std::deque<SourceRecord> records{};
        std::size_t bytes = 0;  ///< of text, about
        bool is_done = false;
    };
    void work();
    void read(std::size_t unit);
    bool hand_over(std::size_t unit, std::vector<SourceRecord>& records, std::size_t& bytes,
                   bool is_done);

    ReadUnit read_;
    std::size_t ahead_;  ///< so many units are read at once, a thread each
    std::mutex mutex_{};
    std::condition_variable changed_{};
    std::vector<Unit> units_;
    std::size_t next_unit_ = 0;  ///< to be read
    std::size_t front_ = 0;      ///< that the caller is at
    bool stopping_ = false;
    std::exception_ptr problem_{};
    std::deque<SourceRecord> current_{};  ///< the caller's
    std::vector<std::thread> threads_{};
};

}  // namespace dateline::indexer
