#include "indexer/detect/date_text.hpp"

#include "indexer/detect/written_words.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

constexpr std::size_t kLongestGap = 8;    ///< bytes between two words that belong together
constexpr std::size_t kTenseReach = 14;   ///< words to each side
constexpr std::size_t kPassiveReach = 4;  ///< "will soon also be held"
constexpr std::size_t kAnniversaryReach = 10;

/// Blanks, one line break at most, or a hyphen.
bool is_plain(std::string_view gap)
{
    constexpr std::string_view kNoBreakSpace = "\u00A0";
    constexpr std::string_view kNarrowSpace = "\u202F";
    if (gap.empty() || gap.size() > kLongestGap) { return false; }
    unsigned breaks = 0;
    while (!gap.empty()) {
        if (gap.starts_with(kNoBreakSpace)) {
            gap.remove_prefix(kNoBreakSpace.size());
        } else if (gap.starts_with(kNarrowSpace)) {
            gap.remove_prefix(kNarrowSpace.size());
        } else {
            const char c = gap.front();
            breaks += c == '\n' ? 1 : 0;
            if ((c != ' ' && c != '-' && c != '\n' && c != '\t') || breaks > 1) { return false; }
            gap.remove_prefix(1);
        }
    }
    return true;
}

}  // namespace

std::string_view DateText::surface(std::size_t at) const
{
    return at < size() ? words_.surface(words_.tokens[at]) : std::string_view{};
}

std::string_view DateText::written(std::size_t at) const
{
    return at < size() ? written_word(text_, words_.tokens[at]) : std::string_view{};
}

bool DateText::begins_sentence(std::size_t at) const
{
    return at == 0 || (at < size() && words_.tokens[at].before != Break::None);
}

/// Whether this word belongs to the one before it.
bool DateText::is_joined(std::size_t at) const
{
    return at != 0 && at < size() && !begins_sentence(at) &&
           is_plain(gap_between(text_, words_.tokens[at - 1], words_.tokens[at]));
}

std::size_t DateText::left(std::size_t at) const { return is_joined(at) ? at - 1 : kNoWord; }

std::size_t DateText::right(std::size_t at) const
{
    return at < size() && is_joined(at + 1) ? at + 1 : kNoWord;
}

std::string_view DateText::gap_behind(std::size_t at) const
{
    if (at >= size() || at + 1 == size()) { return {}; }
    return gap_between(text_, words_.tokens[at], words_.tokens[at + 1]);
}

std::optional<int> DateText::value(std::size_t at, DateWord kind) const
{
    return at < size() ? date_word(surface(at), kind, languages_) : std::nullopt;
}

std::optional<int> DateText::value(std::size_t at, DateWord kind, DateLanguage only) const
{
    const auto languages = static_cast<LanguageSet>(languages_ & static_cast<LanguageSet>(only));
    return at < size() ? date_word(surface(at), kind, languages) : std::nullopt;
}

bool DateText::has_capital(std::size_t at) const { return begins_with_capital(written(at)); }

std::size_t DateText::word_from(std::size_t at) const
{
    const auto& tokens = words_.tokens;
    const auto found = std::partition_point(tokens.begin(), tokens.end(),
                                            [at](const Token& token) { return token.end <= at; });
    return static_cast<std::size_t>(found - tokens.begin());
}

Tense DateText::tense_of(std::size_t at) const
{
    const DateKinds kinds = this->kinds(at);
    if (has(kinds, DateWord::Future)) { return Tense::Future; }
    if (has(kinds, DateWord::Planned)) {
        const bool is_plan = is(right(at), DateWord::OfPlan) || is(left(at), DateWord::OfPlan);
        return is_plan ? Tense::Future : Tense::Past;
    }
    if (has(kinds, DateWord::Report)) { return Tense::Report; }
    if (has(kinds, DateWord::Past)) { return Tense::Past; }
    const std::string_view word = written(at);
    if (ends_in_future(word, languages_)) { return Tense::Future; }
    return ends_in_past(word, languages_) ? Tense::Past : Tense::Unknown;
}

bool DateText::has_future_before(std::size_t at) const
{
    for (std::size_t n = 0; n < kPassiveReach && at > 0 && !begins_sentence(at); ++n) {
        if (tense_of(--at) == Tense::Future) { return true; }
    }
    return false;
}

Tense DateText::tense(std::size_t first, std::size_t last) const
{
    std::size_t at = first;
    for (std::size_t n = 0; n < kTenseReach && !begins_sentence(at); ++n) {
        const Tense found = tense_of(--at);
        // "will be held": the past form is a participle.
        if (found == Tense::Past && has_future_before(at)) { return Tense::Future; }
        if (found != Tense::Unknown) { return found; }
    }
    at = last;
    for (std::size_t n = 0; n < kTenseReach; ++n) {
        if (++at >= size() || begins_sentence(at)) { break; }
        const Tense found = tense_of(at);
        if (found != Tense::Unknown) { return found; }
    }
    return Tense::Unknown;
}

bool DateText::has_anniversary(std::size_t first, std::size_t last) const
{
    std::size_t at = first;
    for (std::size_t n = 0; n < kAnniversaryReach && !begins_sentence(at); ++n) {
        if (is(--at, DateWord::Anniversary)) { return true; }
    }
    at = last;
    for (std::size_t n = 0; n < kAnniversaryReach / 2; ++n) {
        if (++at >= size() || begins_sentence(at)) { break; }
        if (is(at, DateWord::Anniversary)) { return true; }
    }
    return false;
}

}  // namespace dateline::indexer
