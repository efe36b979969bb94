// Which order a dump writes days and months in: 03/04/2022 says it of no date, 21/02/2022 of all.
#pragma once

#include "indexer/input/open_dump.hpp"

#include <deque>

namespace dateline::indexer {

/// What some dates prove: three the order, and none the other one, as in a dump of several outlets.
class OrderVotes {
  public:
    void add(DayOrder shown);
    [[nodiscard]] DayOrder order() const;

  private:
    std::size_t day_first_ = 0;
    std::size_t month_first_ = 0;
};

/// The order that the first credit lines of a text without fields prove.
DayOrder header_order(std::string_view text);

/// Whether a credit line at the front of a text has a date that counts only if its order is known.
bool has_open_order(std::string_view text);

/// A dump's records, each with the order (RawDocument::order) that the date fields of the first
/// ones show, or of texts without fields the lines above them: see OrderVotes.
/// The first 256 records, or 4 MB of text, are kept for it until they are read. The dump must
/// outlive it.
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
