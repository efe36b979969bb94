// Which order a dump writes days and months in: 03/04/2022 says it of no date, 21/02/2022 of all.
#pragma once

#include "indexer/input/open_dump.hpp"
#include "indexer/written_date.hpp"

#include <cstddef>
#include <deque>
#include <string_view>

namespace dateline::indexer {

/// What the dates of some records say together.
class DayOrderVotes {
  public:
    /// Counts the date if it is one in figures whose order is certain.
    void add(std::string_view date);

    /// Unknown if fewer than three dates are certain, or two of them disagree, as in a dump of
    /// several outlets.
    [[nodiscard]] DayOrder order() const;

  private:
    std::size_t day_first_ = 0;
    std::size_t month_first_ = 0;
};

/// A dump's records, each with the order that its first ones show (RawDocument::order). The first
/// 256 records, or 4 MB of text, are kept for it until they are read. The dump must outlive it.
class OrderedRecords {
  public:
    explicit OrderedRecords(Dump& dump) : dump_(&dump) {}

    /// As Dump::next().
    Record next();

  private:
    void look_ahead();

    Dump* dump_;
    bool has_looked_ = false;
    DayOrder order_ = DayOrder::Unknown;
    std::deque<Record> first_{};
};

}  // namespace dateline::indexer
