// A crew: threads that help with a search that takes long. They are begun when they are first
// needed, since most searches are over before a thread would have begun.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace dateline::searcher {

class Crew {
  public:
    /// For each core but the caller's one, and no more than three: searches wait for memory, which
    /// more threads do not make faster.
    Crew();
    /// Of so many; 0: nobody helps.
    explicit Crew(std::size_t helpers) : helpers_(helpers) {}
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;
    ~Crew();

    [[nodiscard]] std::size_t helpers() const { return helpers_; }

    /// Has every helper call `work` once with its number, from 0, and returns at once. Then wait()
    /// must be called, and no other start() before. Where the system gives no more threads there
    /// are fewer helpers from then on.
    void start(std::function<void(std::size_t helper)> work);

    /// Returns when all calls have returned; at once if there are none. Throws what one of them
    /// threw.
    void wait();

  private:
    void run(std::size_t helper);

    std::size_t helpers_;
    std::mutex mutex_{};
    std::condition_variable changed_{};
    std::function<void(std::size_t)> work_{};
    std::size_t round_ = 0;    ///< of work, counted from 1
    std::size_t at_work_ = 0;  ///< helpers that have not done with this round
    std::exception_ptr thrown_{};
    bool is_over_ = false;
    std::vector<std::thread> threads_{};
};

}  // namespace dateline::searcher
