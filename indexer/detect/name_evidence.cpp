#include "indexer/detect/name_evidence.hpp"

#include "indexer/detect/name_trim.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

constexpr std::size_t kMostHeads = 5;   ///< words of a name, without particles
constexpr std::size_t kApposition = 5;  ///< words looked at behind "Jane Doe, a …"
constexpr std::size_t kLongestSyllables = 10;

/// What no word of a name is, unless it is a surname as well.
constexpr NameWord kNoName = kFunction | kCalendar | kOrganisation | kPlace | kNationality |
                             kTitle | kRoyal | kDescriptor | kCredit | kSpeech;

/// The words of a segment that count: without particles, suffixes, and the later parts of
/// hyphenated words.
struct Heads {
    std::array<const RunWord*, kMostHeads + 1> words{};
    std::size_t size = 0;

    [[nodiscard]] const RunWord& operator[](std::size_t i) const { return *words[i]; }
    [[nodiscard]] const RunWord& last() const { return *words[size - 1]; }
};

Heads heads_of(const NameText& text, const NameSegment& segment)
{
    Heads heads;
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

bool is_sure_given(NameWord meaning) { return (meaning & (kGiven | kAmbiguousGiven)) == kGiven; }

bool can_be_name(NameWord meaning)
{
    return (meaning & kNoName) == 0 || (meaning & (kSurname | kGiven | kFamilyFirst)) != 0;
}

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

bool is_family_first(const NameText& text, const NameSegment& segment, const Heads& heads)
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

// ---- what stands behind a name ----

bool speaks(const NameText& text, std::size_t behind)
{
    return behind < text.size() && text.gap(behind) == Gap::Blank &&
           text.token(behind).before == Break::None && text.shape(behind) == Shape::Lower &&
           (name_word(text.surface(behind)) & kSpeech) != 0;
}

/// "analyst with Salomon Brothers", "a lawyer at Dewey Ballantine"
bool is_employer(const NameText& text, std::size_t first)
{
    if (first < 2 || text.gap(first) != Gap::Blank) { return false; }
    const std::string_view before = text.surface(first - 1);
    return (before == "with" || before == "at") && text.gap(first - 1) == Gap::Blank &&
           (name_word(text.surface(first - 2)) & (kTitle | kDescriptor)) != 0;
}

/// "its governor, Robin Leigh-Pemberton, said"
bool is_apposition(const NameText& text, std::size_t first, std::size_t behind)
{
    if (first == 0 || text.between(first) != ", " || behind >= text.size()) { return false; }
    return text.shape(first - 1) == Shape::Lower && text.between(behind).starts_with(',') &&
           (name_word(text.surface(first - 1)) & (kTitle | kDescriptor)) != 0;
}

bool is_company_behind(const NameText& text, std::size_t behind)
{
    const std::string_view between = text.between(behind);
    if (between.find('&') != std::string_view::npos ||
        between.find('<') != std::string_view::npos) {
        return true;
    }
    return behind + 1 < text.size() && text.surface(behind) == "and" &&
           text.is_capital(behind + 1) && is_firm_ending(text.surface(behind + 1));
}

/// ", 45," · ", who" · ", a spokesman for" · ", the country's former president"
bool is_described_behind(const NameText& text, std::size_t behind)
{
    if (behind >= text.size() || text.between(behind) != ", " ||
        text.token(behind).before != Break::None) {
        return false;
    }
    if (text.shape(behind) == Shape::Number) {
        return text.surface(behind).size() == 2 && text.between(behind + 1).starts_with(",");
    }
    if (text.surface(behind) == "who" || text.surface(behind) == "whose") { return true; }
    for (std::size_t i = behind; i < text.size() && i < behind + kApposition; ++i) {
        if (i > behind && text.gap(i) != Gap::Blank && text.gap(i) != Gap::Hyphen) { return false; }
        const NameWord meaning = name_word(text.surface(i));
        if ((meaning & kSpeech) != 0) { return false; }
        if ((meaning & (kTitle | kDescriptor)) != 0 && !text.is_possessive(i)) { return true; }
    }
    return false;
}

// ---- judging ----

/// A king's name needs his title when it is shown.
std::string_view title_rule(const NameSegment& segment)
{
    return segment.announced == Announced::Royal ? kRoyalRule : "title-before-name";
}

/// How many words the name has that begins with the given name heads[at]: two, or three if the
/// second is a given name or an initial, too.
std::size_t words_of_name(const NameText& text, const Heads& heads, std::size_t at)
{
    const bool middle = heads.size == at + 3 && ((heads[at + 1].meaning & kGiven) != 0 ||
                                                 text.shape(heads[at + 1].index) == Shape::Initial);
    return middle ? 3 : 2;
}

/// In a line with capitals everywhere, where a name ends is a guess.
Judgement judge_headline(const NameText& text, const NameSegment& segment, const Heads& heads,
                         Judgement judged)
{
    const auto keep = [&](std::size_t first, std::size_t size, std::string_view rule) {
        judged.first = heads[first].index;
        if (first + size < heads.size) {
            judged.last = heads[first + size].index;
            while (text.shape(judged.last - 1) == Shape::Lower) { --judged.last; }
        }
        judged.verdict = Verdict::Person;
        judged.rule = rule;
        return judged;
    };
    for (std::size_t i = 0; i + 1 < heads.size; ++i) {
        if (is_sure_given(heads[i].meaning) && can_be_name(heads[i + 1].meaning)) {
            return keep(i, words_of_name(text, heads, i), "given-name");
        }
    }
    if (segment.announced >= Announced::Titled && can_be_name(heads[0].meaning)) {
        return keep(0, 1, title_rule(segment));
    }
    if (heads[0].meaning == kFamilyFirst && is_family_first(text, segment, heads)) {
        return keep(0, heads.size, "family-name-first");
    }
    return judged;
}

Judgement judge_single(const NameText& text, const NameSegment& segment, const RunWord& word,
                       Judgement judged)
{
    if (text.shape(word.index) == Shape::Initial || text.surface(word.index).size() < 2) {
        return judged;
    }
    const bool possible = can_be_name(word.meaning) &&
                          ((word.meaning & kPlace) == 0 || (word.meaning & kSurname) != 0);
    judged.verdict = Verdict::Single;
    const bool firm = judged.first > 0 &&  // General Motors
                      is_known_phrase(text.surface(judged.first - 1), text.surface(word.index));
    if (segment.announced >= Announced::Titled && possible && !firm) {
        judged.verdict = Verdict::Person;
        judged.rule = title_rule(segment);
    }
    return judged;
}

/// The rule by which several words are a name; "" if none.
std::string_view rule_for(const NameText& text, const NameSegment& segment, const Heads& heads)
{
    const NameWord front = heads[0].meaning;
    const std::size_t behind = segment.words.back().index + 1;
    if (segment.announced >= Announced::Titled) { return "title-before-name"; }
    if (is_sure_given(front)) { return "given-name"; }
    if (is_family_first(text, segment, heads)) { return "family-name-first"; }
    if (text.shape(heads[0].index) == Shape::Initial) { return "initials"; }
    const bool initial_inside = text.shape(heads[1].index) == Shape::Initial && heads.size > 2;
    if (initial_inside && !text.starts_sentence(heads[0].index)) { return "initials"; }
    if (segment.announced == Announced::Described) { return "description-before-name"; }
    if (is_apposition(text, heads[0].index, behind)) { return "description-before-name"; }
    if (is_described_behind(text, behind)) { return "description-after-name"; }
    const bool given_inside =
        heads.size > 2 && is_sure_given(heads[1].meaning) && (front & kAmbiguousGiven) == 0;
    if (given_inside && !text.starts_sentence(heads[0].index)) { return "given-name"; }
    const bool given = (front & kGiven) != 0;
    return given && speaks(text, behind) ? "speech-verb" : "";
}

}  // namespace

