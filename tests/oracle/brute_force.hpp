// The oracle: what a query must find, by looking at every text. Slow and simple, and sharing
// nothing with the engine but the tokenizer, the stemmer and the parser of queries.
#pragma once

#include "common/schema/article.hpp"
#include "common/text/stemmer.hpp"
#include "searcher/query/query_spec.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace dateline::tests {

/// An article, its words taken apart.
struct OracleArticle {
    AnalyzedArticle analyzed{};
    std::vector<std::set<std::string>> title_stems{};  ///< of each word
    std::vector<std::set<std::string>> body_stems{};
};

/// A corpus in memory.
class BruteForce {
  public:
    /// Articles of one id: the last one counts.
    explicit BruteForce(std::vector<AnalyzedArticle> articles);

    /// The ids of the articles that match.
    [[nodiscard]] std::set<std::string> matches(const searcher::QuerySpec& query);

    /// The facet over some articles: value (country code, person's key, month, …) → articles.
    [[nodiscard]] std::map<std::string, std::uint64_t> facet(const std::set<std::string>& ids,
                                                             FieldId field) const;

    [[nodiscard]] const std::map<std::string, OracleArticle>& articles() const { return articles_; }
    [[nodiscard]] const std::vector<std::string>& languages() const { return languages_; }

  private:
    bool matches(const searcher::QuerySpec& query, const OracleArticle& article);
    bool matches_text(const searcher::QuerySpec& query, const OracleArticle& article);

    std::map<std::string, OracleArticle> articles_{};
    std::vector<std::string> languages_{};
    Stemmer stemmer_{};
};

/// The key under which spellings count as one, for comparing facets.
std::string facet_key(FieldId field, const std::string& value);

}  // namespace dateline::tests
