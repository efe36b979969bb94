#include "benchmarks/train/instances.hpp"

#include "indexer/tagger/evidence.hpp"
#include "indexer/tagger/features.hpp"

#include <algorithm>

namespace dateline::train {

using indexer::kDistances;
using indexer::kMargin;
using indexer::kOutside;
using indexer::kReach;

namespace {

constexpr std::uint32_t kLeastCount = 2;

/// Writes each article's features as keys.
class Extractor {
  public:
    Extractor(const indexer::Words& words, const indexer::KnownWords& lexicon, Instances& out)
        : words_(words), lexicon_(lexicon), evidence_(words), out_(out)
    {
    }

    void add(const Article& article, std::uint32_t number,
             const std::vector<std::vector<Label>>* first_pass)
    {
        evidence_.clear();
        for (std::size_t s = 0; first_pass != nullptr && s < article.size(); ++s) {
            evidence_.add(article[s].words, (*first_pass)[s]);
        }
        for (std::uint32_t s = 0; s < article.size(); ++s) {
            view_.read(article[s].words, words_, lexicon_);
            if (!view_.has_candidates()) { continue; }
            if (first_pass != nullptr) {
                evidence_.remove(article[s].words, (*first_pass)[s]);
                evidence_.read(article[s].words);
            }
            add_segments(article[s], {.article = number, .sentence = s}, first_pass != nullptr);
            if (first_pass != nullptr) { evidence_.add(article[s].words, (*first_pass)[s]); }
        }
    }

  private:
    void add_segments(const Sentence& sentence, Segment segment, bool with_evidence)
    {
        const std::size_t size = sentence.words.size();
        std::vector<indexer::NameRange> names;
        append_names(sentence.gold, 0, names);
        for (std::size_t i = 0; i < size;) {
            if (!view_.is_candidate(i)) {
                ++i;
                continue;
            }
            segment.word = static_cast<std::uint32_t>(i);
            segment.before = i == 0 ? kMargin : kOutside;
            segment.first = static_cast<std::uint32_t>(out_.positions.size());
            for (; i < size && view_.is_candidate(i); ++i) { add_position(i, with_evidence); }
            segment.behind = i == size ? kMargin : kOutside;
            segment.last = static_cast<std::uint32_t>(out_.positions.size());
            out_.segments.push_back(segment);
            set_gold(names, segment);
        }
    }

    /// Names of the sentence, cut to what the segment has of them.
    void set_gold(const std::vector<indexer::NameRange>& names, const Segment& segment)
    {
        std::vector<Label> gold(segment.last - segment.first, kOutside);
        const auto end = segment.word + static_cast<std::uint32_t>(gold.size());
        for (indexer::NameRange name : names) {
            if (name.last <= segment.word || name.first >= end) { continue; }
            name.first = std::max(name.first, segment.word) - segment.word;
            name.last -= segment.word;
            spell(name, gold);
        }
        for (std::size_t i = 0; i < gold.size(); ++i) {
            out_.positions[segment.first + i].gold = gold[i];
        }
    }

    void add_position(std::size_t i, bool with_evidence)
    {
        const auto take = [this](FeatureKey key) { out_.features.push_back(key); };
        Position position{.begin = out_.features.size()};
        for (std::size_t distance = 0; distance < kDistances; ++distance) {
            const auto at =
                static_cast<std::ptrdiff_t>(i + distance) - static_cast<std::ptrdiff_t>(kReach);
            indexer::word_features(view_.at(at), distance, take);
        }
        view_.joint_features(i, take);
        position.evidence = out_.features.size();
        if (with_evidence) { evidence_.features(i, take); }
        position.end = out_.features.size();
        out_.positions.push_back(position);
    }

    const indexer::Words& words_;
    const indexer::KnownWords& lexicon_;
    indexer::Evidence evidence_;
    indexer::SentenceView view_{};
    Instances& out_;
};

/// Keys become rows; those that come once are dropped.
void number_features(Instances& out)
{
    indexer::FlatTable<FeatureKey, std::uint32_t> counts;
    counts.reset(1U << 20U);
    for (const FeatureKey key : out.features) { ++counts[key]; }
    indexer::FlatTable<FeatureKey, std::uint32_t> rows;  // plus one
    rows.reset(1U << 20U);
    std::uint64_t kept = 0;
    const auto keep = [&](std::uint64_t begin, std::uint64_t end) {
        for (std::uint64_t i = begin; i < end; ++i) {
            const FeatureKey key = out.features[i];
            if (*counts.find(key) < kLeastCount) { continue; }
            std::uint32_t& row = rows[key];
            if (row == 0) {
                out.keys.push_back(key);
                row = static_cast<std::uint32_t>(out.keys.size());
            }
            out.features[kept++] = row - 1;
        }
    };
    for (Position& position : out.positions) {
        const Position old = position;
        position.begin = kept;
        keep(old.begin, old.evidence);
        position.evidence = kept;
        keep(old.evidence, old.end);
        position.end = kept;
    }
    out.features.resize(kept);
}

}  // namespace

Instances make_instances(std::span<const Article> articles, const Labelling& first_pass,
                         const indexer::Words& words, const indexer::KnownWords& lexicon)
{
    Instances out;
    Extractor extractor{words, lexicon, out};
    for (std::uint32_t a = 0; a < articles.size(); ++a) {
        extractor.add(articles[a], a, first_pass.empty() ? nullptr : &first_pass[a]);
    }
    number_features(out);
    return out;
}

}  // namespace dateline::train
