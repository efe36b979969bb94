// A table of text for people to read.
#pragma once

#include <cstdint>
#include <map>
#include <ostream>
#include <string>
#include <vector>

namespace dateline::quality {

/// Rows of cells; the first column is set to the left, the others to the right.
class Table {
  public:
    explicit Table(std::vector<std::string> head) : rows_{std::move(head)} {}

    /// A row may have fewer cells than the head.
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    /// Cells are made harmless to a terminal, and cut if they are very long.
    void print(std::ostream& out) const;

  private:
    std::vector<std::vector<std::string>> rows_;
};

/// Things and how often each came.
using Tally = std::map<std::string, std::uint64_t>;

/// The most frequent ten in one line behind a heading; nothing if there are none.
void print_most_frequent(const std::string& heading, const Tally& tally, std::ostream& out);

}  // namespace dateline::quality
