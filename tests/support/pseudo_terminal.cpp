#include "tests/support/pseudo_terminal.hpp"

#include "tests/support/paths.hpp"

#include <csignal>
#include <cstdlib>
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

namespace dateline::tests {
namespace {

constexpr int kLongestSilence = 10'000;  // milliseconds

[[noreturn]] void become(const std::string& path, const std::vector<std::string>& arguments,
                         const PseudoTerminal::Environment& environment)
{
    std::vector<char*> argv{const_cast<char*>(path.c_str())};
    for (const std::string& argument : arguments) {
        argv.push_back(const_cast<char*>(argument.c_str()));
    }
    argv.push_back(nullptr);
    for (const char* name : {"DATELINE_INDEX", "NO_COLOR", "PAGER", "LESS"}) { ::unsetenv(name); }
    ::setenv("XDG_CONFIG_HOME", "/nonexistent", 1);  // nobody's own options
    ::setenv("XDG_STATE_HOME", "/dev/null", 1);      // nor what they have asked
    ::setenv("TERM", "xterm", 1);
    for (const auto& [name, value] : environment) { ::setenv(name.c_str(), value.c_str(), 1); }
    ::execv(path.c_str(), argv.data());
    ::_exit(127);
}

}  // namespace

PseudoTerminal::PseudoTerminal(const std::string& program,
                               const std::vector<std::string>& arguments, unsigned columns,
                               const Environment& environment)
{
    winsize size{.ws_row = 24,
                 .ws_col = static_cast<unsigned short>(columns),
                 .ws_xpixel = 0,
                 .ws_ypixel = 0};
    const std::string path = program.starts_with('/') ? program : program_path(program);
    process_ = ::forkpty(&screen_, nullptr, nullptr, &size);
    if (process_ == 0) { become(path, arguments, environment); }
}

PseudoTerminal::~PseudoTerminal()
{
    if (process_ > 0) {
        ::kill(process_, SIGKILL);
        wait();
    }
    ::close(screen_);
}

bool PseudoTerminal::read_more()
{
    pollfd ready{.fd = screen_, .events = POLLIN, .revents = 0};
    is_silent_ = ::poll(&ready, 1, kLongestSilence) <= 0;
    if (is_silent_) { return false; }
    char bytes[4096];
    const ssize_t got = ::read(screen_, bytes, sizeof bytes);  // fails at the program's end
    if (got <= 0) { return false; }
    unread_.append(bytes, static_cast<std::size_t>(got));
    return true;
}

std::string PseudoTerminal::until(std::string_view text)
{
    std::size_t at = 0;
    while ((at = unread_.find(text)) == std::string::npos) {
        if (!read_more()) { return std::exchange(unread_, {}); }
    }
    std::string seen = unread_.substr(0, at + text.size());
    unread_.erase(0, seen.size());
    return seen;
}

std::string PseudoTerminal::rest()
{
    while (read_more()) {}
    if (is_silent_) { ::kill(process_, SIGKILL); }  // or wait() would have no end
    return std::exchange(unread_, {});
}

void PseudoTerminal::type(std::string_view keys) const
{
    [[maybe_unused]] const ssize_t sent = ::write(screen_, keys.data(), keys.size());
}

void PseudoTerminal::resize(unsigned columns) const
{
    winsize size{};
    ::ioctl(screen_, TIOCGWINSZ, &size);
    size.ws_col = static_cast<unsigned short>(columns);
    ::ioctl(screen_, TIOCSWINSZ, &size);
}

bool PseudoTerminal::is_in_order() const
{
    termios mode{};
    constexpr tcflag_t kUsual = ICANON | ECHO | ISIG;
    return ::tcgetattr(screen_, &mode) == 0 && (mode.c_lflag & kUsual) == kUsual;
}

void PseudoTerminal::send(int signal) const { ::kill(process_, signal); }

int PseudoTerminal::wait()
{
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace dateline::tests
