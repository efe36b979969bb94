#include "searcher/match/word_numbers.hpp"

#include <algorithm>

namespace dateline::searcher {

WordNumbers WordNumbers::of_stems(const Segment& segment, const std::vector<std::string>& stems)
{
    WordNumbers numbers{segment.vocabulary.languages().size()};
    for (const std::string& stem : stems) {
        for (const StemmedWord& word : segment.vocabulary.words_with_stem(stem)) {
            if (word.language < numbers.by_language_.size()) {
                numbers.by_language_[word.language].push_back(word.number);
            }
        }
    }
    numbers.sort();
    return numbers;
}

WordNumbers WordNumbers::of_forms(const Segment& segment, const std::vector<std::string>& forms)
{
    WordNumbers numbers{segment.vocabulary.languages().size()};
    for (const std::string& form : forms) {
        const auto entry = segment.vocabulary.find(form);
        if (!entry) { continue; }
        for (auto& of_language : numbers.by_language_) { of_language.push_back(entry->number); }
    }
    numbers.sort();
    return numbers;
}

void WordNumbers::sort()
{
    for (auto& numbers : by_language_) {
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        auto& bits = bits_.emplace_back(numbers.empty() ? 0 : numbers.back() / 64 + 1);
        for (const std::uint32_t number : numbers) {
            bits[number / 64] |= std::uint64_t{1} << (number % 64);
        }
    }
}

std::uint32_t WordNumbers::least() const
{
    std::uint32_t least = UINT32_MAX;
    for (const auto& numbers : by_language_) {
        if (!numbers.empty()) { least = std::min(least, numbers.front()); }
    }
    return least;
}

ArticleLanguages::ArticleLanguages(const Segment& segment, const NameTable& names)
    : lists_(segment.columns.lists(FieldId::Language)),
      unknown_(segment.vocabulary.languages().size())
{
    const auto& languages = segment.vocabulary.languages();
    const NameColumn& codes = names.of(FieldId::Language);
    for (std::uint32_t i = 0; i < codes.size(); ++i) {
        const auto known = std::find(languages.begin(), languages.end(), codes.spelling(i));
        by_ordinal_.push_back(static_cast<std::size_t>(known - languages.begin()));
    }
}

std::size_t ArticleLanguages::of(std::size_t article) const
{
    const auto ordinals = lists_.of(article);
    return ordinals.empty() || ordinals.front() >= by_ordinal_.size()
               ? unknown_
               : by_ordinal_[ordinals.front()];
}

}  // namespace dateline::searcher
