#include "indexer/detect/name_judge.hpp"

#include "indexer/detect/name_heads.hpp"
#include "indexer/detect/name_neighbours.hpp"
#include "indexer/detect/name_spans.hpp"
#include "indexer/detect/name_trim.hpp"

namespace dateline::indexer {
namespace {

/// A king's name needs his title when it is shown.
std::string_view title_rule(const NameSegment& segment)
{
    return segment.announced == Announced::Royal ? kRoyalRule : "title-before-name";
}

/// How many words the name has that begins with the given name heads[at]: two, or three if the
/// second is a given name or an initial, too.
std::size_t words_of_name(const NameText& text, const NameHeads& heads, std::size_t at)
{
    const bool middle = heads.size == at + 3 && ((heads[at + 1].meaning & kGiven) != 0 ||
                                                 text.shape(heads[at + 1].index) == Shape::Initial);
    return middle ? 3 : 2;
}

/// In a line with capitals everywhere, where a name ends is a guess.
Judgement judge_headline(const NameText& text, const NameSegment& segment, const NameHeads& heads,
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

/// "El Aissami", "al-Assad", "Jean-Claude"
Judgement judge_compound(const NameText& text, const NameSegment& segment, const NameHeads& heads,
                         Judgement judged)
{
    if (segment.announced >= Announced::Titled && can_be_name(heads[0].meaning)) {
        judged.verdict = Verdict::Person;
        judged.rule = title_rule(segment);
    } else if (is_family_first(text, segment, heads)) {
        judged.verdict = Verdict::Person;
        judged.rule = "family-name-first";
    }
    return judged;
}

/// The rule by which several words are a name; "" if none.
std::string_view rule_for(const NameText& text, const NameSegment& segment, const NameHeads& heads)
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

Judgement judge_several(const NameText& text, const NameSegment& segment, const NameHeads& heads,
                        Judgement judged)
{
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

}  // namespace

Judgement judge(const NameText& text, const NameSegment& segment)
{
    Judgement judged{.first = segment.words.front().index, .last = segment.words.back().index + 1};
    const NameHeads heads = heads_of(text, segment);
    if (heads.size == 0 || heads.size > kMostHeads) { return judged; }
    if (segment.company || is_company_behind(text, judged.last) ||
        is_employer(text, judged.first)) {
        judged.verdict = Verdict::Company;
        return judged;
    }
    if (segment.organisation || segment.before_title) { return judged; }
    if (heads.size > 1 &&
        is_known_phrase(text.surface(heads[0].index), text.surface(heads[1].index))) {
        judged.verdict = Verdict::Company;
        return judged;
    }
    if (is_nobody(text, judged.first, judged.last)) { return judged; }
    if (text.style(judged.first) == LineStyle::Headline) {
        return judge_headline(text, segment, heads, judged);
    }
    if (heads.size > 1) { return judge_several(text, segment, heads, judged); }
    return segment.words.size() == 1 ? judge_single(text, segment, heads[0], judged)
                                     : judge_compound(text, segment, heads, judged);
}

}  // namespace dateline::indexer
