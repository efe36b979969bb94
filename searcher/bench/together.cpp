#include "searcher/bench/together.hpp"

#include "searcher/bench/ask.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <future>

namespace dateline::searcher {
namespace {

/// A round takes at least so long, so that starting the threads does not count.
constexpr double kRoundMs = 100;

using Queries = std::vector<const LoggedQuery*>;

/// One round.
class Round {
  public:
    Round(const BenchPlan& plan, const Queries& queries, bool facets, std::size_t asks,
          const BenchWatch& watch)
        : plan_(plan), queries_(queries), facets_(facets), asks_(asks), watch_(watch)
    {
    }

    /// How many queries are answered in each second.
    Result<double> run(std::vector<Engine>& engines)
    {
        const auto begin = std::chrono::steady_clock::now();
        std::vector<std::future<Status>> threads;
        for (Engine& engine : engines) {
            // An exception, which is a bug, comes out of the future.
            threads.push_back(std::async(std::launch::async, [&] { return work(engine); }));
        }
        Status all = Done{};
        for (auto& thread : threads) {
            if (auto done = thread.get(); !done) { all = std::move(done); }
        }
        if (!all) { return Failure{all.error()}; }
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        return static_cast<double>(asks_) / took.count();
    }

    [[nodiscard]] std::uint64_t failed() const { return failed_; }

  private:
    Status work(Engine& engine)
    {
        for (std::size_t i = next_++; i < asks_ && !watch_.stop(); i = next_++) {
            const auto found = ask(plan_, engine, *queries_[i % queries_.size()], facets_);
            if (found) { continue; }
            if (!is_of_query(found.error())) { return Failure{found.error()}; }
            ++failed_;
        }
        return Done{};
    }

    const BenchPlan& plan_;
    const Queries& queries_;
    bool facets_;
    std::size_t asks_;
    const BenchWatch& watch_;
    std::atomic<std::size_t> next_ = 0;
    std::atomic<std::uint64_t> failed_ = 0;
};

}  // namespace

Result<Throughput> ask_together(const BenchPlan& plan, std::vector<Engine>& engines,
                                const Queries& queries, SharedWork work, const BenchWatch& watch)
{
    const auto count = static_cast<double>(queries.size());
    const double wanted = kRoundMs * static_cast<double>(engines.size());
    const auto times = static_cast<std::size_t>(std::ceil(wanted / (work.ms * count)));
    const std::size_t asks = queries.size() * std::max<std::size_t>(times, 1);
    Throughput row{.threads = engines.size(), .facets = work.facets};
    for (std::size_t round = 0; round <= kWarmRounds; ++round) {  // the first one warms up
        watch.say(std::to_string(engines.size()) + (engines.size() == 1 ? " thread" : " threads") +
                  (work.facets ? ", facets" : "") + " · round " + std::to_string(round) + " of " +
                  std::to_string(kWarmRounds));
        Round asking{plan, queries, work.facets, asks, watch};
        const auto speed = asking.run(engines);
        if (!speed) { return Failure{speed.error()}; }
        if (watch.stop()) { break; }
        if (round == 0) { continue; }
        row.per_second.push_back(*speed);
        row.failed += asking.failed();
    }
    return row;
}

}  // namespace dateline::searcher
