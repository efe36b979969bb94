#include "indexer/detect/known_names.hpp"

#include "indexer/detect/name_tables.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

constexpr std::size_t kMostForms = 8;  ///< for one first word; more would only cost time
constexpr std::size_t kMostWords = 8;  ///< of a name
constexpr std::size_t kLongAcronym = 5;
constexpr std::size_t kLongestParticle = 5;

/// Words that a surname standing alone is easily taken for.
constexpr NameWord kOftenNoName = kFunction | kCalendar | kOrganisation | kPlace | kNationality |
                                  kTitle | kRoyal | kDescriptor | kCredit;

/// Words that may stand right before a surname although they have a capital.
constexpr NameWord kMayPrecede =
    kTitle | kRoyal | kDescriptor | kFunction | kNationality | kCalendar | kSuffix;
constexpr NameWord kMayFollow = kFunction | kCalendar | kTitle | kDescriptor | kSuffix;

bool is_joined(const NameText& text, std::size_t i)
{
    return i < text.size() && text.gap(i) != Gap::Other && text.token(i).before == Break::None;
}

/// Whether "and Co", "& Sons" or a ticker follows: a firm is called like a person.
bool is_firm(const NameText& text, std::size_t last)
{
    const std::string_view behind = text.between(last);
    if (behind.find('&') != std::string_view::npos || behind.find('<') != std::string_view::npos) {
        return true;
    }
    return last + 1 < text.size() && text.surface(last) == "and" && text.is_capital(last + 1) &&
           is_firm_ending(text.surface(last + 1));
}

}  // namespace

void KnownNames::add(const NameText& text, const NameSpan& span)
{
    const auto first = static_cast<std::uint32_t>(words_.size());
    for (std::uint32_t i = span.first; i < span.last; ++i) {
        if ((name_word(text.surface(i)) & kSuffix) != 0 && i > span.first) { break; }
        words_.push_back(name_stem(text.surface(i)));
    }
    add_forms(first);
}

