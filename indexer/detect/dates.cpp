// The dates detector: the days, months and years that title and body speak of, in figures or words;
// relative ones by the date of publication. The rule of a mark says how it was found and, behind a
// slash, what it is if it is no event of the past: "weekday/plan", "month-day/anniversary".
#include "indexer/dateline.hpp"
#include "indexer/detect/detector.hpp"
#include "indexer/detect/stated_dates.hpp"

namespace dateline::indexer {
namespace {

/// Marks the dates of one text.
class DateMarker {
  public:
    DateMarker(FieldId where, const DateText& text, const std::optional<Date>& published,
               std::vector<Mention>& mentions)
        : where_(where), text_(text), clock_(published), mentions_(mentions)
    {
    }

    /// From byte `from` on, in order of their places.
    void mark(std::size_t from)
    {
        stated_ = stated_dates(text_, clock_, from);
        for (std::size_t at = text_.word_from(from); at < text_.size() || next_ < stated_.size();) {
            if (next_ < stated_.size() && at >= stated_[next_].mark.first) {
                const StatedDate& stated = stated_[next_++];
                if (stated.has_date) { add(stated.mark); }
                at = std::max(at, stated.mark.last + 1);
                continue;
            }
            at = read_relative(at);
        }
    }

  private:
    /// Marks the relative date at a word, if there is one; returns the word to go on with.
    std::size_t read_relative(std::size_t at)
    {
        const std::string_view word = text_.surface(at);
        const bool is_number = word.size() == 4 && word.front() >= '1' && word.front() <= '2';
        if (!is_number && !may_begin_date(word)) { return at + 1; }
        const bool before =
            next_ > 0 && stated_[next_ - 1].mark.last + 1 == at && !text_.begins_sentence(at);
        const auto found = relative_date(text_, clock_, at, before, is_before_stated(at));
        if (!found) { return at + 1; }
        const bool overlaps =
            (next_ < stated_.size() && found->last >= stated_[next_].mark.first) ||
            (next_ > 0 && found->first <= stated_[next_ - 1].mark.last);
        if (overlaps || found->begin < marked_) { return at + 1; }
        add(*found);
        return std::max(at, found->last) + 1;
    }

    /// Whether a date in figures begins behind a word, or behind its ending or an article.
    [[nodiscard]] bool is_before_stated(std::size_t at) const
    {
        if (next_ >= stated_.size()) { return false; }
        const std::size_t first = stated_[next_].mark.first;
        if (text_.begins_sentence(first)) { return false; }
        if (first == at + 1) { return true; }
        return first == at + 2 &&
               (text_.is(at + 1, DateWord::Fair) || text_.is(at + 1, DateWord::Article) ||
                text_.is(at + 1, DateWord::Joint));
    }

    void add(const DateMark& found)
    {
        Mention mention;
        mention.field = FieldId::Mentions;
        mention.where = where_;
        mention.begin = static_cast<std::uint32_t>(found.begin);
        mention.end = static_cast<std::uint32_t>(found.end);
        mention.value = to_string(found.date);
        mention.text = text_.text().substr(found.begin, found.end - found.begin);
        mention.rule = found.rule;
        if (text_.has_anniversary(found.first, found.last)) {
            mention.rule += "/anniversary";
        } else if (clock_.is_to_come(found.date, found.tense)) {
            mention.rule += "/plan";
        }
        marked_ = found.end;
        mentions_.push_back(std::move(mention));
    }

    FieldId where_;
    const DateText& text_;
    DateClock clock_;
    std::vector<Mention>& mentions_;
    std::vector<StatedDate> stated_{};
    std::size_t next_ = 0;    ///< the first of stated_ that was not reached
    std::size_t marked_ = 0;  ///< bytes up to the end of the last mark
};

void detect_dates(const TokenizedArticle& tokenized, std::vector<Mention>& mentions)
{
    const Article& article = tokenized.article;
    const LanguageSet languages = date_languages(article.language);
    if (!article.title_derived) {
        const DateText title{article.title, tokenized.title, languages};
        DateMarker{FieldId::Title, title, article.date, mentions}.mark(0);
    }
    // A dateline says when the story was written, and nothing of which it speaks.
    const auto dateline = read_dateline(article.body);
    const DateText body{article.body, tokenized.body, languages};
    DateMarker{FieldId::Body, body, article.date, mentions}.mark(dateline ? dateline->size : 0);
}

}  // namespace

extern const Detector dates_detector{
    .name = "dates",
    .summary = "days, months and years that the text speaks of",
    .version = 2,
    .detect = detect_dates,
};

}  // namespace dateline::indexer
