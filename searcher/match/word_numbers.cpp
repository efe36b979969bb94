#include "searcher/match/word_numbers.hpp"

#include <algorithm>

namespace dateline::searcher {

WordNumbers::WordNumbers(const Segment& segment, const std::vector<std::string>& stems)
    : by_language_(segment.vocabulary.languages().size())
{
    for (const std::string& stem : stems) {
        for (const StemmedWord& word : segment.vocabulary.words_with_stem(stem)) {
            if (word.language < by_language_.size()) {
                by_language_[word.language].push_back(word.number);
            }
        }
    }
}

ArticleLanguages::ArticleLanguages(const Segment& segment, const NameTable& names)
    : segment_(&segment)
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
    const auto ordinals = segment_->columns.ordinals(FieldId::Language, article);
    return ordinals.empty() || ordinals.front() >= by_ordinal_.size()
               ? segment_->vocabulary.languages().size()
               : by_ordinal_[ordinals.front()];
}

void read_words(const Segment& segment, std::size_t article, std::vector<std::uint32_t>& words)
{
    words.clear();
    auto stream = segment.tokens.stream(article);
    while (const auto code = stream.next()) {
        if (*code >= kFirstWord) {
            words.push_back(*code - kFirstWord);
        } else if (*code == kBodyMark) {
            words.push_back(kWordBodyMark);
        }
    }
}

}  // namespace dateline::searcher
