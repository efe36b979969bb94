#include "indexer/detect/rule_names.hpp"

#include "indexer/detect/name_credits.hpp"
#include "indexer/detect/name_evidence.hpp"
#include "indexer/detect/name_segments.hpp"

namespace dateline::indexer {
namespace {

/// Finds the names that show by themselves in one text, and what may be names in `evidence`.
class NameFinder {
  public:
    NameFinder(const NameText& text, bool french, NameEvidence& evidence)
        : text_(text), french_(french), evidence_(evidence), reader_(text)
    {
    }

    void run()
    {
        for (std::size_t i = 0; i < text_.size();) {
            if (!text_.is_capital(i)) {
                ++i;
            } else if (text_.style(i) == LineStyle::Capitals) {
                i = read_capitals(i);
            } else {
                i = reader_.read_run(i, [this](const NameSegment& segment) { take(segment); });
            }
        }
    }

  private:
    void take(const NameSegment& segment)
    {
        const Judgement judged = judge(text_, segment);
        NameSpan span{.where = text_.where(),
                      .first = judged.first,
                      .last = judged.last,
                      .rule = judged.rule};
        if (french_ && span.rule == "initials" && text_.surface(span.first) == "m") {
            ++span.first;  // M. Macron is a gentleman, not Michel
            span.rule = "title-before-name";
        }
        if (judged.verdict == Verdict::Person && is_credit(text_, span.first, span.last)) {
            return;
        }
        evidence_.take(text_, segment, judged.verdict, span);
    }

    /// In a line of capitals only a title shows a name: "PRESIDENT MADURO".
    std::size_t read_capitals(std::size_t i)
    {
        const std::size_t next = i + 1;
        const NameWord title = name_word(text_.surface(i));
        if ((title & kTitle) == 0 || (title & kTitleOrName) != 0 || !is_free_word(next)) {
            return next;
        }
        const bool given = (name_word(text_.surface(next)) & kGiven) != 0;
        const std::size_t last = next + (given && is_free_word(next + 1) ? 2U : 1U);
        if (!given && !ends_name(last)) { return next; }
        evidence_.add_person({.where = text_.where(),
                              .first = static_cast<std::uint32_t>(next),
                              .last = static_cast<std::uint32_t>(last),
                              .rule = "title-before-name"});
        return last;
    }

    [[nodiscard]] bool is_free_word(std::size_t i) const
    {
        if (i >= text_.size() || text_.shape(i) != Shape::Upper) { return false; }
        if (text_.gap(i) != Gap::Blank && text_.gap(i) != Gap::Point) { return false; }
        constexpr NameWord kPartOfName = kGiven | kAmbiguousGiven | kSurname | kInflected;
        return text_.token(i).before == Break::None && text_.surface(i).size() > 2 &&
               (name_word(text_.surface(i)) & ~kPartOfName) == 0;
    }

    /// Whether a verb that is known or the end of the line shows that the name ends before `last`,
    /// and its last word does not look like a verb itself: "MINISTER DEFENDS POLICY".
    [[nodiscard]] bool ends_name(std::size_t last) const
    {
        const std::string_view word = text_.surface(last - 1);
        if (word.ends_with('s') || word.ends_with("ed") || word.ends_with("ing")) { return false; }
        return last >= text_.size() || text_.token(last).before != Break::None ||
               text_.is_possessive(last - 1) || (name_word(text_.surface(last)) & kSpeech) != 0;
    }

    const NameText& text_;
    bool french_;
    NameEvidence& evidence_;
    SegmentReader reader_;
};

}  // namespace

std::vector<NameSpan> names_by_rules(const NameText& title, const NameText& body, bool french)
{
    NameEvidence evidence;
    NameFinder{title, french, evidence}.run();
    NameFinder{body, french, evidence}.run();
    return evidence.people();
}

}  // namespace dateline::indexer