void KnownNames::add(std::string_view name)
{
    const auto first = static_cast<std::uint32_t>(words_.size());
    while (!name.empty()) {
        const std::size_t end = std::min(name.find(' '), name.size());
        if (end != 0) { words_.push_back(name_stem(name.substr(0, end))); }
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    add_forms(first);
}

void KnownNames::add_forms(std::uint32_t first)
{
    if (words_.size() - first > kMostWords) { words_.resize(first + kMostWords); }
    const auto last = static_cast<std::uint32_t>(words_.size());
    if (first == last) { return; }
    add_form(first, last);
    const NameWord front = name_word(words_[first]);
    if ((front & kFamilyFirst) != 0) {
        add_form(first, first + 1);
        if ((front & kGiven) == 0) { return; }  // Kim Jong-un is never "un"
    }
    for (std::uint32_t i = first + 1; i < last; ++i) { add_form(i, last); }
    for (std::uint32_t i = first + 1; i + 1 < last; ++i) {  // "Lula" for Luiz Inácio Lula da Silva
        const bool before_particle = (name_word(words_[i + 1]) & kParticle) != 0;
        if (before_particle && (name_word(words_[i]) & (kParticle | kGiven)) == 0) {
            add_form(i, i + 1);
        }
    }
    if (last - first >= 3) {  // "Padrino" for Vladimir Padrino López
        const NameWord second_last = name_word(words_[last - 2]);
        if ((second_last & (kParticle | kGiven)) == 0) { add_form(last - 2, last - 1); }
    }
}

void KnownNames::add_form(std::uint32_t first, std::uint32_t last)
{
    if (words_[first].size() < 2 && last - first == 1) { return; }
    std::vector<Form>& forms = forms_[words_[first]];
    const auto same = [&](const Form& form) {
        return std::equal(words_.begin() + form.first, words_.begin() + form.last,
                          words_.begin() + first, words_.begin() + last);
    };
    if (forms.size() >= kMostForms || std::any_of(forms.begin(), forms.end(), same)) { return; }
    forms.push_back({first, last});
}

/// The word behind the longest form that stands at word `at`; `at` if there is none.
std::size_t KnownNames::match(const NameText& text, std::size_t at) const
{
    const auto found = forms_.find(name_stem(text.surface(at)));
    if (found == forms_.end()) { return at; }
    std::size_t longest = 0;
    for (const Form& form : found->second) {
        const std::size_t size = form.last - form.first;
        if (size <= longest || at + size > text.size()) { continue; }
        bool fits = true;
        for (std::size_t n = 1; n < size && fits; ++n) {
            fits = is_joined(text, at + n) &&
                   name_stem(text.surface(at + n)) == words_[form.first + n];
        }
        if (fits) { longest = size; }
    }
    return at + longest;
}

bool KnownNames::is_known_word(std::string_view surface) const
{
    return forms_.contains(name_stem(surface));
}

/// Whether the words [first, last) are no part of a longer name of something else.
bool KnownNames::stands_alone(const NameText& text, std::size_t first, std::size_t last) const
{
    if (is_firm(text, last)) { return false; }
    const NameWord meaning = last - first == 1 ? name_word(text.surface(first)) : 0;
    const bool doubtful = (meaning & kOftenNoName) != 0;
    const NameWord next = is_joined(text, last) ? name_word(text.surface(last)) : 0;
    const bool possessive = text.is_possessive(last - 1);
    const bool next_capital = is_joined(text, last) && text.is_capital(last) && !possessive;
    if (text.style(first) != LineStyle::Plain) {
        return !doubtful && !(next_capital && (next & kOrganisation) != 0);
    }
    bool announced = false;
    if (first > 0 && is_joined(text, first)) {
        const NameWord before = name_word(text.surface(first - 1));
        announced = (before & (kTitle | kRoyal)) != 0;
        const bool hyphen = text.gap(first) == Gap::Hyphen;
        if (text.is_capital(first - 1) && !text.is_possessive(first - 1) &&
            text.shape(first - 1) != Shape::Upper && (before & kMayPrecede) == 0 &&
            !(hyphen && is_known_word(text.surface(first - 1)))) {
            return false;
        }
    }
    if (next_capital && (next & kMayFollow) == 0 && !is_known_word(text.surface(last))) {
        return false;
    }
    if (last - first == 1 && text.shape(first) == Shape::Upper &&
        text.surface(first).size() < kLongAcronym) {
        return false;  // PAN is a party, Pan a family
    }
    if (!doubtful || announced || (next & kSpeech) != 0) { return true; }
    if ((meaning & (kPlace | kNationality | kOrganisation)) != 0) {
        return (meaning & kSurname) != 0 && (meaning & (kPlace | kNationality)) == 0;
    }
    if ((meaning & kCalendar) != 0) {  // "in May", "May 5", but "thought May"
        const bool date = last < text.size() && text.shape(last) == Shape::Number;
        const bool time = first > 0 && (name_word(text.surface(first - 1)) & kFunction) != 0;
        if (date || time) { return false; }
    }
    return !text.starts_sentence(first);
}

void KnownNames::find(const NameText& text, std::span<const NameSpan> spans,
                      std::vector<NameSpan>& out) const
{
    if (empty()) { return; }
    auto taken = spans.begin();
    for (std::size_t i = 0; i < text.size();) {
        while (taken != spans.end() && taken->last <= i) { ++taken; }
        if (taken != spans.end() && taken->first <= i) {
            i = taken->last;
            continue;
        }
        const std::size_t free = taken == spans.end() ? text.size() : taken->first;
        const bool particle = text.shape(i) == Shape::Lower && i + 1 < text.size() &&
                              text.token(i).surface_size <= kLongestParticle &&
                              text.is_capital(i + 1);
        if (!text.is_capital(i) && !particle) {
            ++i;
            continue;
        }
        const std::size_t end = match(text, i);
        if (end > i && end <= free && stands_alone(text, i, end)) {
            out.push_back({.where = text.where(),
                           .first = static_cast<std::uint32_t>(i),
                           .last = static_cast<std::uint32_t>(end),
                           .rule = end - i > 1 ? "linked-name" : "linked-surname",
                           .certain = false});
            i = end;
        } else {
            ++i;
        }
    }
}

}  // namespace dateline::indexer
