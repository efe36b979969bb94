#include "indexer/tagger/tagger.hpp"

#include <algorithm>
#include <cassert>

namespace dateline::indexer {
namespace {

/// So many spellings are remembered before an article begins afresh.
constexpr std::size_t kMostWords = 1U << 16U;
/// The templates of one call in features.hpp and evidence.hpp are fewer.
constexpr std::size_t kMostFeatures = 64;

}  // namespace

Tagger::Tagger(const Model& model)
    : model_(model), words_(model.lexicon()), evidence_(words_), viterbi_(model.transitions())
{
}

void Tagger::tag(std::span<TaggedText> texts)
{
    for (std::uint32_t t = 0; t < texts.size(); ++t) {
        texts[t].names.clear();
        const PieceList& pieces = *texts[t].pieces;
        for (std::size_t s = 0; s < pieces.sentences.size(); ++s) {
            read(t, texts[t], s);
            if (ids_.size() >= kStretch) { end_stretch(texts); }
        }
    }
    end_stretch(texts);
}

void Tagger::read(std::uint32_t text, const TaggedText& tagged, std::size_t sentence)
{
    const auto pieces = tagged.pieces->sentence(sentence);
    sentences_.push_back({.text = text,
                          .piece = tagged.pieces->sentences[sentence],
                          .offset = static_cast<std::uint32_t>(ids_.size()),
                          .size = static_cast<std::uint32_t>(pieces.size())});
    words_.append_ids(tagged.text, pieces, ids_);
}

void Tagger::end_stretch(std::span<TaggedText> texts)
{
    known_.resize(words_.size());
    ready_.resize(words_.size(), 0);
    first_labels_.assign(ids_.size(), kOutside);
    candidates_.assign(ids_.size(), 0);
    scores_.clear();
    evidence_.clear();
    for (Sentence& sentence : sentences_) {
        first_pass(sentence);
        evidence_.add(part(ids_, sentence), part(first_labels_, sentence));
    }
    labels_ = first_labels_;
    for (const Sentence& sentence : sentences_) {
        if (sentence.has_candidates) { second_pass(sentence); }
        append_names(part(labels_, sentence), sentence.piece, texts[sentence.text].names);
    }
    sentences_.clear();
    ids_.clear();
    if (words_.size() > kMostWords) {
        words_.clear();
        known_.clear();
        ready_.clear();
    }
}

template <class Features>
void Tagger::add_weights(const Features& features, Scores& scores) const
{
    // No branch depends on what is known, which no processor can guess; and the table, which is
    // larger than the caches, is asked for all before the first is waited for.
    std::array<FeatureKey, kMostFeatures> keys;
    std::size_t size = 0;
    features([&](FeatureKey key) {
        assert(size < keys.size());
        keys[size] = key;
        size += model_.may_have(key);
    });
    for (std::size_t i = 0; i < size; ++i) { model_.prefetch(keys[i]); }
    std::array<const WeightRow*, kMostFeatures> rows;
    std::size_t found = 0;
    for (std::size_t i = 0; i < size; ++i) {
        rows[found] = model_.find(keys[i]);
        found += rows[found] != nullptr ? 1 : 0;
    }
    for (std::size_t i = 0; i < found; ++i) { Model::add_weights(*rows[i], scores); }
}

const Scores& Tagger::word_scores(WordId word, std::size_t distance)
{
    Scores& scores = known_[word][distance];
    if ((ready_[word] >> distance & 1U) == 0) {
        ready_[word] = static_cast<std::uint8_t>(ready_[word] | 1U << distance);
        add_weights([&](const auto& take) { word_features(words_.form(word), distance, take); },
                    scores);
    }
    return scores;
}

void Tagger::first_pass(Sentence& sentence)
{
    const std::span<const WordId> words = part(ids_, sentence);
    sentence.scores = static_cast<std::uint32_t>(scores_.size());
    view_.read(words, words_, model_.lexicon());
    sentence.has_candidates = view_.has_candidates();
    if (!sentence.has_candidates) { return; }
    const auto word_at = [&](std::size_t i, std::size_t distance) {
        const std::size_t at = i + distance;  // kReach further on
        return at < kReach                  ? kBeforeSentence
               : at - kReach < words.size() ? words[at - kReach]
                                            : kBehindSentence;
    };
    const auto candidates = part(candidates_, sentence);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!view_.is_candidate(i)) { continue; }
        candidates[i] = 1;
        for (std::size_t distance = 0; distance < kDistances; ++distance) {
            __builtin_prefetch(&known_[word_at(i, distance)][distance]);
        }
    }
    scores_.resize(scores_.size() + words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (candidates[i] == 0) { continue; }
        Scores scores;
        for (std::size_t distance = 0; distance < kDistances; ++distance) {
            scores.add(word_scores(word_at(i, distance), distance));
        }
        add_weights([&](const auto& take) { view_.joint_features(i, take); }, scores);
        scores_[sentence.scores + i] = scores;
    }
    decode(candidates, std::span{scores_}.subspan(sentence.scores), part(first_labels_, sentence));
}

void Tagger::second_pass(const Sentence& sentence)
{
    const std::span<const WordId> words = part(ids_, sentence);
    const auto first_labels = part(first_labels_, sentence);
    evidence_.remove(words, first_labels);
    if (evidence_.speaks_of(words)) {
        evidence_.read(words);
        const auto candidates = part(candidates_, sentence);
        with_evidence_.assign(scores_.begin() + sentence.scores,
                              scores_.begin() + sentence.scores + sentence.size);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (candidates[i] == 0) { continue; }
            Scores& scores = with_evidence_[i];
            add_weights([&](const auto& take) { evidence_.features(i, take); }, scores);
        }
        decode(candidates, with_evidence_, part(labels_, sentence));
    }
    evidence_.add(words, first_labels);
}

/// Each row of candidates for itself; all other words are outside.
void Tagger::decode(std::span<const std::uint8_t> candidates, std::span<const Scores> scores,
                    std::span<Label> labels)
{
    for (std::size_t i = 0; i < candidates.size();) {
        if (candidates[i] == 0) {
            ++i;
            continue;
        }
        const std::size_t begin = i;
        while (i < candidates.size() && candidates[i] != 0) { ++i; }
        viterbi_.decode(scores.subspan(begin, i - begin), begin == 0 ? kMargin : kOutside,
                        i == candidates.size() ? kMargin : kOutside,
                        labels.subspan(begin, i - begin));
    }
}

}  // namespace dateline::indexer
