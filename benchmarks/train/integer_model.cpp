#include "benchmarks/train/integer_model.hpp"

#include "indexer/tagger/viterbi.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dateline::train {

using indexer::Model;
using indexer::ModelParts;
using indexer::Scores;
using indexer::WeightedFeature;

namespace {

constexpr float kLargest = 127;         ///< of a weight's byte,
constexpr float kScale = kLargest / 4;  ///< which stands for 4
constexpr unsigned kFolds = 2;

indexer::WeightRow integer_row(const FloatRow& row)
{
    indexer::WeightRow out{};
    for (std::size_t l = 0; l < kLabels; ++l) {
        out[l] =
            static_cast<std::int8_t>(std::lround(std::clamp(row[l] * kScale, -kLargest, kLargest)));
    }
    return out;
}

float largest(const FloatRow& row)
{
    float most = 0;
    for (std::size_t l = 0; l < kLabels; ++l) { most = std::max(most, std::abs(row[l])); }
    return most;
}

/// The articles of a fold, or those of all others, and their numbers.
struct Part {
    std::vector<Article> articles{};
    std::vector<std::size_t> numbers{};
};

Part part_of(const std::vector<Article>& articles, unsigned fold, bool inside)
{
    Part part;
    for (std::size_t a = 0; a < articles.size(); ++a) {
        // Neighbours often report the same: they must not be divided by chance alone.
        const bool of_fold = (a * 2654435761U >> 16U) % kFolds == fold;
        if (of_fold != inside) { continue; }
        part.articles.push_back(articles[a]);
        part.numbers.push_back(a);
    }
    return part;
}

/// Labels the segments of `instances`, which have keys for features.
class SegmentLabeller {
  public:
    explicit SegmentLabeller(const Model& model) : model_(model), viterbi_(model.transitions()) {}

    void label(const Instances& instances, const Part& part, Labelling& labels)
    {
        std::vector<Scores> scores;
        std::vector<Label> row;
        for (const Segment& segment : instances.segments) {
            const std::size_t size = segment.last - segment.first;
            scores.assign(size, Scores{});
            row.resize(size);
            for (std::size_t i = 0; i < size; ++i) {
                const Position& position = instances.positions[segment.first + i];
                for (std::uint64_t f = position.begin; f < position.end; ++f) {
                    model_.add_weights(instances.keys[instances.features[f]], scores[i]);
                }
            }
            viterbi_.decode(scores, segment.before, segment.behind, row);
            std::copy(
                row.begin(), row.end(),
                labels[part.numbers[segment.article]][segment.sentence].begin() + segment.word);
        }
    }

  private:
    const Model& model_;
    indexer::Viterbi viterbi_;
};

}  // namespace

std::vector<WeightedFeature> integer_features(const Instances& instances, const CrfWeights& weights,
                                              std::size_t most)
{
    std::vector<std::uint32_t> order(weights.rows.size());
    std::iota(order.begin(), order.end(), 0U);
    std::vector<float> sizes;
    for (const FloatRow& row : weights.rows) { sizes.push_back(largest(row)); }
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return sizes[a] != sizes[b] ? sizes[a] > sizes[b] : instances.keys[a] < instances.keys[b];
    });
    order.resize(std::min(order.size(), most));
    std::vector<WeightedFeature> features;
    for (const std::uint32_t i : order) {
        features.push_back({instances.keys[i], integer_row(weights.rows[i])});
    }
    std::sort(features.begin(), features.end(),
              [](const auto& a, const auto& b) { return a.key < b.key; });
    return features;
}

indexer::Transitions integer_transitions(const CrfWeights& weights)
{
    indexer::Transitions out{};
    for (std::size_t from = 0; from <= kLabels; ++from) {
        for (std::size_t to = 0; to < kLabels; ++to) {
            out[from][to] =
                static_cast<std::int32_t>(std::lround(weights.transitions[from][to] * kScale));
        }
    }
    return out;
}

Labelling cross_label(const std::vector<Article>& articles, const CrfSettings& settings,
                      const indexer::Words& words, const indexer::KnownWords& lexicon)
{
    Labelling labels;
    for (const Article& article : articles) {
        auto& of_article = labels.emplace_back();
        for (const Sentence& sentence : article) {
            of_article.emplace_back(sentence.words.size(), indexer::kOutside);
        }
    }
    for (unsigned fold = 0; fold < kFolds; ++fold) {
        const Part others = part_of(articles, fold, false);
        const Instances taught = make_instances(others.articles, {}, words, lexicon);
        const CrfWeights weights = train_crf(taught, settings);
        const Model model{ModelParts{.transitions = integer_transitions(weights),
                                     .features = integer_features(taught, weights, SIZE_MAX)}};
        const Part part = part_of(articles, fold, true);
        const Instances asked = make_instances(part.articles, {}, words, lexicon);
        SegmentLabeller{model}.label(asked, part, labels);
    }
    return labels;
}

}  // namespace dateline::train
