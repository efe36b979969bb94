// What the text renderer writes on: lines and blocks of inked text, of a width.
#pragma once

#include "searcher/output/ink.hpp"
#include "searcher/output/renderer.hpp"
#include "searcher/output/wrap.hpp"

#include <ostream>
#include <string>

namespace dateline::searcher {

/// How a block of text is laid out; all beginnings take the same number of columns.
struct BlockStyle {
    std::string first{};    ///< what its first line begins with
    std::string others{};   ///< what all others begin with
    std::string matched{};  ///< if not "": what those begin with in which a query has matched
    std::size_t max_lines = kAllLines;
};

/// An output with the width and the colours of its Style; takes narrower ones for 40 columns.
class Sheet {
  public:
    Sheet(std::ostream& out, const Style& style);

    [[nodiscard]] std::size_t columns() const { return columns_; }

    void write_break();  ///< an empty line

    /// Writes one line; cuts it to the width.
    void write_line(InkedText line);

    /// Writes one line that may be too wide: an address, which has to be copied.
    void write_whole(const InkedText& line);

    /// Wraps `text` to the width. Without any text there is no line.
    void write_block(const InkedText& text, const BlockStyle& style);

  private:
    std::ostream& out_;
    bool colour_;
    std::size_t columns_;
};

}  // namespace dateline::searcher
