#include "indexer/segment/merge_words.hpp"

#include "common/storage/tokens.hpp"

#include <algorithm>
#include <numeric>

namespace dateline::indexer {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// A word of the merged segment, in the order of surface forms.
struct MergedWord {
    std::string surface{};
    std::uint32_t articles = 0;    ///< that are kept
    std::uint32_t number = kNone;  ///< kNone if no kept article has it
};

/// All words, and for each part its word numbers as places in them.
struct Words {
    std::vector<MergedWord> all{};
    std::vector<std::vector<std::uint32_t>> places{};
};

/// Brings the sorted lists of the parts together.
Words align(const std::vector<VocabularyContents>& parts)
{
    Words words;
    std::vector<std::size_t> next(parts.size());
    for (const VocabularyContents& part : parts) {
        words.places.emplace_back(part.words.size(), kNone);
    }
    for (;;) {
        const std::string* least = nullptr;
        for (std::size_t p = 0; p < parts.size(); ++p) {
            if (next[p] == parts[p].words.size()) { continue; }
            const std::string& surface = parts[p].words[next[p]].first;
            if (least == nullptr || surface < *least) { least = &surface; }
        }
        if (least == nullptr) { return words; }
        words.all.push_back({.surface = *least});
        for (std::size_t p = 0; p < parts.size(); ++p) {
            if (next[p] == parts[p].words.size()) { continue; }
            const auto& [surface, entry] = parts[p].words[next[p]];
            if (surface != words.all.back().surface) { continue; }
            words.all.back().articles += entry.articles;
            if (entry.number < words.places[p].size()) {
                words.places[p][entry.number] = static_cast<std::uint32_t>(words.all.size() - 1);
            }
            ++next[p];
        }
    }
}

Failure unknown_word(const std::filesystem::path& path)
{
    return damaged(path, "a token stream has an unknown word");
}

/// Takes the words of the articles that are left out off the counts: much less to read than what
/// is kept.
Status discount_removed(const MergePart& part, const std::vector<std::uint32_t>& places,
                        const std::filesystem::path& path, Words& words)
{
    std::vector<std::uint32_t> seen;
    for (std::size_t i = 0; i < part.new_index.size(); ++i) {
        if (part.new_index[i] != MergePart::kLeftOut) { continue; }
        seen.clear();
        TokenStream stream = part.segment->tokens.stream(i);
        while (const auto code = stream.next()) {
            if (*code < kFirstWord) { continue; }
            const std::size_t number = *code - kFirstWord;
            if (number >= places.size() || places[number] == kNone) { return unknown_word(path); }
            seen.push_back(places[number]);
        }
        std::sort(seen.begin(), seen.end());
        seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
        for (const std::uint32_t place : seen) {
            if (words.all[place].articles > 0) { --words.all[place].articles; }
        }
    }
    return Done{};
}

/// Numbers the words that are left by the articles that have them.
void number(Words& words)
{
    std::vector<std::uint32_t> order;
    for (std::uint32_t place = 0; place < words.all.size(); ++place) {
        if (words.all[place].articles > 0) { order.push_back(place); }
    }
    std::stable_sort(order.begin(), order.end(), [&words](std::uint32_t a, std::uint32_t b) {
        return words.all[a].articles > words.all[b].articles;
    });
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
        words.all[order[rank]].number = rank;
    }
}

std::uint32_t language_index(std::vector<std::string>& languages, const std::string& code)
{
    const auto known = std::find(languages.begin(), languages.end(), code);
    const auto index = static_cast<std::uint32_t>(known - languages.begin());
    if (known == languages.end()) { languages.push_back(code); }
    return index;
}

/// Adds the stems of one part, by the new numbers.
void add_stems(const VocabularyContents& part, const std::vector<std::uint32_t>& places,
               const Words& words, VocabularyContents& merged)
{
    std::vector<std::uint32_t> languages;
    languages.reserve(part.languages.size());
    for (const std::string& code : part.languages) {
        languages.push_back(language_index(merged.languages, code));
    }
    for (const auto& [stem, stemmed] : part.stems) {
        for (const StemmedWord& word : stemmed) {
            if (word.language >= languages.size() || word.number >= places.size()) { continue; }
            const std::uint32_t place = places[word.number];
            const std::uint32_t number = place == kNone ? kNone : words.all[place].number;
            if (number == kNone) { continue; }
            merged.stems[stem].push_back({languages[word.language], number});
        }
    }
}

VocabularyContents vocabulary_of(const std::vector<VocabularyContents>& parts, const Words& words)
{
    VocabularyContents merged;
    for (const MergedWord& word : words.all) {
        if (word.number == kNone) { continue; }
        merged.words.push_back({word.surface, {.number = word.number, .articles = word.articles}});
    }
    for (std::size_t p = 0; p < parts.size(); ++p) {
        add_stems(parts[p], words.places[p], words, merged);
    }
    for (auto& [stem, stemmed] : merged.stems) {
        std::sort(stemmed.begin(), stemmed.end());
        stemmed.erase(std::unique(stemmed.begin(), stemmed.end()), stemmed.end());
    }
    return merged;
}

/// Writes the streams of the articles of one part that are kept, with their new codes.
Status add_streams(const MergePart& part, const std::vector<std::uint32_t>& places,
                   const Words& words, const std::filesystem::path& path, TokensWriter& tokens)
{
    std::vector<std::uint32_t> codes(kFirstWord + places.size(), kNone);
    std::iota(codes.begin(), codes.begin() + kFirstWord, 0U);
    for (std::size_t number = 0; number < places.size(); ++number) {
        const std::uint32_t place = places[number];
        if (place == kNone || words.all[place].number == kNone) { continue; }
        codes[kFirstWord + number] = kFirstWord + words.all[place].number;
    }
    std::vector<std::uint32_t> moved;
    for (std::size_t i = 0; i < part.new_index.size(); ++i) {
        if (i % kForgetEvery == 0) { part.segment->forget(); }
        if (part.new_index[i] == MergePart::kLeftOut) { continue; }
        moved.clear();
        TokenStream stream = part.segment->tokens.stream(i);
        while (const auto code = stream.next()) {
            if (*code >= codes.size() || codes[*code] == kNone) { return unknown_word(path); }
            moved.push_back(codes[*code]);
        }
        tokens.add(moved);
    }
    return Done{};
}

}  // namespace

Status merge_words(const std::vector<MergePart>& parts, const std::filesystem::path& folder)
{
    std::vector<VocabularyContents> olds;
    for (const MergePart& part : parts) { olds.push_back(part.segment->vocabulary.contents()); }
    Words words = align(olds);
    const auto path = folder / "tokens";
    for (std::size_t p = 0; p < parts.size(); ++p) {
        const auto less = discount_removed(parts[p], words.places[p], path, words);
        if (!less) { return less; }
    }
    number(words);
    TokensWriter tokens{path};
    for (std::size_t p = 0; p < parts.size(); ++p) {
        const auto written = add_streams(parts[p], words.places[p], words, path, tokens);
        if (!written) { return written; }
    }
    if (auto finished = tokens.finish(); !finished) { return finished; }
    return write_vocabulary(folder / "vocabulary", vocabulary_of(olds, words));
}

}  // namespace dateline::indexer
