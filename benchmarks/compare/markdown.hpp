// Tables in Markdown.
#pragma once

#include <string>
#include <vector>

namespace dateline::compare {

/// Rows of cells under a head; the first column is text, the others are figures, set to the right.
class MarkdownTable {
  public:
    explicit MarkdownTable(std::vector<std::string> head) : head_(std::move(head)) {}

    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    /// With an empty line behind it; missing cells are empty, | is escaped.
    [[nodiscard]] std::string text() const;

  private:
    std::vector<std::string> head_;
    std::vector<std::vector<std::string>> rows_{};
};

/// With `digits` behind the point.
std::string fixed(double number, int digits);

/// A time in ms with three significant digits: "0.0421", "4.21", "421".
std::string milliseconds(double ms);

}  // namespace dateline::compare
