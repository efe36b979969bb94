#include "indexer/detect/name_heads.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

/// What no word of a name is, unless it is a surname as well.
constexpr NameWord kNoName = kFunction | kCalendar | kOrganisation | kPlace | kNationality |
                             kTitle | kRoyal | kDescriptor | kCredit | kSpeech;

constexpr std::size_t kLongestSyllables = 10;

/// Whether a word can be a romanised Chinese, Korean or Vietnamese name: open syllables, or such
/// that end in c, ch, h, k, l, m, n, ng, nh, p, r or t.
bool is_east_asian(std::string_view word)
{
    if (word.empty() || word.size() > kLongestSyllables) { return false; }
    constexpr std::string_view kVowels = "aeiouyw";
    const auto vowel = [&](std::size_t i) {
        return i < word.size() && kVowels.find(word[i]) != std::string_view::npos;
    };
    std::size_t at = 0;
    std::size_t syllables = 0;
    while (at < word.size()) {
        std::size_t consonants = 0;
        while (at < word.size() && !vowel(at)) { ++at, ++consonants; }
        if (consonants > 2 || !vowel(at)) { return false; }
        std::size_t vowels = 0;
        while (vowel(at)) { ++at, ++vowels; }
        if (vowels > 3) { return false; }
        ++syllables;
        const std::string_view rest = word.substr(at);
        for (const std::string_view coda :
             {"ng", "nh", "ch", "n", "k", "l", "m", "p", "t", "c", "h", "r"}) {
            const bool before_vowel = vowel(at + coda.size());
            if (rest.starts_with(coda) && !before_vowel) {
                at += coda.size();
                break;
            }
        }
    }
    return syllables <= 3;
}

}  // namespace

NameHeads heads_of(const NameText& text, const NameSegment& segment)
{
    NameHeads heads;
    bool behind_particle = false;  // "Omar al-Bashir" has two words, "Jean-Claude" one
    for (const RunWord& word : segment.words) {
        const bool first = &word == &segment.words.front();
        const bool particle =
            (word.meaning & kParticle) != 0 &&
            (text.shape(word.index) == Shape::Lower || &word != &segment.words.back()) &&
            !(first && (word.meaning & kGiven) != 0);
        const bool part = word.joined && heads.size > 0 && !behind_particle;
        behind_particle = particle;
        if (particle || part || (!first && (word.meaning & kSuffix) != 0)) { continue; }
        if (heads.size <= kMostHeads) { heads.words[heads.size++] = &word; }
    }
    return heads;
}

bool can_be_name(NameWord meaning)
{
    return (meaning & kNoName) == 0 || (meaning & (kSurname | kGiven | kFamilyFirst)) != 0;
}

bool is_family_first(const NameText& text, const NameSegment& segment, const NameHeads& heads)
{
    const NameWord front = heads[0].meaning;
    if ((front & kFamilyFirst) == 0 || heads.size > 3 || segment.words.size() < 2) { return false; }
    const bool hyphened = segment.words.back().joined;
    if ((front & (kParticle | kFunction)) != 0 && heads.size < 3 && !hyphened) { return false; }
    return std::all_of(segment.words.begin() + 1, segment.words.end(), [&](const RunWord& word) {
        const std::string_view surface = text.surface(word.index);
        const bool other = (word.meaning & (kOrganisation | kNationality)) != 0 ||
                           ((word.meaning & (kPlace | kFunction)) != 0 && surface.size() > 3);
        return (word.joined || !other) && is_east_asian(surface);
    });
}

}  // namespace dateline::indexer
