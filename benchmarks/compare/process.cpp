#include "benchmarks/compare/process.hpp"

#include "common/storage/file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace dateline::compare {
namespace {

using Clock = std::chrono::steady_clock;

std::vector<char*> pointers(const CommandLine& command)
{
    std::vector<char*> argv;
    for (const std::string& word : command) { argv.push_back(const_cast<char*>(word.c_str())); }
    argv.push_back(nullptr);
    return argv;
}

double seconds_of(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// posix_spawn, whose actions need to be destroyed.
class Spawn {
  public:
    Spawn() { posix_spawn_file_actions_init(&actions_); }
    Spawn(const Spawn&) = delete;
    Spawn& operator=(const Spawn&) = delete;
    ~Spawn() { posix_spawn_file_actions_destroy(&actions_); }

    void open(int descriptor, const char* path, int flags)
    {
        posix_spawn_file_actions_addopen(&actions_, descriptor, path, flags, 0644);
    }
    void duplicate(int from, int to) { posix_spawn_file_actions_adddup2(&actions_, from, to); }

    Result<pid_t> run(const CommandLine& command)
    {
        pid_t child = 0;
        errno = posix_spawnp(&child, command.front().c_str(), &actions_, nullptr,
                             pointers(command).data(), environ);
        if (errno != 0) { return io_failure("start", command.front()); }
        return child;
    }

  private:
    posix_spawn_file_actions_t actions_{};
};

}  // namespace

Result<Cost> run_command(const CommandLine& command, const std::filesystem::path& output,
                         const std::filesystem::path& errors)
{
    Spawn spawn;
    spawn.open(STDIN_FILENO, "/dev/null", O_RDONLY);
    spawn.open(STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC);
    spawn.open(STDERR_FILENO, errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC);
    const auto begin = Clock::now();
    const auto child = spawn.run(command);
    if (!child) { return Failure{child.error()}; }
    int status = 0;
    rusage usage{};
    while (wait4(*child, &status, 0, &usage) < 0) {
        if (errno != EINTR) { return io_failure("wait for", command.front()); }
    }
    const std::chrono::duration<double> took = Clock::now() - begin;
    return Cost{.seconds = took.count(),
                .cpu_seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime),
                .peak_bytes = static_cast<std::uint64_t>(usage.ru_maxrss) * 1024,
                .exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)};
}

Result<Conversation> Conversation::start(const CommandLine& command)
{
    std::signal(SIGPIPE, SIG_IGN);  // a driver that died is an error of send()
    std::array<int, 2> to{};
    std::array<int, 2> from{};
    if (pipe2(to.data(), O_CLOEXEC) != 0) { return io_failure("make a pipe to", command.front()); }
    if (pipe2(from.data(), O_CLOEXEC) != 0) {
        close(to[0]);
        close(to[1]);
        return io_failure("make a pipe to", command.front());
    }
    Spawn spawn;
    spawn.duplicate(to[0], STDIN_FILENO);
    spawn.duplicate(from[1], STDOUT_FILENO);
    const auto child = spawn.run(command);
    close(to[0]);
    close(from[1]);
    if (!child) {
        close(to[1]);
        close(from[0]);
        return Failure{child.error()};
    }
    return Conversation{*child, to[1], from[0]};
}

Conversation::Conversation(Conversation&& other) noexcept
    : child_(std::exchange(other.child_, -1)),
      to_(std::exchange(other.to_, -1)),
      from_(std::exchange(other.from_, -1)),
      buffer_(std::move(other.buffer_))
{
}

Conversation::~Conversation()
{
    if (child_ < 0) { return; }
    close(to_);
    const auto deadline = Clock::now() + std::chrono::seconds{2};
    while (receive_until(deadline)) { buffer_.clear(); }  // what it still has to say, to its end
    if (Clock::now() >= deadline) { kill(child_, SIGKILL); }
    close(from_);
    waitpid(child_, nullptr, 0);
}

Status Conversation::send(std::string_view line)
{
    std::string bytes{line};
    bytes += '\n';
    for (std::string_view rest = bytes; !rest.empty();) {
        const ssize_t written = write(to_, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) { continue; }
        if (written < 0) { return io_failure("ask", "the driver"); }
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    return Done{};
}

Result<std::string> Conversation::receive(std::chrono::milliseconds patience)
{
    const auto deadline = Clock::now() + patience;
    for (;;) {
        const std::size_t end = buffer_.find('\n');
        if (end != std::string::npos) {
            std::string line = buffer_.substr(0, end);
            buffer_.erase(0, end + 1);
            return line;
        }
        const auto more = receive_until(deadline);
        if (!more) { return Failure{more.error()}; }
    }
}

/// Waits for more bytes and keeps them.
Status Conversation::receive_until(Clock::time_point deadline)
{
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
        pollfd ready{.fd = from_, .events = POLLIN, .revents = 0};
        const int polled = poll(&ready, 1, static_cast<int>(std::max(left.count(), 0L)));
        if (polled < 0 && errno == EINTR) { continue; }
        if (polled == 0) { return fail(ErrorKind::Timeout, "a driver did not answer"); }
        std::array<char, 4096> bytes{};
        const ssize_t got = read(from_, bytes.data(), bytes.size());
        if (got < 0 && errno == EINTR) { continue; }
        if (got <= 0) { return fail(ErrorKind::Io, "a driver ended before it answered"); }
        buffer_.append(bytes.data(), static_cast<std::size_t>(got));
        return Done{};
    }
}

}  // namespace dateline::compare
