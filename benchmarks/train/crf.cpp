#include "benchmarks/train/crf.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dateline::train {
namespace {

using indexer::kMargin;
using indexer::may_follow;

using DoubleRow = std::array<double, kLanes>;

constexpr float kFlatStart = 1e-2F;  ///< keeps the first steps of a weight small
constexpr float kFlatTransitions = 1e-8F;
constexpr double kSettled = 1e-3;  ///< words with smaller errors teach nothing

void divide(CrfWeights& weights, float by)
{
    for (FloatRow& row : weights.rows) {
        for (float& weight : row) { weight /= by; }
    }
    for (FloatRow& row : weights.transitions) {
        for (float& weight : row) { weight /= by; }
    }
}

class CrfTrainer {
  public:
    CrfTrainer(const Instances& instances, const CrfSettings& settings, unsigned run)
        : in_(instances), settings_(settings), random_(settings.seed + run)
    {
        now_.rows.resize(in_.keys.size());
        squares_.resize(in_.keys.size());
    }

    /// Adds the weights after each epoch of the later half to `sum`.
    void run(CrfWeights& sum)
    {
        std::vector<std::uint32_t> order(in_.segments.size());
        std::iota(order.begin(), order.end(), 0U);
        for (unsigned epoch = 0; epoch < settings_.epochs; ++epoch) {
            random_.shuffle(order);
            draw_evidence();
            for (const std::uint32_t s : order) { learn(in_.segments[s]); }
            if (epoch >= settings_.epochs / 2) { add(now_, sum); }
        }
    }

  private:
    static void add(const CrfWeights& from, CrfWeights& to)
    {
        const auto add_row = [](const FloatRow& a, FloatRow& b) {
            for (std::size_t l = 0; l < kLanes; ++l) { b[l] += a[l]; }
        };
        for (std::size_t i = 0; i < from.rows.size(); ++i) { add_row(from.rows[i], to.rows[i]); }
        for (std::size_t i = 0; i <= kMargin; ++i) {
            add_row(from.transitions[i], to.transitions[i]);
        }
    }

    void draw_evidence()
    {
        const std::size_t articles = in_.segments.empty() ? 0 : in_.segments.back().article + 1;
        with_evidence_.resize(articles);
        for (std::size_t a = 0; a < articles; ++a) {
            with_evidence_[a] = !drawn(settings_.without_evidence);
        }
    }

    bool drawn(float share)
    {
        constexpr float kAll = 4294967296.0F;
        return static_cast<float>(random_.next()) < share * kAll;
    }

    /// One step down the gradient of one segment's log-likelihood.
    void learn(const Segment& segment)
    {
        size_ = segment.last - segment.first;
        emissions_.resize(size_);
        forward_.resize(size_);
        backward_.resize(size_);
        scales_.resize(size_);
        choose_features(segment);
        for (std::size_t i = 0; i < size_; ++i) { emit(i); }
        for (std::size_t from = 0; from <= kMargin; ++from) {
            for (std::size_t to = 0; to < kLabels; ++to) {
                steps_[from][to] =
                    may_follow(from, to) ? std::exp(double{now_.transitions[from][to]}) : 0;
            }
        }
        run_forward(segment);
        run_backward(segment);
        step_transitions(segment);
        for (std::size_t i = 0; i < size_; ++i) {
            step_features(i, in_.positions[segment.first + i].gold);
        }
    }

    void choose_features(const Segment& segment)
    {
        chosen_.clear();
        borders_.assign(1, 0);
        const bool evidence = with_evidence_[segment.article];
        for (std::uint32_t p = segment.first; p < segment.last; ++p) {
            const Position& position = in_.positions[p];
            const std::uint64_t end = evidence ? position.end : position.evidence;
            for (std::uint64_t f = position.begin; f < end; ++f) {
                if (!drawn(settings_.dropout)) { chosen_.push_back(in_.features[f]); }
            }
            borders_.push_back(chosen_.size());
        }
    }

    void emit(std::size_t i)
    {
        FloatRow sum{};
        for (std::size_t f = borders_[i]; f < borders_[i + 1]; ++f) {
            const FloatRow& row = now_.rows[chosen_[f]];
            for (std::size_t l = 0; l < kLanes; ++l) { sum[l] += row[l]; }
        }
        const float most = *std::max_element(sum.begin(), sum.begin() + kLabels);
        for (std::size_t l = 0; l < kLabels; ++l) {
            emissions_[i][l] = std::exp(double{sum[l]} - double{most});
        }
    }

