// The dates detector: days and months that title and body speak of. A day without a year ("on
// February 16") is resolved against the day of publication.
#include "indexer/date_line.hpp"
#include "indexer/detect/detector.hpp"
#include "indexer/written_date.hpp"

#include <chrono>
#include <optional>

namespace dateline::indexer {
namespace {

namespace chrono = std::chrono;

/// News also announces: a day up to this long after publication may be meant.
constexpr chrono::days kLookAhead{60};
/// Between two 29 Februaries lie up to eight years (1896 and 1904).
constexpr int kMostYearsBack = 8;

/// The last such day that is not after `latest`.
std::optional<Date> last_such_day(const chrono::month_day& day, chrono::sys_days latest)
{
    const chrono::year year = chrono::year_month_day{latest}.year();
    for (int back = 0; back <= kMostYearsBack; ++back) {
        const auto date = (year - chrono::years{back}) / day;
        if (date.ok() && chrono::sys_days{date} <= latest) {
            return Date{chrono::sys_days{date}, Precision::Day};
        }
    }
    return {};
}

/// The day that `open` means in an article of this date; none if even its month is unknown.
std::optional<Date> resolve(const OpenDay& open, const std::optional<Date>& published)
{
    if (!published || published->precision == Precision::Year) { return {}; }
    return last_such_day(open.day, days_of(*published).last + kLookAhead);
}

/// Marks the dates of `text` from byte `at` on.
void mark_dates(FieldId where, std::string_view text, std::size_t at,
                const std::optional<Date>& published, std::vector<Mention>& mentions)
{
    while (const auto found = find_day(text, at)) {
        std::optional<Date> date;
        std::size_t begin = 0;
        Mention mention;
        if (const auto* written = std::get_if<WrittenDate>(&*found)) {
            date = written->date;
            mention.rule = written->rule;
            begin = written->begin;
            at = written->end;
        } else {
            const auto& open = std::get<OpenDay>(*found);
            date = resolve(open, published);
            mention.rule = "month-day";
            begin = open.begin;
            at = open.end;
        }
        if (!date) { continue; }
        mention.field = FieldId::Mentions;
        mention.where = where;
        mention.begin = static_cast<std::uint32_t>(begin);
        mention.end = static_cast<std::uint32_t>(at);
        mention.value = to_string(*date);
        mention.text = text.substr(begin, at - begin);
        mentions.push_back(std::move(mention));
    }
}

void detect_dates(const TokenizedArticle& tokenized, std::vector<Mention>& mentions)
{
    const Article& article = tokenized.article;
    if (!article.title_derived) {
        mark_dates(FieldId::Title, article.title, 0, article.date, mentions);
    }
    // A dateline says when the story was written, and nothing of which it speaks.
    const auto dateline = read_dateline(article.body);
    mark_dates(FieldId::Body, article.body, dateline ? dateline->size : 0, article.date, mentions);
}

}  // namespace

extern const Detector dates_detector{
    .name = "dates",
    .summary = "days and months that the text speaks of",
    .version = 1,
    .detect = detect_dates,
};

}  // namespace dateline::indexer
