#include "searcher/search/crew.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

namespace dateline::searcher {
namespace {

constexpr std::size_t kMostHelpers = 3;

}  // namespace

Crew::Crew()
    : Crew(std::min<std::size_t>(kMostHelpers,
                                 std::max(1U, std::thread::hardware_concurrency()) - 1))
{
}

Crew::~Crew()
{
    {
        const std::lock_guard lock{mutex_};
        is_over_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) { thread.join(); }
}

void Crew::start(std::function<void(std::size_t)> work)
{
    {
        const std::lock_guard lock{mutex_};
        work_ = std::move(work);
        ++round_;
        at_work_ = helpers_;
    }
    changed_.notify_all();
    try {
        while (threads_.size() < helpers_) {
            threads_.emplace_back(&Crew::run, this, threads_.size());
        }
    } catch (const std::system_error&) {
        const std::lock_guard lock{mutex_};
        at_work_ -= helpers_ - threads_.size();
        helpers_ = threads_.size();
    }
}

void Crew::wait()
{
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return at_work_ == 0; });
    work_ = nullptr;
    if (thrown_) { std::rethrow_exception(std::exchange(thrown_, nullptr)); }
}

void Crew::run(std::size_t helper)
{
    std::unique_lock lock{mutex_};
    for (std::size_t done = 0;;) {
        changed_.wait(lock, [&] { return is_over_ || round_ != done; });
        if (is_over_) { return; }
        done = round_;
        lock.unlock();
        std::exception_ptr thrown;
        try {
            work_(helper);
        } catch (...) {
            thrown = std::current_exception();
        }
        lock.lock();
        if (thrown) { thrown_ = thrown; }
        if (--at_work_ == 0) { changed_.notify_all(); }
    }
}

}  // namespace dateline::searcher
