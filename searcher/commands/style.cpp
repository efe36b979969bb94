#include "searcher/commands/command.hpp"

#include <algorithm>
#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

namespace dateline::searcher {
namespace {

constexpr unsigned kNarrowest = 40;
constexpr unsigned kWidest = 200;

bool wants_colour(ColourWish wish, bool is_terminal)
{
    if (wish != ColourWish::Auto) { return wish == ColourWish::Always; }
    const char* const no_colour = std::getenv("NO_COLOR");  // https://no-color.org
    const char* const terminal = std::getenv("TERM");
    const bool is_dumb = terminal != nullptr && std::string_view{terminal} == "dumb";
    return is_terminal && (no_colour == nullptr || *no_colour == '\0') && !is_dumb;
}

}  // namespace

Style style_of_output(const Settings& settings)
{
    Style style;
    const bool is_terminal = ::isatty(STDOUT_FILENO) != 0;
    style.colour = wants_colour(settings.colour, is_terminal);
    winsize size{};
    if (is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col != 0) {
        style.columns = std::clamp<unsigned>(size.ws_col, kNarrowest, kWidest);
    }
    return style;
}

}  // namespace dateline::searcher
