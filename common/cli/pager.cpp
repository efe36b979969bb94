#include "common/cli/pager.hpp"

#include "common/text/display_width.hpp"
#include "common/text/lines.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace dateline::cli {
namespace {

/// What the pager is to handle itself, and what its early end sends us.
constexpr std::array kSignals{SIGINT, SIGQUIT, SIGPIPE};

/// Ignores them, as system() does, until the end of its life.
class DeafToSignals {
  public:
    DeafToSignals()
    {
        struct sigaction ignore {};
        ignore.sa_handler = SIG_IGN;
        for (std::size_t i = 0; i < kSignals.size(); ++i) {
            ::sigaction(kSignals[i], &ignore, &before_[i]);
        }
    }
    DeafToSignals(const DeafToSignals&) = delete;
    DeafToSignals& operator=(const DeafToSignals&) = delete;
    ~DeafToSignals()
    {
        for (std::size_t i = 0; i < kSignals.size(); ++i) {
            ::sigaction(kSignals[i], &before_[i], nullptr);
        }
    }

  private:
    std::array<struct sigaction, kSignals.size()> before_{};
};

/// Starts it with `in` as standard input and the usual meaning of signals; -1 if that fails.
pid_t start(const std::vector<std::string>& words, int in)
{
    std::vector<char*> argv;
    for (const std::string& word : words) { argv.push_back(const_cast<char*>(word.c_str())); }
    argv.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
    sigset_t usual;
    ::sigemptyset(&usual);
    for (const int signal : kSignals) { ::sigaddset(&usual, signal); }
    ::posix_spawnattr_setsigdefault(&attributes, &usual);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    pid_t process = -1;
    const int failed =
        ::posix_spawnp(&process, argv.front(), &files, &attributes, argv.data(), environ);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&files);
    return failed == 0 ? process : -1;
}

/// Of a line with colours, ESC [ … m.
std::size_t columns_of(std::string_view line)
{
    std::size_t columns = 0;
    while (!line.empty()) {
        const std::size_t escape = std::min(line.find('\x1b'), line.size());
        columns += display_width(line.substr(0, escape));
        const std::size_t end = std::min(line.find('m', escape), line.size());
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return columns;
}

}  // namespace

std::vector<std::string> pager_words(const char* pager, std::string_view find)
{
    std::vector<std::string> words;
    std::string_view rest = pager == nullptr ? "less" : pager;
    while (!rest.empty()) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        if (!word.empty()) { words.emplace_back(word); }
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
    if (words.empty() || words.front() == "cat") { return {}; }
    const std::string& program = words.front();
    if (program.substr(program.rfind('/') + 1) == "less") {
        words.emplace_back("-RL");
        if (!find.empty()) { words.push_back("+/" + std::string{find} + "\ng"); }
    }
    return words;
}

bool fits_on(const Screen& screen, std::string_view text)
{
    std::size_t rows = 0;
    while (!text.empty() && rows < screen.rows) {
        const std::size_t columns = columns_of(take_line(text));
        rows += std::max<std::size_t>(1, (columns + screen.columns - 1) / screen.columns);
    }
    return screen.there && rows < screen.rows;
}

bool show_in_pager(const std::vector<std::string>& words, std::string_view text)
{
    std::array<int, 2> pipe{};
    if (words.empty() || ::pipe2(pipe.data(), O_CLOEXEC) != 0) { return false; }
    ::setenv("LESSCHARSET", "utf-8", 0);  // whatever the locale: we write nothing else
    const DeafToSignals deaf;
    const pid_t process = start(words, pipe[0]);
    ::close(pipe[0]);
    while (process > 0 && !text.empty()) {
        const ssize_t written = ::write(pipe[1], text.data(), text.size());
        if (written <= 0) { break; }  // it has been left
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    ::close(pipe[1]);
    if (process <= 0) { return false; }
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {}
    return true;
}

}  // namespace dateline::cli
