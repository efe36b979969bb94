// date: articles published within a range of days, or without a date; mentions: articles that speak
// of a date in it.
#include "common/storage/terms.hpp"
#include "searcher/match/columns.hpp"
#include "searcher/query/operator.hpp"

#include <set>

namespace dateline::searcher {
namespace {

using std::chrono::sys_days;

/// The years in which an article of the index speaks of something, as digits.
std::set<std::string> years_mentioned(const Snapshot& snapshot)
{
    const std::string prefix = date_prefix(FieldId::Mentions, Precision::Year);
    std::set<std::string> years;
    for (const Segment& segment : snapshot.segments()) {
        TermCursor cursor = segment.postings.terms();
        for (bool is_there = cursor.seek(prefix); is_there; is_there = cursor.next()) {
            const std::string term = cursor.term();
            if (!term.starts_with(prefix)) { break; }
            years.insert(term.substr(prefix.size()));
        }
    }
    return years;
}

/// Adds the terms of the periods that `days` is made of: whole years, else whole months, else days.
/// An article has the term of a month if it speaks of the month or of a day in it.
void add_terms(const DayRange& days, const DayRange& wanted, Precision precision,
               std::vector<std::string>& terms)
{
    using namespace std::chrono;
    if (days.last < wanted.first || wanted.last < days.first) { return; }
    if (wanted.first <= days.first && days.last <= wanted.last) {
        terms.push_back(date_term(FieldId::Mentions, {days.first, precision}));
        return;
    }
    const auto finer = precision == Precision::Year ? Precision::Month : Precision::Day;
    for (sys_days first = days.first; first <= days.last;) {
        const DayRange part = days_of({first, finer});
        add_terms(part, wanted, finer, terms);
        first = part.last + std::chrono::days{1};
    }
}

/// Nothing can be searched for in postings that say less than a range.
std::vector<std::string> terms_of(const DayRange& wanted, const Snapshot& snapshot)
{
    std::vector<std::string> terms;
    for (const std::string& year : years_mentioned(snapshot)) {
        const auto date = parse_date(year);
        if (date) { add_terms(days_of(*date), wanted, Precision::Year, terms); }
    }
    return terms;
}

Result<PlanNode> plan_days(const QuerySpec& query, Planner& planner)
{
    PlanNode node{.days = query.days};
    if (query.field == FieldId::Mentions) {
        node.terms = terms_of(*query.days, planner.snapshot());
    }
    return node;
}

MatchesPtr open_days(const PlanNode& node, const SegmentView& view)
{
    if (node.field == FieldId::Mentions) {
        return match_terms(view.segment, node.terms, {}, view.deadline);
    }
    return node.days ? match_days(view.segment, *node.days, view.deadline)
                     : match_undated(view.segment, view.deadline);
}

void highlight_days(const PlanNode& node, const ArticleView& article, Highlights& highlights)
{
    if (node.field != FieldId::Mentions) { return; }
    for (const Mention& mention : article.analyzed.mentions) {
        if (mention.field != FieldId::Mentions || mention.where == FieldId::Id) { continue; }
        const auto date = parse_date(mention.value);
        if (!date) { continue; }
        const DayRange days = days_of(*date);
        if (node.days->first <= days.first && days.last <= node.days->last) {
            highlights.add({mention.where, mention.begin, mention.end, node.number});
        }
    }
}

}  // namespace

extern const Operator days_operator{
    .name = "days",
    .symbols = "",
    .example = "date:2022-02..2022-05 mentions:2022-02",
    .summary =
        "articles published, or that speak of a date, in a range of days; date:undated: "
        "those without a date",
    .plan = plan_days,
    .open = open_days,
    .highlight = highlight_days,
};

}  // namespace dateline::searcher