Judgement judge(const NameText& text, const NameSegment& segment)
{
    Judgement judged{.first = segment.words.front().index, .last = segment.words.back().index + 1};
    const Heads heads = heads_of(text, segment);
    if (heads.size == 0 || heads.size > kMostHeads) { return judged; }
    if (segment.company || is_company_behind(text, judged.last) ||
        is_employer(text, judged.first)) {
        judged.verdict = Verdict::Company;
        return judged;
    }
    if (segment.organisation || segment.before_title) { return judged; }
    if (is_nobody(text, judged.first, judged.last)) { return judged; }
    if (heads.size > 1 &&
        is_known_phrase(text.surface(heads[0].index), text.surface(heads[1].index))) {
        judged.verdict = Verdict::Company;
        return judged;
    }
    if (text.style(judged.first) == LineStyle::Headline) {
        return judge_headline(text, segment, heads, judged);
    }
    if (heads.size == 1 && segment.words.size() == 1) {
        return judge_single(text, segment, heads[0], judged);
    }
    if (heads.size == 1) {  // "El Aissami", "al-Assad", "Jean-Claude"
        if (segment.announced >= Announced::Titled && can_be_name(heads[0].meaning)) {
            judged.verdict = Verdict::Person;
            judged.rule = title_rule(segment);
        } else if (is_family_first(text, segment, heads)) {
            judged.verdict = Verdict::Person;
            judged.rule = "family-name-first";
        }
        return judged;
    }
    const bool family_first = is_family_first(text, segment, heads);
    const bool has_family =
        family_first || can_be_name(heads.last().meaning) ||  // William Hague
        (is_sure_given(heads[0].meaning) && (heads.last().meaning & (kPlace | kNationality)) != 0);
    if (text.shape(heads.last().index) == Shape::Initial || !has_family) { return judged; }
    // "Yesterday Vladimir Putin": the first word is no part of it
    if (heads.size > 2 && heads[0].meaning == 0 && is_sure_given(heads[1].meaning) &&
        segment.announced == Announced::No && text.starts_sentence(judged.first)) {
        judged.first = heads[1].index;
        judged.verdict = Verdict::Person;
        judged.rule = "given-name";
        return judged;
    }
    judged.rule = rule_for(text, segment, heads);
    judged.verdict = judged.rule.empty() ? Verdict::Candidate : Verdict::Person;
    return judged;
}

