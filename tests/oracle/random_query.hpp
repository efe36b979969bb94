// Random queries over a corpus, for comparing the engine with the oracle.
#pragma once

#include "tests/oracle/brute_force.hpp"

#include <random>

namespace dateline::tests {

/// Draws queries from the words, phrases, names, countries and dates that stand in the corpus, so
/// that most of them find something.
class RandomQueries {
  public:
    RandomQueries(const BruteForce& corpus, std::uint32_t seed);

    /// A query as a person would type it.
    std::string next() { return query(0); }

  private:
    std::string query(unsigned depth);
    std::string furniture_word(const Article& from);
    std::string leaf();
    std::string open_word();
    std::string open_phrase();
    std::string part();
    std::string near();
    std::string quoted();
    const OracleArticle& article();
    std::string words(std::size_t count);
    std::size_t below(std::size_t limit) { return random_() % limit; }

    std::vector<const OracleArticle*> articles_{};
    std::mt19937 random_;
};

}  // namespace dateline::tests
