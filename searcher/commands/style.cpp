#include "common/cli/progress.hpp"
#include "searcher/commands/command.hpp"

#include <algorithm>
#include <cstdlib>
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
    const cli::Screen screen = cli::screen_of(STDOUT_FILENO);
    style.colour = wants_colour(settings.colour, screen.there);
    if (screen.there) { style.columns = std::clamp(screen.columns, kNarrowest, kWidest); }
    return style;
}

}  // namespace dateline::searcher