// ---- what the rest of the article says ----

void NameEvidence::take(const NameText& text, const NameSegment& segment, Verdict verdict,
                        const NameSpan& span)
{
    const std::string_view front = text.surface(segment.words.front().index);
    const std::string_view family = text.surface(segment.words.back().index);
    switch (verdict) {
        case Verdict::Nobody:
            break;
        case Verdict::Company:
            if (segment.words.size() > 1) {
                companies_[front].insert(text.surface(segment.words[1].index));
            }
            break;
        case Verdict::Single: {
            if (segment.words.front().meaning != 0) { break; }
            Use& use = singles_[family];
            ++use.alone;
            use.speaks += speaks(text, span.last) ? 1U : 0U;
            break;
        }
        case Verdict::Candidate:
            candidates_.push_back({span, front, family});
            break;
        case Verdict::Person:
            if (span.last - span.first == 1) { singles_[family].titled = true; }
            if (segment.announced != Announced::No) { described_.insert(front); }
            people_.push_back({span, front, family});
            break;
    }
}

bool NameEvidence::is_company(const Name& name) const
{
    const auto found = companies_.find(name.front);
    return found != companies_.end() && found->second.contains(name.family) &&
           !described_.contains(name.front);
}

/// Whether the last word stands alone as people's surnames do, and the first one does not.
bool NameEvidence::is_supported(const Name& name) const
{
    const auto family = singles_.find(name.family);
    if (family == singles_.end() || singles_.contains(name.front)) { return false; }
    return family->second.titled || family->second.speaks > 0;
}

std::vector<NameSpan> NameEvidence::people() const
{
    std::vector<NameSpan> spans;
    for (const Name& name : people_) {
        if (name.span.rule == "title-before-name" || !is_company(name)) {
            spans.push_back(name.span);
        }
    }
    for (const Name& name : candidates_) {
        if (!is_supported(name)) { continue; }
        spans.push_back(name.span);
        spans.back().rule = "full-name";
    }
    std::sort(spans.begin(), spans.end(), [](const NameSpan& a, const NameSpan& b) {
        if (a.where != b.where) { return a.where == FieldId::Title; }
        return a.first < b.first;
    });
    return spans;
}

}  // namespace dateline::indexer
