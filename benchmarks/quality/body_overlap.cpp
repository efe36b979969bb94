#include "benchmarks/quality/body_overlap.hpp"

#include "common/text/tokenizer.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <string>
#include <unicode/uchar.h>
#include <unordered_map>
#include <vector>

namespace dateline::quality {
namespace {

constexpr std::size_t kRunWords = 8;

using Bag = std::unordered_map<std::string_view, std::uint64_t>;
using Runs = std::unordered_map<std::string, std::uint64_t>;

Bag bag_of(const TokenList& words)
{
    Bag bag;
    for (const Token& token : words.tokens) { ++bag[words.surface(token)]; }
    return bag;
}

/// Runs of letters, digits and _.
std::vector<std::string_view> plain_words(std::string_view text)
{
    std::vector<std::string_view> words;
    const char* begin = nullptr;
    while (!text.empty()) {
        const char* const at = text.data();
        const char32_t letter = take_code_point(text);
        const bool in_word = letter == '_' || u_isalnum(static_cast<UChar32>(letter)) != 0;
        if (in_word && begin == nullptr) { begin = at; }
        if (!in_word && begin != nullptr) {
            words.emplace_back(begin, static_cast<std::size_t>(at - begin));
            begin = nullptr;
        }
        if (in_word && text.empty()) {
            words.emplace_back(begin, static_cast<std::size_t>(text.data() - begin));
        }
    }
    return words;
}

/// How often each run of four words comes.
Runs runs_of(std::string_view text)
{
    constexpr std::size_t kLength = 4;
    const auto words = plain_words(text);
    Runs runs;
    for (std::size_t first = 0; first < words.size(); ++first) {
        if (first > 0 && first + kLength > words.size()) { break; }
        std::string run;
        for (std::size_t n = first; n < std::min(first + kLength, words.size()); ++n) {
            run += words[n];
            run += ' ';
        }
        ++runs[std::move(run)];
    }
    return runs;
}

}  // namespace

Counts run_overlap(std::string_view gold, std::string_view kept)
{
    const Runs wanted = runs_of(gold);
    Counts counts;
    for (const auto& [run, count] : wanted) { counts.gold += count; }
    for (const auto& [run, count] : runs_of(kept)) {
        counts.found += count;
        const auto same = wanted.find(run);
        if (same != wanted.end()) { counts.right += std::min(count, same->second); }
    }
    return counts;
}

Counts body_overlap(std::string_view gold, std::string_view kept)
{
    TokenList gold_words;
    TokenList kept_words;
    tokenize(gold, gold_words);
    tokenize(kept, kept_words);
    const Bag wanted = bag_of(gold_words);
    Counts counts{.gold = gold_words.tokens.size(), .found = kept_words.tokens.size(), .right = 0};
    for (const auto& [word, count] : bag_of(kept_words)) {
        const auto same = wanted.find(word);
        if (same != wanted.end()) { counts.right += std::min(count, same->second); }
    }
    return counts;
}

bool is_doubled(std::string_view text)
{
    TokenList words;
    tokenize(text, words);
    if (words.tokens.size() < 2 * kRunWords) { return false; }
    std::unordered_map<std::string, int> runs;
    for (std::size_t first = 0; first + kRunWords <= words.tokens.size(); ++first) {
        std::string run;
        for (std::size_t i = first; i < first + kRunWords; ++i) {
            run += words.surface(words.tokens[i]);
            run += ' ';
        }
        ++runs[std::move(run)];
    }
    const auto again =
        std::count_if(runs.begin(), runs.end(), [](const auto& entry) { return entry.second > 1; });
    return 2 * static_cast<std::size_t>(again) > runs.size();
}

}  // namespace dateline::quality
