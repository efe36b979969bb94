#include "searcher/commands/command.hpp"

#include <algorithm>
#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

namespace dateline::searcher {
namespace {

constexpr unsigned kNarrowest = 40;
constexpr unsigned kWidest = 200;

}  // namespace

Style style_of_output()
{
    Style style;
    if (::isatty(STDOUT_FILENO) == 0) { return style; }
    const char* const no_colour = std::getenv("NO_COLOR");  // https://no-color.org
    const char* const terminal = std::getenv("TERM");
    const bool is_dumb = terminal != nullptr && std::string_view{terminal} == "dumb";
    style.colour = (no_colour == nullptr || *no_colour == '\0') && !is_dumb;
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col != 0) {
        style.columns = std::clamp<unsigned>(size.ws_col, kNarrowest, kWidest);
    }
    return style;
}

}  // namespace dateline::searcher
