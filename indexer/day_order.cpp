#include "indexer/day_order.hpp"

#include "indexer/written_date.hpp"

#include <utility>
#include <variant>

namespace dateline::indexer {

void OrderedRecords::look_ahead()
{
    constexpr std::size_t kMostRecords = 256;
    constexpr std::size_t kMostBytes = std::size_t{4} << 20U;
    constexpr std::size_t kEnough = 3;
    std::size_t day_first = 0;
    std::size_t month_first = 0;
    for (std::size_t bytes = 0; first_.size() < kMostRecords && bytes < kMostBytes;) {
        first_.push_back(dump_->next());
        if (const auto* raw = std::get_if<RawDocument>(&first_.back())) {
            const DayOrder order = shown_order(raw->date);
            day_first += order == DayOrder::DayFirst ? 1U : 0U;
            month_first += order == DayOrder::MonthFirst ? 1U : 0U;
            bytes += raw->body.size();
        } else if (!std::holds_alternative<Notice>(first_.back())) {
            break;  // the end
        }
    }
    if (day_first >= kEnough && month_first == 0) { order_ = DayOrder::DayFirst; }
    if (month_first >= kEnough && day_first == 0) { order_ = DayOrder::MonthFirst; }
}

Record OrderedRecords::next()
{
    if (!std::exchange(has_looked_, true)) { look_ahead(); }
    Record record;
    if (first_.empty()) {
        record = dump_->next();
    } else {
        record = std::move(first_.front());
        first_.pop_front();
    }
    if (auto* raw = std::get_if<RawDocument>(&record)) { raw->order = order_; }
    return record;
}

}  // namespace dateline::indexer
