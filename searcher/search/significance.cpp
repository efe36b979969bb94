#include "searcher/search/significance.hpp"

#include "common/text/tokenizer.hpp"
#include "searcher/search/facet_hits.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace dateline::searcher {
namespace {

constexpr std::uint64_t kFewestHits = 2;

/// What is kept of a kind, the most surprising `limit`.
void keep_best(std::vector<Significant>& found, std::size_t limit, std::vector<Significant>& into)
{
    std::sort(found.begin(), found.end(), [](const Significant& a, const Significant& b) {
        return a.g2 != b.g2 ? a.g2 > b.g2 : a.text < b.text;
    });
    found.resize(std::min(found.size(), limit));
    into.insert(into.end(), found.begin(), found.end());
}

std::vector<ArticleSet> live_articles(const Snapshot& snapshot, std::uint64_t& total)
{
    std::vector<ArticleSet> live;
    for (const Segment& segment : snapshot.segments()) {
        ArticleSet& set = live.emplace_back(segment.articles());
        for (std::size_t i = 0; i < segment.articles(); ++i) {
            if (segment.removed.contains(i)) { continue; }
            set.insert(i);
            ++total;
        }
    }
    return live;
}

/// Both numbers of hits, and of the articles that are none.
struct Sizes {
    std::uint64_t hits = 0;
    std::uint64_t articles = 0;

    [[nodiscard]] double surprise(std::uint64_t a, std::uint64_t all) const
    {
        const std::uint64_t others = articles - std::min(articles, hits);
        return log_likelihood(static_cast<double>(a), static_cast<double>(hits),
                              static_cast<double>(std::min(others, all - std::min(all, a))),
                              static_cast<double>(others));
    }
};

std::vector<Significant> names_of(const Snapshot& snapshot, const std::vector<ArticleSet>& hits,
                                  const std::vector<ArticleSet>& live, FieldId field,
                                  const Sizes& sizes)
{
    NameCounts of_hits{snapshot, field};
    of_hits.count(snapshot, hits);
    NameCounts of_all{snapshot, field};
    of_all.count(snapshot, live);
    const NameColumn& names = snapshot.names().of(field);
    CountryNames countries;
    std::vector<Significant> found;
    of_hits.for_each([] { return std::uint32_t{1}; },
                     [&](std::uint32_t key, std::uint32_t count) {
                         const std::uint64_t all = of_all.of(key);
                         const double g2 = sizes.surprise(count, all);
                         if (count < kFewestHits || g2 < kSurely) { return; }
                         const std::string_view name = names.spelling(names.shown(key));
                         found.push_back({.kind = field == FieldId::Country ? "country" : "person",
                                          .text = field == FieldId::Country ? countries.of(name)
                                                                            : std::string{name},
                                          .hits = count,
                                          .articles = all,
                                          .g2 = g2});
                     });
    return found;
}

/// A word of the articles that are read.
struct ReadWord {
    std::uint64_t hits = 0;
    std::map<std::string, std::uint32_t> spellings{};

    [[nodiscard]] const std::string& commonest() const
    {
        return std::max_element(spellings.begin(), spellings.end(),
                                [](const auto& a, const auto& b) { return a.second < b.second; })
            ->first;
    }
};

/// Reads articles and counts in how many each word stands.
class WordReader {
  public:
    void read(const Article& article)
    {
        spelled_.clear();
        add_words(article.title);
        add_words(article.body);
        for (const auto& [surface, spelling] : spelled_) {
            ReadWord& word = words_[surface];
            ++word.hits;
            ++word.spellings[spelling];
        }
        ++articles_;
        bytes_ += article.body.size();
    }
    [[nodiscard]] bool is_full() const { return bytes_ >= kWordSampleBytes; }
    [[nodiscard]] std::uint64_t articles() const { return articles_; }
    [[nodiscard]] const std::unordered_map<std::string, ReadWord>& words() const { return words_; }

  private:
    void add_words(std::string_view text)
    {
        text = text.substr(0, kWordSampleBytes);
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) {
            text.remove_suffix(1);
        }
        if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0U) {
            text.remove_suffix(1);
        }
        tokenize(text, tokens_);
        for (const Token& token : tokens_.tokens) {
            spelled_.try_emplace(std::string{tokens_.surface(token)},
                                 text.substr(token.begin, token.end - token.begin));
        }
    }

    TokenList tokens_{};
    std::unordered_map<std::string, std::string> spelled_{};  ///< of one article
    std::unordered_map<std::string, ReadWord> words_{};
    std::uint64_t articles_ = 0;
    std::uint64_t bytes_ = 0;
};

/// Reads every so-many-th hit.
Status read_sample(const Snapshot& snapshot, const std::vector<ArticleSet>& hits,
                   std::uint64_t total, WordReader& reader)
{
    const std::uint64_t step = std::max<std::uint64_t>(1, (total + kWordSample - 1) / kWordSample);
    std::uint64_t number = 0;
    Status status = Done{};
    for (std::size_t s = 0; s < snapshot.segments().size(); ++s) {
        for_each_hit(hits[s].words(), [&](std::size_t index) {
            if (number++ % step != 0 || reader.is_full() || !status) { return; }
            const auto article = snapshot.segments()[s].bodies.article(index);
            if (article) {
                reader.read(article->article);
            } else {
                status = Failure{article.error()};
            }
        });
    }
    return status;
}

std::vector<Significant> words_of(const Snapshot& snapshot, const WordReader& reader,
                                  std::uint64_t articles)
{
    const Sizes sizes{reader.articles(), articles};
    std::vector<Significant> found;
    for (const auto& [surface, word] : reader.words()) {
        if (word.hits < kFewestHits) { continue; }
        std::uint64_t all = 0;
        for (const Segment& segment : snapshot.segments()) {
            const auto entry = segment.vocabulary.find(surface);
            if (entry) { all += entry->articles; }
        }
        const double g2 = sizes.surprise(word.hits, all);
        if (g2 < kSurely) { continue; }
        found.push_back({.kind = "word",
                         .text = word.commonest(),
                         .hits = word.hits,
                         .articles = all,
                         .g2 = g2});
    }
    return found;
}

}  // namespace

double log_likelihood(double a, double hits, double b, double others)
{
    if (hits <= 0 || others <= 0 || a / hits <= b / others) { return 0; }
    const double rate = (a + b) / (hits + others);
    const auto part = [](double seen, double expected) {
        return seen <= 0 || expected <= 0 ? 0.0 : seen * std::log(seen / expected);
    };
    return 2 * (part(a, hits * rate) + part(hits - a, hits * (1 - rate)) + part(b, others * rate) +
                part(others - b, others * (1 - rate)));
}

Result<std::vector<Significant>> significant(const Snapshot& snapshot,
                                             const std::vector<ArticleSet>& hits,
                                             std::uint64_t total, std::size_t limit)
{
    std::uint64_t articles = 0;
    const std::vector<ArticleSet> live = live_articles(snapshot, articles);
    std::vector<Significant> all;
    for (const FieldId field : {FieldId::Person, FieldId::Country}) {
        auto names = names_of(snapshot, hits, live, field, {total, articles});
        keep_best(names, limit, all);
    }
    WordReader reader;
    if (auto read = read_sample(snapshot, hits, total, reader); !read) {
        return Failure{read.error()};
    }
    auto words = words_of(snapshot, reader, articles);
    keep_best(words, limit, all);
    return all;
}

}  // namespace dateline::searcher