    /// Probabilities of each label given the words before, scaled to sum up to one.
    void run_forward(const Segment& segment)
    {
        for (std::size_t i = 0; i < size_; ++i) {
            double sum = 0;
            for (std::size_t to = 0; to < kLabels; ++to) {
                double value = 0;
                if (i == 0) {
                    value = steps_[segment.before][to];
                } else {
                    for (std::size_t from = 0; from < kLabels; ++from) {
                        value += forward_[i - 1][from] * steps_[from][to];
                    }
                }
                forward_[i][to] = value * emissions_[i][to];
                sum += forward_[i][to];
            }
            scales_[i] = 1 / sum;
            for (std::size_t l = 0; l < kLabels; ++l) { forward_[i][l] *= scales_[i]; }
        }
    }

    void run_backward(const Segment& segment)
    {
        double total = 0;
        const auto ends = [&](std::size_t l) { return may_follow(l, segment.behind) ? 1.0 : 0.0; };
        for (std::size_t l = 0; l < kLabels; ++l) { total += forward_[size_ - 1][l] * ends(l); }
        for (std::size_t l = 0; l < kLabels; ++l) { backward_[size_ - 1][l] = ends(l) / total; }
        for (std::size_t i = size_ - 1; i-- > 0;) {
            for (std::size_t from = 0; from < kLabels; ++from) {
                double value = 0;
                for (std::size_t to = 0; to < kLabels; ++to) {
                    value += steps_[from][to] * emissions_[i + 1][to] * backward_[i + 1][to];
                }
                backward_[i][from] = value * scales_[i + 1];
            }
        }
    }

    void step_transitions(const Segment& segment)
    {
        std::array<DoubleRow, kLabels + 1> errors{};
        std::size_t before = segment.before;
        for (std::size_t i = 0; i < size_; ++i) {
            const Label gold = in_.positions[segment.first + i].gold;
            errors[before][gold] -= 1;
            before = gold;
            for (std::size_t to = 0; to < kLabels; ++to) {
                if (i == 0) {
                    errors[segment.before][to] += forward_[0][to] * backward_[0][to];
                    continue;
                }
                const double rest = emissions_[i][to] * backward_[i][to] * scales_[i];
                for (std::size_t from = 0; from < kLabels; ++from) {
                    errors[from][to] += forward_[i - 1][from] * steps_[from][to] * rest;
                }
            }
        }
        for (std::size_t from = 0; from <= kMargin; ++from) {
            for (std::size_t to = 0; to < kLabels; ++to) {
                const auto error = static_cast<float>(errors[from][to]);
                if (error == 0) { continue; }
                float& square = transition_squares_[from][to];
                square += error * error;
                now_.transitions[from][to] -=
                    settings_.rate * error / std::sqrt(square + kFlatTransitions);
            }
        }
    }

    void step_features(std::size_t i, Label gold)
    {
        FloatRow errors{};
        double most = 0;
        for (std::size_t l = 0; l < kLabels; ++l) {
            const double error = forward_[i][l] * backward_[i][l] - (l == gold ? 1 : 0);
            most = std::max(most, std::abs(error));
            errors[l] = static_cast<float>(error);
        }
        if (most < kSettled) { return; }
        for (std::size_t f = borders_[i]; f < borders_[i + 1]; ++f) {
            FloatRow& row = now_.rows[chosen_[f]];
            FloatRow& squares = squares_[chosen_[f]];
            for (std::size_t l = 0; l < kLanes; ++l) {
                const float error = errors[l] + settings_.decay * row[l];
                squares[l] += error * error;
                row[l] -= settings_.rate * error / std::sqrt(squares[l] + kFlatStart);
            }
        }
    }

    const Instances& in_;
    CrfSettings settings_;
    Random random_;
    CrfWeights now_{};
    std::vector<FloatRow> squares_{};
    std::array<FloatRow, kLabels + 1> transition_squares_{};
    std::vector<bool> with_evidence_{};
    // Of the segment in work:
    std::size_t size_ = 0;
    std::vector<std::uint32_t> chosen_{};  ///< rows of the features that were not dropped
    std::vector<std::size_t> borders_{};
    std::array<DoubleRow, kLabels + 1> steps_{};
    std::vector<DoubleRow> emissions_{};
    std::vector<DoubleRow> forward_{};
    std::vector<DoubleRow> backward_{};
    std::vector<double> scales_{};
};

}  // namespace

CrfWeights train_crf(const Instances& instances, const CrfSettings& settings)
{
    CrfWeights sum;
    sum.rows.resize(instances.keys.size());
    for (unsigned run = 0; run < settings.runs; ++run) {
        CrfTrainer{instances, settings, run}.run(sum);
    }
    const unsigned summed = settings.runs * (settings.epochs - settings.epochs / 2);
    divide(sum, static_cast<float>(std::max(summed, 1U)));
    return sum;
}

}  // namespace dateline::train
