// What the product made of whole articles, against gold: fields exact or not, people, countries,
// body.
#pragma once

#include "benchmarks/quality/figures.hpp"
#include "benchmarks/quality/gold.hpp"
#include "common/schema/article.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::quality {

/// A field of an article that is right if it is exactly the gold's.
struct ExactField {
    std::string_view name;
    /// What the gold says: nothing if it is not scored, "" if the article states none.
    std::optional<std::string> (*wanted)(const GoldArticle&);
    /// The same of the product's article; "" if it found none.
    std::string (*found)(const Article&);
};

/// Every such field. Blanks are compared as one, URLs as the product writes them, dates as far as
/// the day, names of a byline in any order; a title that the product took from the first sentence
/// is none.
std::span<const ExactField> exact_fields();

/// A field that is not what the gold says.
struct Mistake {
    std::string article{};
    std::string field{};
    std::string wanted{};
    std::string found{};
};

/// How well the body of one article was found.
struct BodyScore {
    std::string article{};
    Counts words{};  ///< body_overlap()
};

/// How many articles have a gold for a field, and in how many it is exact.
struct Exact {
    std::uint64_t scored = 0;
    std::uint64_t right = 0;
};

/// Sums over articles.
class ArticleScores {
  public:
    /// `read` is what the product made of it; null: it could not read it, and all is wrong.
    void add(const GoldArticle& gold, const AnalyzedArticle* read);

    std::uint64_t articles = 0;
    std::uint64_t unread = 0;
    std::map<std::string_view, Exact> fields{};  ///< by ExactField::name
    Counts people{};                             ///< NamePairs::counts()
    Counts people_exact{};                       ///< NamePairs::exact_counts()
    Counts countries{};
    std::uint64_t bodies = 0;       ///< articles that have a gold body
    std::uint64_t kept_bodies = 0;  ///< of those, the ones of which the product kept any words
    double body_precision = 0;      ///< summed over kept_bodies; see body_overlap()
    double body_recall = 0;         ///< summed over bodies, as is body_f1
    double body_f1 = 0;
    double run_precision = 0;  ///< of runs of four words; summed over kept_bodies
    double run_recall = 0;     ///< summed over bodies; see run_overlap()
    std::vector<BodyScore> body_scores{};
    std::uint64_t doubled = 0;  ///< articles whose body stands twice
    std::vector<Mistake> mistakes{};

  private:
    void add_people(const GoldArticle& gold, const AnalyzedArticle* read);
    void add_countries(const GoldArticle& gold, const AnalyzedArticle* read);
    void add_body(const GoldArticle& gold, const AnalyzedArticle* read);
};

}  // namespace dateline::quality
