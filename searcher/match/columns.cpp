#include "searcher/match/columns.hpp"

#include <utility>

namespace dateline::searcher {
namespace {

/// Goes through the articles one by one and gives those that `Test` (index → bool) accepts.
template <class Test>
class Scan final : public Matches {
  public:
    Scan(std::size_t articles, Test test, Deadline& deadline)
        : articles_(static_cast<DocId>(articles)), test_(std::move(test)), deadline_(deadline)
    {
    }

    DocId advance(DocId target) override
    {
        for (DocId doc = target; doc <= articles_ && !deadline_.passed(); ++doc) {
            if (test_(doc - 1)) { return doc; }
        }
        return kNoMore;
    }
    float score() override { return 0; }
    /// Checking is cheap and finding is not: anything else should lead.
    [[nodiscard]] std::uint64_t cost() const override { return articles_; }

  private:
    DocId articles_;
    Test test_;
    Deadline& deadline_;
};

template <class Test>
MatchesPtr scan(const Segment& segment, Test test, Deadline& deadline)
{
    return std::make_unique<Scan<Test>>(segment.articles(), std::move(test), deadline);
}

}  // namespace

MatchesPtr match_ordinals(const Segment& segment, FieldId field,
                          const std::shared_ptr<const std::vector<bool>>& wanted,
                          Deadline& deadline)
{
    const auto has_one = [lists = segment.columns.lists(field), wanted](std::size_t index) {
        for (const std::uint32_t ordinal : lists.of(index)) {
            if (ordinal < wanted->size() && (*wanted)[ordinal]) { return true; }
        }
        return false;
    };
    return scan(segment, has_one, deadline);
}

MatchesPtr match_days(const Segment& segment, const DayRange& days, Deadline& deadline)
{
    const auto first = days.first.time_since_epoch().count();
    const auto last = days.last.time_since_epoch().count();
    const auto lies_inside = [&columns = segment.columns, column = segment.columns.days(), days,
                              first, last](std::size_t index) {
        if (column[index] < first || column[index] > last) { return false; }  // nearly all
        const auto date = columns.date(index);
        return date && days_of(*date).last <= days.last;
    };
    return scan(segment, lies_inside, deadline);
}

MatchesPtr match_undated(const Segment& segment, Deadline& deadline)
{
    const auto is_undated = [&columns = segment.columns](std::size_t index) {
        return !columns.date(index).has_value();
    };
    return scan(segment, is_undated, deadline);
}

}  // namespace dateline::searcher
