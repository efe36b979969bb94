// Reads articles and tells which paragraphs stand in many of one source: in bounded memory, and
// the same for the same articles in the same order.
#pragma once

#include "indexer/boilerplate.hpp"

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::indexer {

/// How many different things were seen, of up to about 250: a bit for each, by its hash (linear
/// counting, Whang et al. 1990).
class SeenSketch {
  public:
    void add(std::uint64_t hash) { bits_ |= std::uint64_t{1} << (hash >> 58U); }
    [[nodiscard]] std::uint64_t count() const;

  private:
    std::uint64_t bits_ = 0;
};

/// One object, one thread.
class BoilerplateLearner {
  public:
    static constexpr std::size_t kMostParagraphs = std::size_t{1} << 19U;

    /// Of more than `most` different paragraphs those that were seen least often are forgotten.
    explicit BoilerplateLearner(std::size_t most = kMostParagraphs) : most_(most) {}

    void see(const Article& article);

    /// What is proved to be furniture, by source, the commonest first.
    ///
    /// A paragraph counts once for each different company in which it stood: other headlines, and
    /// other longest paragraphs beside it, so that copies and new versions of one article prove
    /// nothing. Short lines need more proof than long ones; quotations and datelines are never
    /// learned.
    [[nodiscard]] std::vector<BoilerplateRow> rows() const;

  private:
    struct Source {
        std::string name{};
        std::uint64_t articles = 0;
    };
    struct Candidate {
        std::uint32_t source = 0;
        std::uint32_t articles = 0;
        SeenSketch titles{};
        std::array<SeenSketch, 2> company{};  ///< the longest and the second longest beside it
        std::string paragraph{};              ///< once it was seen twice
    };
    std::uint32_t source_number(const std::string& name);
    void forget_rare();
    [[nodiscard]] bool is_proved(const Candidate& candidate) const;

    std::size_t most_;
    std::vector<Source> sources_{};
    std::unordered_map<std::string, std::uint32_t> source_numbers_{};
    std::unordered_map<std::uint64_t, Candidate> candidates_{};
};

}  // namespace dateline::indexer
