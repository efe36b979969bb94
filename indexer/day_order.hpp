// Which order a dump writes days and months in: 03/04/2022 says it of no date, 21/02/2022 of all.
#pragma once

#include "indexer/input/open_dump.hpp"

#include <deque>

namespace dateline::indexer {

/// A dump's records, each with the order (RawDocument::order) that the date fields of the first
/// ones show: three that prove it, and none that proves the other, as in a dump of several outlets.
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
