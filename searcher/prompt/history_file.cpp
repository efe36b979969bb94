#include "searcher/prompt/history_file.hpp"

#include "common/text/terminal.hpp"
#include "searcher/prompt/line_reader.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace dateline::searcher {
namespace {

/// A file that others have filled is not read beyond this.
constexpr std::size_t kMostBytes = std::size_t{8} << 20U;

/// Writes bytes to the end of a file for its owner alone, at once; whether they are all there.
bool append(const std::filesystem::path& path, const std::string& bytes)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) { return false; }
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    return ::close(file) == 0 && written == static_cast<ssize_t>(bytes.size());
}

}  // namespace

std::filesystem::path history_path()
{
    const char* const state = std::getenv("XDG_STATE_HOME");
    const char* const home = std::getenv("HOME");
    if (state != nullptr && *state != '\0') {
        return std::filesystem::path{state} / "dateline" / "history";
    }
    if (home == nullptr || *home == '\0') { return {}; }
    return std::filesystem::path{home} / ".local" / "state" / "dateline" / "history";
}

std::vector<std::string> HistoryFile::read() const
{
    std::vector<std::string> lines;
    std::ifstream file{path_, std::ios::binary};
    std::string line;
    std::size_t seen = 0;
    for (std::size_t bytes = 0; bytes < kMostBytes && std::getline(file, line); ++seen) {
        bytes += line.size() + 1;
        if (!line.empty() && line.size() <= kMaxLineBytes && printable(line) == line) {
            lines.push_back(line);
        }
    }
    if (lines.size() > kHistoryLines) {
        lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(kHistoryLines));
    }
    if (seen > 2 * kHistoryLines) {
        std::filesystem::path shorter = path_;
        shorter += "." + std::to_string(::getpid());
        std::string text;
        for (const std::string& kept : lines) { text += kept + '\n'; }
        std::error_code failure;  // then it stays long
        std::filesystem::remove(shorter, failure);
        if (append(shorter, text)) { std::filesystem::rename(shorter, path_, failure); }
        std::filesystem::remove(shorter, failure);
    }
    return lines;
}

void HistoryFile::add(std::string_view line) const
{
    if (path_.empty() || line.find('\n') != std::string_view::npos) { return; }
    std::error_code failure;
    std::filesystem::create_directories(path_.parent_path(), failure);
    append(path_, std::string{line} + '\n');
}

}  // namespace dateline::searcher
