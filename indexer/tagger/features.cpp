#include "indexer/tagger/features.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t kMostParticles = 2;  ///< in a row inside a name: "de la"
constexpr std::size_t kLongestPhrase = 5;
constexpr std::size_t kWidestGap = 2;  ///< words between two capitalised ones of a name: "of the"

}  // namespace

void SentenceView::read(std::span<const WordId> words, const Words& table,
                        const KnownWords& lexicon)
{
    size_ = words.size();
    forms_.clear();
    forms_.insert(forms_.end(), kReach, &table.form(kBeforeSentence));
    letters_.clear();
    WordCase letters = 0;
    for (const WordId id : words) {
        forms_.push_back(&table.form(id));
        letters_.push_back(table.letters(id));
        letters |= letters_.back();
    }
    has_candidates_ = (letters & kCapital) != 0;
    forms_.insert(forms_.end(), kReach, &table.form(kBehindSentence));
    candidates_.assign(size_, 0);
    if (!has_candidates_) { return; }
    runs_.assign(size_, Run{});
    phrases_.assign(size_, 0);
    find_mode();
    find_candidates();
    find_runs();
    find_phrases(lexicon);
}

/// The word before a capitalised one may belong to its name ("bin Salman"), and tells where it
/// begins if it does not; a number behind may, too.
void SentenceView::find_candidates()
{
    std::size_t behind = 0;  // where the last capitalised word ends; 0 if there was none
    for (std::size_t i = 0; i < size_; ++i) {
        if (!is(i, kCapital)) { continue; }
        const bool one_name = behind != 0 && i - behind <= kWidestGap;
        const std::size_t first = one_name ? behind : i - std::min<std::size_t>(i, 1);
        for (std::size_t k = first; k <= i; ++k) { candidates_[k] = 1; }
        behind = i + 1;
        if (behind < size_ && is(behind, kNumber)) { candidates_[behind] = 1; }
    }
}

void SentenceView::find_mode()
{
    std::size_t letters = 0;
    std::size_t capitals = 0;
    std::size_t upper = 0;
    for (std::size_t i = 0; i < size_; ++i) {
        letters += is(i, kHasLetter) ? 1U : 0U;
        capitals += is(i, kCapital) && !is(i, kSmall) ? 1U : 0U;
        upper += is(i, kAllCapitals) ? 1U : 0U;
    }
    mode_ = letters >= 3 && upper * 10 >= letters * 7      ? CaseMode::Upper
            : letters >= 4 && capitals * 10 >= letters * 7 ? CaseMode::Title
                                                           : CaseMode::Normal;
}

/// How many particles at `i` stand before a capital: "de", "de la", "bin".
std::size_t SentenceView::particles_at(std::size_t i) const
{
    for (std::size_t n = 0; n <= kMostParticles && i + n < size_; ++n) {
        const WordForm& word = at(static_cast<std::ptrdiff_t>(i + n));
        if (is(i + n, kCapital)) { return n; }
        if ((word.kinds & kListedParticle) == 0) { return 0; }
    }
    return 0;
}

void SentenceView::find_runs()
{
    for (std::size_t i = 0; i < size_;) {
        if (!is(i, kCapital)) {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        while (end < size_) {
            if (is(end, kCapital)) {
                ++end;
                continue;
            }
            const std::size_t particles = particles_at(end);
            if (particles == 0) { break; }
            end += particles + 1;
        }
        for (std::size_t k = i; k < end; ++k) {
            runs_[k] = {.first = static_cast<std::uint32_t>(i),
                        .last = static_cast<std::uint32_t>(end)};
        }
        i = end;
    }
}

/// The longest listed phrases, from left to right.
void SentenceView::find_phrases(const KnownWords& lexicon)
{
    for (std::size_t i = 0; i + 1 < size_;) {
        std::size_t end = i;
        WordKind kinds = 0;
        const std::uint64_t first = at(static_cast<std::ptrdiff_t>(i)).folded;
        if (is(i, kCapital) && lexicon.begins_phrase(first)) {
            std::uint64_t key = first;
            for (std::size_t k = i + 1; k < std::min(size_, i + kLongestPhrase); ++k) {
                key = phrase_key(key, at(static_cast<std::ptrdiff_t>(k)).folded);
                const WordKind found = lexicon.find(key).kinds;
                if (found == 0) { continue; }
                end = k + 1;
                kinds = found;
            }
        }
        if (end == i) {
            ++i;
            continue;
        }
        for (std::size_t k = i; k < end; ++k) {
            const unsigned place = k == i ? 1U : k + 1 == end ? 3U : 2U;
            phrases_[k] = kinds * 8U + place;
            candidates_[k] = 1;
        }
        i = end;
    }
}

}  // namespace dateline::indexer
