#include "common/cli/config.hpp"

#include "common/text/blanks.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace dateline::cli {
namespace {

constexpr std::size_t kMostBytes = 64 << 10;

}  // namespace

std::filesystem::path config_path(std::string_view program)
{
    std::filesystem::path folder;
    const char* const xdg = std::getenv("XDG_CONFIG_HOME");
    const char* const home = std::getenv("HOME");
    if (xdg != nullptr && *xdg != '\0') {
        folder = xdg;
    } else if (home != nullptr && *home != '\0') {
        folder = std::filesystem::path{home} / ".config";
    } else {
        return {};
    }
    return folder / "dateline" / (std::string{program} + ".conf");
}

Result<std::vector<ConfigLine>> read_config(const std::filesystem::path& path)
{
    std::vector<ConfigLine> lines;
    std::ifstream file{path, std::ios::binary};
    if (path.empty() || !file) { return lines; }
    std::string text(kMostBytes + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > kMostBytes) {
        return fail(ErrorKind::Usage, "'" + path.string() + "' has more than 64 KiB",
                    "it holds options, a line each: limit = 20");
    }
    std::size_t number = 0;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        ++number;
        const std::string_view content = without_blanks(line);
        if (content.empty() || content.front() == '#') { continue; }
        const std::size_t equals = content.find('=');
        const std::string_view name = without_blanks(content.substr(0, equals));
        if (equals == std::string_view::npos || name.empty() ||
            name.find(' ') != std::string_view::npos) {
            return fail(
                ErrorKind::Usage,
                "'" + path.string() + "', line " + std::to_string(number) + ": this is no option",
                "write for example limit = 20; a comment begins with #");
        }
        lines.push_back({.name = std::string{name},
                         .value = std::string{without_blanks(content.substr(equals + 1))},
                         .line = number});
    }
    return lines;
}

}  // namespace dateline::cli
