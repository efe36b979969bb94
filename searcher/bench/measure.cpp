#include "searcher/bench/measure.hpp"

#include "common/cli/main_guard.hpp"
#include "searcher/bench/ask.hpp"
#include "searcher/bench/figures.hpp"
#include "searcher/bench/machine.hpp"
#include "searcher/bench/page_cache.hpp"
#include "searcher/bench/together.hpp"

#include <algorithm>
#include <map>

namespace dateline::searcher {
namespace {

using Clock = std::chrono::steady_clock;
using Places = std::vector<std::size_t>;

double milliseconds_since(Clock::time_point begin)
{
    constexpr double kLeast = 0.0001;  // what a saved run can tell from nothing
    return std::max(kLeast,
                    std::chrono::duration<double, std::milli>{Clock::now() - begin}.count());
}

/// As --facet takes it.
std::string text_of(const FacetRequest& facet)
{
    std::string text{facet_kind(facet.id).name};
    if (facet.limit || !facet.words.empty()) { text += ':'; }
    if (facet.limit) { text += std::to_string(*facet.limit); }
    if (!facet.words.empty()) { text += ':' + facet.words; }
    return text;
}

/// One run, step by step.
class Measuring {
  public:
    Measuring(const BenchPlan& plan, std::vector<LoggedQuery> queries, const BenchWatch& watch)
        : plan_(plan), watch_(watch)
    {
        run_.queries = std::move(queries);
        for (std::size_t place = 0; place < run_.queries.size(); ++place) {
            const auto& refusal = run_.queries[place].refusal;
            if (refusal) { failed_.emplace(place, *refusal); }
        }
        run_.record.totals.resize(run_.queries.size());
    }

    Result<BenchRun> run()
    {
        for (const auto step : {&Measuring::describe, &Measuring::measure_cold,
                                &Measuring::measure_warm, &Measuring::measure_together}) {
            if (auto done = (this->*step)(); !done) { return Failure{done.error()}; }
            if (watch_.stop()) { break; }
        }
        run_.is_interrupted = watch_.stop();
        leave_out_failed();
        return std::move(run_);
    }

  private:
    /// What is measured, when and where.
    Status describe()
    {
        const auto engine = Engine::open(plan_.index);
        if (!engine) { return Failure{engine.error()}; }
        const Snapshot& snapshot = engine->snapshot();
        BenchRecord& record = run_.record;
        record.program = cli::version_text();
        record.date = utc_now();
        record.machine = machine_text();
        record.load = load();
        record.index = plan_.index.string();
        record.generation = snapshot.manifest().generation;
        record.manifest = hash_hex(to_json(snapshot.manifest()));
        for (const Segment& segment : snapshot.segments()) {
            record.articles += segment.articles() - segment.removed.count();
        }
        record.queries_hash = hash_of(run_.queries);
        for (const FacetRequest& facet : plan_.facets) { record.facets.push_back(text_of(facet)); }
        record.facet_limit = plan_.facet_limit;
        record.time_limit_ms = static_cast<std::uint64_t>(plan_.time_limit.count());
        return Done{};
    }

    Status measure_cold()
    {
        CachedBytes sum;
        const auto ask = [&](std::size_t place, bool facets) -> Result<double> {
            const CachedBytes left = drop_from_page_cache(plan_.index);
            sum.all += left.all;
            sum.cached += left.cached;
            const auto begin = Clock::now();
            auto engine = open();
            if (!engine) { return Failure{engine.error()}; }
            Engine fresh = *std::move(engine);
            return timed(fresh, place, facets, begin);
        };
        const Places places = spread_evenly(answerable(), kMaxColdQueries);
        auto done = measure_modes(true, kColdRounds, places, ask);
        if (sum.all > 0) {
            run_.stayed_cached = static_cast<double>(sum.cached) / static_cast<double>(sum.all);
        }
        return done;
    }

    Status measure_warm()
    {
        auto engine = open();
        if (!engine) { return Failure{engine.error()}; }
        Engine warm = *std::move(engine);
        const auto ask = [&](std::size_t place, bool facets) {
            return timed(warm, place, facets, Clock::now());
        };
        return measure_modes(false, kWarmRounds, answerable(), ask);
    }

