// Stored articles made into what a segment has of them once more, and compared with what it has.
//
// What concerns one article (columns, token stream) is compared at once. What many share
// (vocabulary, posting lists) is summed up, in sums that do not depend on order, so that several
// threads can share a segment's articles and nothing grows with the postings.
#pragma once

#include "common/storage/snapshot.hpp"
#include "indexer/damage.hpp"
#include "indexer/segment/document.hpp"

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dateline::indexer {

/// A hash over two numbers, by which sums are made: 64 bits, nothing that a forger could not meet.
std::uint64_t mixed(std::uint64_t first, std::uint64_t second);
/// How a term is known in the sums; of its glass_key().
std::uint64_t term_hash(std::string_view key);
/// How the vocabulary's statement is known that a word has a stem in a language.
std::uint64_t stem_hash(std::string_view stem, std::string_view language, std::uint32_t number);

/// A posting list, whatever its order.
struct ListSum {
    std::uint64_t articles = 0;
    std::uint64_t sum = 0;  ///< of mixed(index, weight)
};

/// An article's postings, whatever their order.
struct ArticleSum {
    std::uint64_t sum = 0;  ///< of mixed(term_hash, weight)
    std::uint32_t length = 0;
};

/// A live article, to see whether its id lives twice.
struct LiveId {
    std::uint64_t hash = 0;  ///< of the id
    std::size_t segment = 0;
    std::size_t index = 0;
};

/// What the articles of a segment come to.
struct SegmentSums {
    std::uint64_t words = 0;
    std::uint64_t text_bytes = 0;
    std::uint64_t unreadable = 0;  ///< articles that are in none of these sums
    std::set<std::string> languages{};
    std::vector<std::uint32_t> word_articles{};          ///< by the vocabulary's number
    std::unordered_set<std::uint64_t> stems{};           ///< stem_hash() of each
    std::unordered_map<std::uint64_t, ListSum> lists{};  ///< by term_hash()
    std::vector<ArticleSum> articles{};                  ///< by index
    std::vector<LiveId> live{};
    std::vector<std::string> digest_lines{};  ///< of the live articles, if they are wanted
};

/// Checks articles of one segment. One object, one thread.
class ArticleChecker {
  public:
    /// Everything must outlive the object. `names` is what the index has; `bodies` reads the
    /// segment's in this thread; `removed` says which articles are not live.
    ArticleChecker(const Segment& segment, const ArticleSet& removed, const Bodies& bodies,
                   NamesWriter& names, bool wants_digest);

    /// Compares an article; each once, in ascending order.
    void check(std::size_t index);

    /// Adds everything seen. `sums.articles` and `sums.word_articles` have their sizes.
    void add_to(SegmentSums& sums) const;
    [[nodiscard]] const DamageList& damages() const { return damages_; }

  private:
    void report(std::string_view file, std::string what);
    void compare_row(const ColumnRow& row);
    void compare_tokens(const std::vector<std::uint32_t>& codes);
    void number_words(const std::vector<std::uint32_t>& codes);
    void note_terms();
    void note_live(AnalyzedArticle&& analyzed);

    const Segment& segment_;
    const ArticleSet& removed_;
    const Bodies& bodies_;
    bool wants_digest_;
    Lexicon lexicon_{};
    Inverter inverter_{};
    DocumentMaker maker_;
    TokenList title_{};
    TokenList body_{};
    std::size_t index_ = 0;                     ///< of the article at hand
    std::string id_{};                          ///< its id
    std::vector<std::uint32_t> numbers_{};      ///< by the lexicon's number: the vocabulary's
    std::vector<std::uint64_t> term_hashes_{};  ///< by the inverter's number
    std::vector<ListSum> lists_{};              ///< by the inverter's number
    std::vector<std::pair<std::size_t, ArticleSum>> articles_{};
    SegmentSums sums_{};
    DamageList damages_{};
};

}  // namespace dateline::indexer
