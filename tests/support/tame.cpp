#include "tests/support/tame.hpp"

#include "common/text/terminal.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <clocale>
#include <cwchar>
#include <doctest/doctest.h>

namespace dateline::tests {
namespace {

std::size_t columns_by_libc(std::string_view line)
{
    std::size_t columns = 0;
    while (!line.empty()) {
        const int width = ::wcwidth(static_cast<wchar_t>(take_code_point(line)));
        columns += static_cast<std::size_t>(std::max(width, 0));
    }
    return columns;
}

}  // namespace

std::string harm_in(std::string_view printed)
{
    if (!is_utf8(printed)) { return "not UTF-8"; }
    for (std::string_view rest = printed; !rest.empty();) {
        const std::size_t at = printed.size() - rest.size();
        const char32_t letter = take_code_point(rest);
        if (letter != '\n' && is_harmful(letter)) {
            return std::to_string(static_cast<unsigned>(letter)) + " at " + std::to_string(at);
        }
    }
    return {};
}

std::string without_colours(std::string_view printed)
{
    std::string out;
    while (!printed.empty()) {
        const std::size_t escape = printed.find("\x1b[");
        out += printed.substr(0, escape);
        if (escape == std::string_view::npos) { break; }
        const std::size_t end = printed.find_first_not_of("0123456789;", escape + 2);
        const bool is_colour = end != std::string_view::npos && printed[end] == 'm';
        if (!is_colour) { out += printed.substr(escape, 2); }
        printed.remove_prefix(is_colour ? end + 1 : escape + 2);
    }
    return out;
}

std::size_t widest_line(std::string_view printed)
{
    const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    REQUIRE(utf8 != nullptr);
    const locale_t before = ::uselocale(utf8);
    std::size_t widest = 0;
    while (!printed.empty()) {
        const std::size_t end = std::min(printed.find('\n'), printed.size());
        const std::string_view line = printed.substr(0, end);
        if (line.find("://") == std::string_view::npos) {
            widest = std::max(widest, columns_by_libc(line));
        }
        printed.remove_prefix(std::min(end + 1, printed.size()));
    }
    ::uselocale(before);
    ::freelocale(utf8);
    return widest;
}

std::string without_dividers(std::string_view format, std::string printed)
{
    if (format == "tsv") { std::erase(printed, '\t'); }
    if (format != "csv") { return printed; }
    for (std::size_t at = printed.find("\r\n"); at != std::string::npos;
         at = printed.find("\r\n", at)) {
        printed.erase(at, 1);
    }
    return printed;
}

}  // namespace dateline::tests
