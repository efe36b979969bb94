#include "indexer/segment/check_segment.hpp"

#include "indexer/segment/check_postings.hpp"
#include "indexer/segment/check_vocabulary.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

namespace dateline::indexer {
namespace {

constexpr std::size_t kChunkArticles = 64;
constexpr auto kBetweenNews = std::chrono::milliseconds{100};

/// Threads that share the articles of a segment.
class Crew {
  public:
    Crew(SegmentCheck& check, const Segment& segment, const ArticleSet& removed)
        : check_(check), segment_(segment), removed_(removed)
    {
        sums_.articles.resize(segment.articles());
        sums_.word_articles.resize(segment.vocabulary.contents().words.size());
    }

    /// Runs them to the end.
    SegmentSums run(DamageList& damages);

  private:
    void work(NamesWriter& names);
    void check_articles(NamesWriter& names);

    SegmentCheck& check_;
    const Segment& segment_;
    const ArticleSet& removed_;
    std::atomic<std::size_t> next_{0};
    std::atomic<std::size_t> done_{0};
    std::mutex mutex_{};  ///< of all below
    std::condition_variable ended_{};
    std::size_t working_ = 0;
    SegmentSums sums_{};
    std::vector<DamageList> damages_{};
    std::exception_ptr problem_{};
};

void Crew::check_articles(NamesWriter& names)
{
    Dictionaries dictionaries{check_.index / "dictionaries"};
    const auto path = check_.index / "segments" / segment_.name / "bodies";
    const auto bodies = Bodies::open(path, dictionaries);
    if (!bodies) {
        const std::lock_guard lock{mutex_};
        damages_.emplace_back().add({.file = path.string(), .what = bodies.error().message});
        ++sums_.unreadable;
        return;
    }
    ArticleChecker checker{segment_, removed_, *bodies, names, check_.wants_digest};
    for (;;) {
        const std::size_t begin = next_.fetch_add(kChunkArticles);
        if (begin >= segment_.articles()) { break; }
        const std::size_t end = std::min(begin + kChunkArticles, segment_.articles());
        for (std::size_t index = begin; index < end; ++index) { checker.check(index); }
        done_ += end - begin;
    }
    const std::lock_guard lock{mutex_};
    checker.add_to(sums_);
    damages_.push_back(checker.damages());
}

void Crew::work(NamesWriter& names)
{
    std::exception_ptr problem;
    try {
        check_articles(names);
    } catch (...) {
        problem = std::current_exception();
    }
    const std::lock_guard lock{mutex_};
    if (problem) { problem_ = problem; }
    --working_;
    ended_.notify_all();
}

SegmentSums Crew::run(DamageList& damages)
{
    std::vector<std::thread> threads;
    working_ = check_.names.size();
    for (NamesWriter& names : check_.names) {
        threads.emplace_back([this, &names] { work(names); });
    }
    std::size_t told = 0;
    {
        std::unique_lock lock{mutex_};
        while (!ended_.wait_for(lock, kBetweenNews, [this] { return working_ == 0; })) {
            const std::size_t done = done_;
            lock.unlock();
            const std::uint64_t bytes = segment_.text_bytes * (done - told) / segment_.articles();
            if (check_.tell) { check_.tell({done - told, bytes}); }
            told = done;
            lock.lock();
        }
    }
    for (std::thread& thread : threads) { thread.join(); }
    if (problem_) { std::rethrow_exception(problem_); }
    std::vector<const DamageList*> lists;
    for (const DamageList& list : damages_) { lists.push_back(&list); }
    damages.add_by_article(lists);
    return std::move(sums_);
}

/// The totals of each list in the columns, counted again.
void compare_totals(const Segment& segment, const std::string& folder, DamageList& damages)
{
    for (const Field& f : kFields) {
        if (f.column != Column::Ordinals) { continue; }
        std::map<std::uint32_t, std::uint32_t> counts;
        for (std::size_t index = 0; index < segment.articles(); ++index) {
            for (const std::uint32_t ordinal : segment.columns.ordinals(f.id, index)) {
                ++counts[ordinal];
            }
        }
        const auto totals = segment.columns.totals(f.id);
        const bool agree =
            std::equal(totals.begin(), totals.end(), counts.begin(), counts.end(),
                       [](const OrdinalTotal& total, const auto& count) {
                           return total.ordinal == count.first && total.articles == count.second;
                       });
        if (agree) { continue; }
        damages.add({folder + "columns",
                     "the totals of '" + std::string{f.name} + "' are not those of its articles"});
    }
}

void compare_counts(const SegmentEntry& entry, const SegmentSums& sums, DamageList& damages)
{
    const auto compare = [&](const char* what, std::uint64_t said, std::uint64_t counted) {
        if (said == counted) { return; }
        damages.add({"segments/" + entry.name, "the manifest says " + std::to_string(said) + ' ' +
                                                   what + ", the stored articles have " +
                                                   std::to_string(counted)});
    };
    compare("articles", entry.articles, sums.articles.size());
    compare("words", entry.words, sums.words);
    compare("bytes of text", entry.text_bytes, sums.text_bytes);
}

}  // namespace

SegmentSums check_segment(SegmentCheck& check, const Segment& segment, const SegmentEntry& entry,
                          const ArticleSet& removed, DamageList& damages)
{
    const std::string folder = "segments/" + entry.name + "/";
    const auto postings = check.index / "segments" / entry.name / "postings";
    const std::string trouble = xapian_trouble(postings);
    if (!trouble.empty()) { damages.add({folder + "postings", trouble}); }
    SegmentSums sums = Crew{check, segment, removed}.run(damages);
    compare_totals(segment, folder, damages);
    if (sums.unreadable > 0) { return sums; }  // without these no other sum can be right
    compare_counts(entry, sums, damages);
    compare_vocabulary(segment.vocabulary, folder + "vocabulary", sums, damages);
    if (trouble.empty()) { compare_postings(segment.postings, folder + "postings", sums, damages); }
    return sums;
}

}  // namespace dateline::indexer
