#include "common/cli/fit.hpp"

#include "common/cli/progress.hpp"
#include "common/text/display_width.hpp"
#include "common/text/lines.hpp"

#include <unistd.h>

namespace dateline::cli {
namespace {

/// Where what follows of a line begins.
std::size_t indent_of(std::string_view line, std::size_t columns)
{
    const std::size_t own = std::min(line.find_first_not_of(' '), line.size());
    std::size_t indent = own + 2;
    for (std::size_t at = line.find("  ", own); at != std::string_view::npos;) {
        const std::size_t begin = std::min(line.find_first_not_of(' ', at), line.size());
        const std::size_t column = display_width(line.substr(0, begin));
        if (column > columns / 2) { break; }
        indent = column;
        at = line.find("  ", begin);
    }
    return indent;
}

void add_line(std::string_view line, std::size_t columns, std::string& out)
{
    constexpr std::size_t kNearIndent = 6;
    line = line.substr(0, line.find_last_not_of(' ') + 1);
    const std::size_t own = std::min(line.find_first_not_of(' '), line.size());
    // What goes on with a row far to the right has no room there.
    const bool is_far = own > columns / 2 && display_width(line) > columns;
    const std::size_t indent = is_far ? kNearIndent : indent_of(line, columns);
    if (is_far) {
        out += blanks(indent);
        line.remove_prefix(own);
    }
    std::size_t column = is_far ? indent : 0;
    while (!line.empty()) {
        const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
        std::string_view word = line.substr(0, line.find(' ', begin));  // and the blanks before it
        line.remove_prefix(word.size());
        if (column > indent && column + display_width(word) > columns) {
            out += '\n' + blanks(indent);
            column = indent;
            word.remove_prefix(begin);
        }
        out += word;
        column += display_width(word);
    }
    out += '\n';
}

}  // namespace

std::string fitted(std::string_view text, std::size_t columns)
{
    std::string out;
    while (!text.empty()) { add_line(take_line(text), columns, out); }
    return out;
}

void write_fitted(std::string_view text, std::ostream& out)
{
    const Screen screen = screen_of(STDOUT_FILENO);
    if (screen.there) {
        out << fitted(text, screen.columns);
    } else {
        out << text;
    }
}

}  // namespace dateline::cli
