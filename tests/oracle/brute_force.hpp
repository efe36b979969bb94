// The oracle: what a query must find, by looking at every text. Slow and simple, and sharing
// nothing with the engine but the tokenizer, the stemmer and the parser of queries. NEAR tries
// every choice of places.
#pragma once

#include "common/schema/article.hpp"
#include "common/text/stemmer.hpp"
#include "searcher/query/query_spec.hpp"
#include "searcher/search/result.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace dateline::tests {

/// A word of an article, and where it stands.
struct OracleWord {
    std::string surface{};
    std::set<std::string> stems{};
    FieldId where = FieldId::Body;  ///< Title or Body
    std::size_t begin = 0;          ///< byte span in that text
    std::size_t end = 0;
    int sentence = 0;
    int paragraph = 0;
};

/// An article, its words taken apart: those of the headline first.
struct OracleArticle {
    AnalyzedArticle analyzed{};
    std::vector<OracleWord> words{};
};

using WordTest = std::function<bool(const OracleWord&)>;

/// The first and the last word of something that stands in an article.
using Span = std::pair<std::size_t, std::size_t>;

/// A corpus in memory.
class BruteForce {
  public:
    /// Articles of one id: the last one counts.
    explicit BruteForce(std::vector<AnalyzedArticle> articles);

    /// Says who is who as a ledger's text does; it has no mistakes.
    void apply(const std::string& ledger);

    /// The ids of the articles that match.
    [[nodiscard]] std::set<std::string> matches(const searcher::QuerySpec& query);

    /// The facet over some articles: value (country code, person's key, month, …) → articles.
    [[nodiscard]] std::map<std::string, std::uint64_t> facet(const std::set<std::string>& ids,
                                                             searcher::FacetId id) const;

    /// The key under which a facet's value counts here.
    [[nodiscard]] std::string facet_key(searcher::FacetId id,
                                        const searcher::FacetCount& count) const;

    [[nodiscard]] const std::map<std::string, OracleArticle>& articles() const { return articles_; }
    [[nodiscard]] const std::vector<std::string>& languages() const { return languages_; }

  private:
    bool matches(const searcher::QuerySpec& query, const OracleArticle& article);
    bool matches_value(const searcher::QuerySpec& query, const AnalyzedArticle& analyzed);
    bool matches_furniture(const searcher::QuerySpec& query, const Article& article);
    bool matches_near(const searcher::QuerySpec& query, const OracleArticle& article);
    bool matches_apart(const searcher::QuerySpec& query, const OracleArticle& article);
    std::set<Span> spans(const searcher::QuerySpec& query, const OracleArticle& article);
    static WordTest looks_like(const std::string& pattern);
    std::vector<WordTest> tests_of_text(const searcher::QuerySpec& query);
    std::set<Span> spans_of_text(const searcher::QuerySpec& query, const OracleArticle& article);

    /// The persons, or keys of other names, that a value stands for.
    const std::set<std::string>& keys_of(const searcher::QuerySpec& query);
    void find_people();
    /// Whose name it is: a key for each person, "" for nobody; of other fields, the name's key.
    [[nodiscard]] std::string key_of(FieldId field, const std::string& value) const;

    std::map<std::string, OracleArticle> articles_{};
    std::map<std::string, std::set<std::string>> keys_{};   ///< by field and text of the query
    std::map<std::string, std::string> person_of_{};        ///< by the key of a name
    std::map<std::string, std::string> shown_of_{};         ///< by person: the key of what is shown
    std::map<std::string, std::set<std::string>> forms_{};  ///< by person: the ledger's names
    std::vector<std::string> languages_{};
    Stemmer stemmer_{};
};

}  // namespace dateline::tests
