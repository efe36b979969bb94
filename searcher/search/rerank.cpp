#include "searcher/search/rerank.hpp"

#include "searcher/query/operator.hpp"

#include <algorithm>
#include <map>

namespace dateline::searcher {
namespace {

/// Of a pasted text the heaviest words are looked at: the others would hardly change the order.
constexpr std::size_t kMostWords = 16;
/// A word of more forms is a pattern rather than a word.
constexpr std::size_t kMostForms = 4;
/// So much of an article is read: what it is about is said there.
constexpr std::size_t kReach = 2048;
/// A word that first comes behind so many words of the body gets half of what the first one gets.
constexpr float kHalfEarly = 10;
/// Farther from each other than this, words are not near.
constexpr std::uint32_t kNearWords = 8;
/// No fewer bytes than so many common words have: farther apart nobody counts.
constexpr std::uint32_t kNearBytes = 3 * kNearWords;

/// A word of the query, and what it may weigh.
struct Wanted {
    const PlannedWord* word = nullptr;
    float weight = 0;
};

bool is_same(const PlannedWord& a, const PlannedWord& b)
{
    return a.is_by_form == b.is_by_form && (a.is_by_form ? a.forms == b.forms : a.stems == b.stems);
}

bool takes_part(const PlanNode& node, const PlannedWord& word)
{
    // Wildcards and slack stand for more forms, and for no one word.
    return node.field == FieldId::Body && word.weighting.idf > 0 && word.weighting.articles > 0 &&
           word.forms.size() <= kMostForms;
}

/// Adds the words that an article is wanted for, in the order of the query; none that it must not
/// have, or not there, and none that no article has.
void add_words(const PlanNode& node, float scale, std::vector<Wanted>& words)
{
    if (node.op->name == "not") { return; }
    if (node.op->name == "boost") { scale *= static_cast<float>(node.amount); }
    for (const PlannedWord& word : node.words) {
        if (!takes_part(node, word)) { continue; }
        const auto known = std::find_if(words.begin(), words.end(), [&](const Wanted& other) {
            return is_same(*other.word, word);
        });
        const float weight = word.weighting.idf * scale;
        if (known == words.end()) {
            words.push_back({&word, weight});
        } else {
            known->weight = std::max(known->weight, weight);
        }
    }
    const bool is_apart = node.op->name == "apart";
    for (const PlanNode& part : node.parts) {
        add_words(part, scale, words);
        if (is_apart) { break; }
    }
}

void keep_heaviest(std::vector<Wanted>& words)
{
    if (words.size() <= kMostWords) { return; }
    std::vector<float> weights;
    for (const Wanted& wanted : words) { weights.push_back(wanted.weight); }
    std::nth_element(weights.begin(), weights.begin() + kMostWords - 1, weights.end(),
                     std::greater<>{});
    const float least = weights[kMostWords - 1];
    std::erase_if(words, [least](const Wanted& wanted) { return wanted.weight < least; });
    if (words.size() > kMostWords) { words.resize(kMostWords); }
}

/// How much of `early` a word gets that stands there first.
float earliness(std::string_view stream, std::uint32_t body, std::uint32_t first)
{
    if (first < body) { return 1; }
    const std::uint32_t before = words_between(stream, body, first, kLeadWords);
    return before > kLeadWords ? 0 : kHalfEarly / (kHalfEarly + static_cast<float>(before));
}

/// 1 / the least distance, 1 being side by side, in whatever order; 0 if it is too far.
float nearness(std::string_view stream, const std::vector<Place>& a, const std::vector<Place>& b)
{
    std::uint32_t least = kNearWords + 1;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        const bool a_first = a[i].begin < b[j].begin;
        const Place& first = a_first ? a[i] : b[j];
        const Place& second = a_first ? b[j] : a[i];
        // Of two forms of one word both may be one place.
        if (first.end <= second.begin && second.begin - first.end <= kNearBytes) {
            const std::uint32_t between =
                words_between(stream, first.end, second.begin, kNearWords);
            if (between != kNotTogether) { least = std::min(least, between + 1); }
            if (least == 1) { return 1; }
        }
        ++(a_first ? i : j);
    }
    return least > kNearWords ? 0 : 1 / static_cast<float>(least);
}

/// The query's words in one segment.
class SegmentWords {
  public:
    SegmentWords(const Segment& segment, const NameTable& names, const std::vector<Wanted>& words)
        : segment_(&segment), languages_(segment, names), words_(&words), found_(words.size())
    {
        for (const Wanted& wanted : words) {
            std::vector<WordNumbers> row;
            row.push_back(numbers_of(*wanted.word, segment));
            places_.push_back(words_in_a_row(std::move(row)));
        }
    }

    /// What the article gets on top of BM25.
    float bonus(std::size_t article, const Ranking& ranking)
    {
        const std::string_view stream = segment_->tokens.bytes(article).substr(0, kReach);
        const ArticleStream view{article, languages_.of(article), stream};
        const std::uint32_t body = body_begin(stream);
        float sum = 0;
        for (std::size_t i = 0; i < places_.size(); ++i) {
            const float weight = (*words_)[i].weight;
            found_[i].clear();
            places_[i]->find(view, found_[i]);
            if (found_[i].empty()) { continue; }
            sum += ranking.early * weight * earliness(stream, body, found_[i].front().begin);
            if (i == 0 || ranking.near == 0) { continue; }
            sum += ranking.near * std::min(weight, (*words_)[i - 1].weight) *
                   nearness(stream, found_[i - 1], found_[i]);
        }
        return sum;
    }

  private:
    const Segment* segment_;
    ArticleLanguages languages_;
    const std::vector<Wanted>* words_;
    std::vector<PlacesPtr> places_{};
    std::vector<std::vector<Place>> found_;
};

}  // namespace

void rerank(const Snapshot& snapshot, const PlanNode& plan, const Ranking& ranking,
            std::vector<RankedHit>& best)
{
    std::vector<Wanted> words;
    add_words(plan, 1, words);
    keep_heaviest(words);
    if (words.empty()) { return; }
    std::map<std::uint32_t, SegmentWords> segments;
    const auto end =
        best.begin() + static_cast<std::ptrdiff_t>(std::min(best.size(), kRerankDepth));
    for (auto hit = best.begin(); hit != end; ++hit) {
        const Segment& segment = snapshot.segments()[hit->segment];
        auto& of_segment =
            segments.try_emplace(hit->segment, segment, snapshot.names(), words).first->second;
        hit->score += of_segment.bonus(hit->index, ranking);
    }
    std::sort(best.begin(), end, ranks_before);
}

}  // namespace dateline::searcher
