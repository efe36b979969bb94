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
    std::uint64_t occurrences = 0;
    std::uint32_t articles = 0;
    std::uint32_t last_article = kNone;
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
            if (entry.number < words.places[p].size()) {
                words.places[p][entry.number] = static_cast<std::uint32_t>(words.all.size() - 1);
            }
            ++next[p];
        }
    }
}

/// Calls `see(article, codes)` for each kept article; codes are marks or kFirstWord + place. Fails
/// if a code is no word.
template <class See>
Status each_stream(const std::vector<MergePart>& parts, const Words& words,
                   const std::filesystem::path& path, const See& see)
{
    std::vector<std::uint32_t> codes;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        const auto& places = words.places[p];
        for (std::size_t i = 0; i < parts[p].new_index.size(); ++i) {
            if (i % kForgetEvery == 0) { parts[p].segment->forget(); }
            if (parts[p].new_index[i] == MergePart::kLeftOut) { continue; }
            codes.clear();
            TokenStream stream = parts[p].segment->tokens.stream(i);
            while (auto code = stream.next()) {
                if (*code >= kFirstWord) {
                    const std::size_t number = *code - kFirstWord;
                    if (number >= places.size() || places[number] == kNone) {
                        return damaged(path, "a token stream has an unknown word");
                    }
                    code = kFirstWord + places[number];
                }
                codes.push_back(*code);
            }
            see(parts[p].new_index[i], codes);
        }
    }
    return Done{};
}

void count(std::uint32_t article, const std::vector<std::uint32_t>& codes, Words& words)
{
    for (const std::uint32_t code : codes) {
        if (code < kFirstWord) { continue; }
        MergedWord& word = words.all[code - kFirstWord];
        ++word.occurrences;
        if (word.last_article != article) {
            word.last_article = article;
            ++word.articles;
        }
    }
}

/// Numbers the words that are left by how often they stand in the text.
void number(Words& words)
{
    std::vector<std::uint32_t> order;
    for (std::uint32_t place = 0; place < words.all.size(); ++place) {
        if (words.all[place].articles > 0) { order.push_back(place); }
    }
    std::stable_sort(order.begin(), order.end(), [&words](std::uint32_t a, std::uint32_t b) {
        return words.all[a].occurrences > words.all[b].occurrences;
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

}  // namespace

Status merge_words(const std::vector<MergePart>& parts, const std::filesystem::path& folder)
{
    std::vector<VocabularyContents> olds;
    for (const MergePart& part : parts) { olds.push_back(part.segment->vocabulary.contents()); }
    Words words = align(olds);
    const auto path = folder / "tokens";
    const auto counted = each_stream(
        parts, words, path,
        [&words](std::uint32_t article, const auto& codes) { count(article, codes, words); });
    if (!counted) { return counted; }
    number(words);
    TokensWriter tokens{path};
    std::vector<std::uint32_t> numbered;
    const auto written = each_stream(
        parts, words, path, [&](std::uint32_t, const std::vector<std::uint32_t>& codes) {
            numbered.clear();
            for (const std::uint32_t code : codes) {
                const bool is_mark = code < kFirstWord;
                numbered.push_back(is_mark ? code
                                           : kFirstWord + words.all[code - kFirstWord].number);
            }
            tokens.add(numbered);
        });
    if (!written) { return written; }
    if (auto finished = tokens.finish(); !finished) { return finished; }
    return write_vocabulary(folder / "vocabulary", vocabulary_of(olds, words));
}

}  // namespace dateline::indexer