    Status measure_together()
    {
        const Places places = spread_evenly(answerable(), kMaxSharedQueries);
        if (places.empty()) { return Done{}; }
        std::vector<const LoggedQuery*> queries;
        for (const std::size_t place : places) { queries.push_back(&run_.queries[place]); }
        for (const std::uint64_t threads : thread_counts(plan_.threads)) {
            std::vector<Engine> engines;
            while (engines.size() < threads) {
                auto engine = open();
                if (!engine) { return Failure{engine.error()}; }
                engines.push_back(*std::move(engine));
            }
            for (const ModeTimes& warm : run_.record.modes) {
                if (warm.mode->cold) { continue; }
                const double ms = 1000 / figures_of(warm).per_second;
                auto row = ask_together(plan_, engines, queries, {warm.mode->facets, ms}, watch_);
                if (!row) { return Failure{row.error()}; }
                if (watch_.stop()) { return Done{}; }
                run_.record.throughput.push_back(*std::move(row));
            }
        }
        return Done{};
    }

    /// Measures the modes that are cold, or those that are not, by turns.
    template <class Ask>
    Status measure_modes(bool cold, std::size_t rounds, const Places& places, Ask ask)
    {
        std::vector<ModeTimes> modes;
        for (const BenchMode& mode : kBenchModes) {
            const bool is_wanted = !mode.facets || !plan_.facets.empty();
            if (mode.cold == cold && is_wanted) { modes.push_back({.mode = &mode}); }
        }
        // A round before the first one warms up.
        for (std::size_t round = cold ? 1 : 0; round <= rounds; ++round) {
            std::vector<Times> done;
            for (const ModeTimes& times : modes) {
                const std::string what = std::string{times.mode->title} +
                                         (round == 0 ? " · warming up"
                                                     : " · round " + std::to_string(round) +
                                                           " of " + std::to_string(rounds));
                auto asked = ask_all(what, times.mode->facets, places, ask);
                if (!asked) { return Failure{asked.error()}; }
                done.push_back(*std::move(asked));
            }
            if (watch_.stop()) { break; }  // the round may not be whole
            for (std::size_t i = 0; i < modes.size() && round > 0; ++i) {
                modes[i].rounds.push_back(std::move(done[i]));
            }
        }
        for (ModeTimes& times : modes) {
            if (!times.rounds.empty()) { run_.record.modes.push_back(std::move(times)); }
        }
        return Done{};
    }

    /// Asks each query once, unless it has failed before or the run is stopped.
    template <class Ask>
    Result<Times> ask_all(const std::string& what, bool facets, const Places& places, Ask ask)
    {
        Times times(run_.queries.size());
        for (std::size_t i = 0; i < places.size() && !watch_.stop(); ++i) {
            watch_.say(what + " · query " + std::to_string(i + 1) + " of " +
                       std::to_string(places.size()));
            if (failed_.contains(places[i])) { continue; }
            const Result<double> took = ask(places[i], facets);
            if (took) {
                times[places[i]] = *took;
            } else if (is_of_query(took.error())) {
                failed_.emplace(places[i], took.error());
            } else {
                return Failure{took.error()};
            }
        }
        return times;
    }

    Result<double> timed(Engine& engine, std::size_t place, bool facets, Clock::time_point begin)
    {
        const auto total = ask(plan_, engine, run_.queries[place], facets);
        if (!total) { return Failure{total.error()}; }
        const double took = milliseconds_since(begin);
        run_.record.totals[place] = *total;
        return took;
    }

    Result<Engine> open() const
    {
        auto engine = Engine::open(plan_.index, 0);
        if (!engine || engine->snapshot().manifest().generation == run_.record.generation) {
            return engine;
        }
        return fail(ErrorKind::IndexLocked, "the index was changed while it was measured",
                    "run it again when nobody writes to it");
    }

    [[nodiscard]] Places answerable() const
    {
        Places places;
        for (std::size_t place = 0; place < run_.queries.size(); ++place) {
            if (!failed_.contains(place)) { places.push_back(place); }
        }
        return places;
    }

    void leave_out_failed()
    {
        for (auto& [place, error] : failed_) {
            run_.record.totals[place].reset();
            for (ModeTimes& times : run_.record.modes) {
                for (Times& round : times.rounds) { round[place].reset(); }
            }
            run_.failures.push_back({place, std::move(error)});
        }
        auto& modes = run_.record.modes;
        modes.erase(
            std::remove_if(modes.begin(), modes.end(),
                           [](const ModeTimes& times) { return figures_of(times).queries == 0; }),
            modes.end());
    }

    const BenchPlan& plan_;
    const BenchWatch& watch_;
    BenchRun run_{};
    std::map<std::size_t, Error> failed_{};  ///< by place of the query
};

}  // namespace

Result<BenchRun> measure(const BenchPlan& plan, std::vector<LoggedQuery> queries,
                         const BenchWatch& watch)
{
    return Measuring{plan, std::move(queries), watch}.run();
}

}  // namespace dateline::searcher
