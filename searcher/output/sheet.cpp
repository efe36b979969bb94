#include "searcher/output/sheet.hpp"

#include "common/text/display_width.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

/// What narrower terminals get: they break the lines themselves.
constexpr unsigned kMinColumns = 40;

}  // namespace

Sheet::Sheet(std::ostream& out, const Style& style)
    : out_(out), colour_(style.colour), columns_(std::max(style.columns, kMinColumns))
{
}

void Sheet::write_break() { out_ << '\n'; }

void Sheet::write_line(InkedText line)
{
    line.cut(columns_);
    line.write_line(out_, colour_);
}

void Sheet::write_whole(const InkedText& line) { line.write_line(out_, colour_); }

void Sheet::write_block(const InkedText& text, const BlockStyle& style)
{
    const std::size_t columns = columns_ - std::min(columns_ / 2, display_width(style.first));
    bool is_first = true;
    for (const Line& line : wrap(text.text(), {.columns = columns, .max_lines = style.max_lines})) {
        const bool is_matched =
            !style.matched.empty() && text.has(Ink::Match, line.begin, line.end);
        out_ << (is_matched ? style.matched : is_first ? style.first : style.others);
        text.write(out_, line.begin, line.end, colour_);
        out_ << (line.cut ? "…\n" : "\n");
        is_first = false;
    }
}

}  // namespace dateline::searcher
