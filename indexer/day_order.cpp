#include "indexer/day_order.hpp"

#include <utility>
#include <variant>

namespace dateline::indexer {

void DayOrderVotes::add(std::string_view date)
{
    switch (order_of_figures(date)) {
        case DayOrder::DayFirst:
            ++day_first_;
            break;
        case DayOrder::MonthFirst:
            ++month_first_;
            break;
        case DayOrder::Unknown:
            break;
    }
}

DayOrder DayOrderVotes::order() const
{
    constexpr std::size_t kEnough = 3;
    if (day_first_ >= kEnough && month_first_ == 0) { return DayOrder::DayFirst; }
    if (month_first_ >= kEnough && day_first_ == 0) { return DayOrder::MonthFirst; }
    return DayOrder::Unknown;
}

void OrderedRecords::look_ahead()
{
    constexpr std::size_t kMostRecords = 256;
    constexpr std::size_t kMostBytes = std::size_t{4} << 20U;
    DayOrderVotes votes;
    for (std::size_t bytes = 0; first_.size() < kMostRecords && bytes < kMostBytes;) {
        first_.push_back(dump_->next());
        if (const auto* raw = std::get_if<RawDocument>(&first_.back())) {
            votes.add(raw->date);
            bytes += raw->body.size();
        } else if (!std::holds_alternative<Notice>(first_.back())) {
            break;  // the end
        }
    }
    order_ = votes.order();
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
