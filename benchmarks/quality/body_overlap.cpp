#include "benchmarks/quality/body_overlap.hpp"

#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace dateline::quality {
namespace {

constexpr std::size_t kRunWords = 8;

using Bag = std::unordered_map<std::string_view, std::uint64_t>;

Bag bag_of(const TokenList& words)
{
    Bag bag;
    for (const Token& token : words.tokens) { ++bag[words.surface(token)]; }
    return bag;
}

}  // namespace

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
