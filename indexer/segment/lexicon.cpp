#include "indexer/segment/lexicon.hpp"

#include <algorithm>
#include <numeric>
#include <xxhash.h>

namespace dateline::indexer {

std::span<const std::uint32_t> Lexicon::numbers(const TokenList& words, std::uint32_t article)
{
    // The table is larger than the caches: it is asked for all before the first is waited for.
    hashes_.clear();
    const std::size_t mask = slots_.size() - 1;
    for (const Token& token : words.tokens) {
        const std::string_view surface = words.surface(token);
        hashes_.push_back(XXH3_64bits(surface.data(), surface.size()));
        __builtin_prefetch(&slots_[hashes_.back() & mask]);
    }
    numbers_.clear();
    for (std::size_t i = 0; i < hashes_.size(); ++i) {
        const std::uint32_t number = this->number(words.surface(words.tokens[i]), hashes_[i]);
        numbers_.push_back(number);
        Word& word = words_[number];
        ++word.occurrences;
        if (word.last_article != article) {
            word.last_article = article;
            ++word.articles;
        }
    }
    return numbers_;
}

std::uint32_t Lexicon::number(std::string_view surface, std::uint64_t full_hash)
{
    if ((words_.size() + 1) * 2 > slots_.size()) { grow(); }
    const auto hash = static_cast<std::uint32_t>(full_hash >> 32U);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t place = full_hash & mask;; place = (place + 1) & mask) {
        Slot& slot = slots_[place];
        if (slot.number == kNone) { return add_word(surface, slot, hash); }
        if (slot.hash == hash && words_[slot.number].surface == surface) { return slot.number; }
    }
}

std::uint32_t Lexicon::add_word(std::string_view surface, Slot& slot, std::uint32_t hash)
{
    const auto number = static_cast<std::uint32_t>(words_.size());
    slot = {.hash = hash, .number = number};
    words_.push_back({.surface = std::string{surface}});
    if (surface == kUnitedStates) { united_states_ = number; }
    return number;
}

void Lexicon::grow()
{
    std::vector<Slot> slots(slots_.size() * 4);
    const std::size_t mask = slots.size() - 1;
    for (const Slot& slot : slots_) {
        if (slot.number == kNone) { continue; }
        const std::string& surface = words_[slot.number].surface;
        std::size_t place = XXH3_64bits(surface.data(), surface.size()) & mask;
        while (slots[place].number != kNone) { place = (place + 1) & mask; }
        slots[place] = slot;
    }
    slots_ = std::move(slots);
}

std::uint32_t Lexicon::language(std::string_view code)
{
    const auto known = std::find_if(languages_.begin(), languages_.end(),
                                    [code](const LanguageStems& l) { return l.code == code; });
    if (known != languages_.end()) {
        return static_cast<std::uint32_t>(known - languages_.begin());
    }
    languages_.push_back({.code = std::string{code}});
    return static_cast<std::uint32_t>(languages_.size() - 1);
}

std::uint32_t Lexicon::stem_number(std::string text)
{
    const auto number = static_cast<std::uint32_t>(stems_.size());
    const auto [known, is_new] = stem_numbers_.emplace(std::move(text), number);
    if (is_new) { stems_.push_back(known->first); }
    return known->second;
}

std::uint32_t Lexicon::stem(std::uint32_t language, std::uint32_t number)
{
    LanguageStems& stems = languages_[language];
    if (number >= stems.by_number.size()) { stems.by_number.resize(words_.size(), kNone); }
    std::uint32_t& stem = stems.by_number[number];
    if (stem == kNone) { stem = stem_number(stemmer_.stem(words_[number].surface, stems.code)); }
    return stem;
}

std::uint32_t Lexicon::plain_us_stem(std::uint32_t language)
{
    LanguageStems& stems = languages_[language];
    if (stems.plain_us == kNone) { stems.plain_us = stem_number(stemmer_.stem("us", stems.code)); }
    return stems.plain_us;
}

std::vector<std::uint32_t> Lexicon::ranks() const
{
    std::vector<std::uint32_t> order(words_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
        return words_[a].occurrences > words_[b].occurrences;
    });
    std::vector<std::uint32_t> ranks(words_.size());
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) { ranks[order[rank]] = rank; }
    return ranks;
}

VocabularyContents Lexicon::contents(const std::vector<std::uint32_t>& ranks) const
{
    VocabularyContents contents;
    for (std::uint32_t number = 0; number < words_.size(); ++number) {
        const Word& word = words_[number];
        contents.words.push_back(
            {word.surface, {.number = ranks[number], .articles = word.articles}});
    }
    std::sort(contents.words.begin(), contents.words.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::uint32_t l = 0; l < languages_.size(); ++l) {
        const LanguageStems& language = languages_[l];
        contents.languages.push_back(language.code);
        for (std::uint32_t number = 0; number < language.by_number.size(); ++number) {
            const std::uint32_t stem = language.by_number[number];
            if (stem == kNone) { continue; }
            contents.stems[stems_[stem]].push_back({l, ranks[number]});
            if (number == united_states_ && language.plain_us != kNone) {
                contents.stems[stems_[language.plain_us]].push_back({l, ranks[number]});
            }
        }
    }
    for (auto& [stem, words] : contents.stems) { std::sort(words.begin(), words.end()); }
    return contents;
}

}  // namespace dateline::indexer
