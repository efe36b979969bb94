#include "indexer/day_order.hpp"

#include "common/text/utf8.hpp"
#include "indexer/credit_line.hpp"
#include "indexer/line.hpp"
#include "indexer/written_date.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace dateline::indexer {

namespace {

/// Calls `use(line)` for the first lines of a text that are short enough for credits, until it
/// returns false.
template <class Use>
void for_each_header_line(std::string_view text, Use use)
{
    constexpr std::size_t kMostLines = 14;
    constexpr std::size_t kLongest = 200;  // bytes
    std::size_t seen = 0;
    while (!text.empty() && seen < kMostLines) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) { continue; }
        ++seen;
        if (line.size() <= kLongest && has_figure(line) && is_utf8(line) && !use(line)) { return; }
    }
}

}  // namespace

void OrderVotes::add(DayOrder shown)
{
    day_first_ += shown == DayOrder::DayFirst ? 1U : 0U;
    month_first_ += shown == DayOrder::MonthFirst ? 1U : 0U;
}

DayOrder OrderVotes::order() const
{
    constexpr std::size_t kEnough = 3;
    if (day_first_ >= kEnough && month_first_ == 0) { return DayOrder::DayFirst; }
    if (month_first_ >= kEnough && day_first_ == 0) { return DayOrder::MonthFirst; }
    return DayOrder::Unknown;
}

DayOrder header_order(std::string_view text)
{
    DayOrder order = DayOrder::Unknown;
    for_each_header_line(text, [&order](std::string_view line) {
        const DayOrder shown = shown_order(line);
        const bool proves = shown != DayOrder::Unknown;
        const auto credit =
            proves ? read_credit_line(line, {.behind_headline = true}) : std::nullopt;
        if (credit && credit->date) { order = shown; }
        return order == DayOrder::Unknown;
    });
    return order;
}

bool has_open_order(std::string_view text)
{
    bool open = false;
    for_each_header_line(text, [&open](std::string_view line) {
        const auto found = find_date(line, 0, DayOrder::DayFirst);
        if (!found || find_date(line)) { return true; }
        const auto credit =
            read_credit_line(line, {.behind_headline = true, .order = DayOrder::DayFirst});
        open = credit && credit->date;
        return !open;
    });
    return open;
}

void OrderedRecords::look_ahead()
{
    constexpr std::size_t kMostRecords = 256;
    constexpr std::size_t kMostBytes = std::size_t{4} << 20U;
    OrderVotes votes;
    for (std::size_t bytes = 0; first_.size() < kMostRecords && bytes < kMostBytes;) {
        first_.push_back(dump_->next());
        if (const auto* raw = std::get_if<RawDocument>(&first_.back())) {
            votes.add(raw->unstructured ? header_order(raw->body) : shown_order(raw->date));
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
