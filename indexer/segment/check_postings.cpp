#include "indexer/segment/check_postings.hpp"

#include "common/storage/glass_keys.hpp"

#include <cerrno>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

namespace dateline::indexer {
namespace {

/// A check takes a second for each 100 MB; one that takes this long runs in circles.
constexpr rlim_t kMostSeconds = 3600;

constexpr int kGood = 0;
constexpr int kBad = 1;

/// Runs in the child: nothing of the parent's may be touched, nor its buffers be flushed.
[[noreturn]] void check_and_leave(const std::filesystem::path& postings)
{
    const rlimit limit{kMostSeconds, kMostSeconds};
    ::setrlimit(RLIMIT_CPU, &limit);
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    int code = kBad;
    try {
        code = Xapian::Database::check(postings.string(), 0, nullptr) == 0 ? kGood : kBad;
    } catch (...) {
        code = kBad;
    }
    ::_exit(code);
}

/// Compares lists as they are walked through, and adds up what they come to for each article.
class ListComparer {
  public:
    ListComparer(const Postings& postings, const std::string& name, const SegmentSums& sums,
                 DamageList& damages)
        : postings_(postings), name_(name), sums_(sums), damages_(damages)
    {
        articles_.resize(sums.articles.size());
    }

    void compare_lists();
    void compare_articles() const;

  private:
    void compare_list(std::string_view key, PostingList list);
    void report(std::string what, std::size_t index = 0) const
    {
        damages_.add({.file = name_, .what = std::move(what), .index = index});
    }

    const Postings& postings_;
    const std::string& name_;
    const SegmentSums& sums_;
    DamageList& damages_;
    std::vector<std::uint64_t> articles_{};  ///< ArticleSum::sum of each
};

void ListComparer::compare_list(std::string_view key, PostingList list)
{
    const std::uint64_t hash = term_hash(key);
    const auto term = [key] { return "'" + glass_term(key) + "'"; };
    const auto frequency = list.frequency();
    ListSum has;
    for (; list.doc() != PostingList::kEnd; list.next()) {
        const std::size_t index = list.doc() - 1;
        if (index >= articles_.size()) { continue; }  // then the list is not what it should be
        const std::uint32_t weight = list.count();
        articles_[index] += mixed(hash, weight);
        has.sum += mixed(index, weight);
        ++has.articles;
    }
    const auto wanted = sums_.lists.find(hash);
    if (wanted == sums_.lists.end()) {
        return report("the term " + term() + " is in no stored article");
    }
    if (wanted->second.articles != has.articles || wanted->second.sum != has.sum) {
        return report("the list of the term " + term() + " is not that of the stored articles");
    }
    if (frequency != has.articles) {
        report("the term " + term() + " is said to be in " + std::to_string(frequency) +
               " articles, and is in " + std::to_string(has.articles));
    }
}

void ListComparer::compare_lists()
{
    std::size_t lists = 0;
    for (TermCursor term = postings_.terms(); term.next(); ++lists) {
        compare_list(term.key(), term.list());
    }
    if (lists < sums_.lists.size()) {
        report("it lacks " + std::to_string(sums_.lists.size() - lists) +
               " terms of the stored articles");
    }
}

void ListComparer::compare_articles() const
{
    auto lengths = postings_.lengths();
    for (std::size_t index = 0; index < articles_.size(); ++index) {
        const auto doc = static_cast<std::uint32_t>(index + 1);
        const std::string article = "its article " + std::to_string(doc);
        if (articles_[index] != sums_.articles[index].sum) {
            report(article + " has other terms or weights than the stored one", index);
        }
        if (lengths) { lengths->advance(doc); }
        const bool has_length = lengths && lengths->doc() == doc;
        if (!has_length || lengths->count() != sums_.articles[index].length) {
            report(article + " has another length than the stored one", index);
        }
    }
    if (postings_.articles() != articles_.size()) {
        report("it says that it has " + std::to_string(postings_.articles()) + " articles");
    }
}

}  // namespace

std::string xapian_trouble(const std::filesystem::path& postings)
{
    const pid_t child = ::fork();
    if (child == 0) { check_and_leave(postings); }
    int status = 0;
    pid_t ended = child;
    do {
        ended = child < 0 ? child : ::waitpid(child, &status, 0);
    } while (ended < 0 && child > 0 && errno == EINTR);
    if (ended != child || child < 0) { return "Xapian's own check could not be run"; }
    if (WIFSIGNALED(status)) { return "Xapian's own check crashes on it"; }
    return WEXITSTATUS(status) == kGood ? "" : "Xapian's own check finds it damaged";
}

void compare_postings(const Postings& postings, const std::string& name, const SegmentSums& sums,
                      DamageList& damages)
{
    ListComparer comparer{postings, name, sums, damages};
    comparer.compare_lists();
    comparer.compare_articles();
    if (const auto read = postings.status(); !read) {
        damages.add({.file = name, .what = read.error().message});
    }
}

}  // namespace dateline::indexer
