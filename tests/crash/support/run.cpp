#include "tests/crash/support/run.hpp"

#include "common/cli/main_guard.hpp"
#include "common/schema/field_table.hpp"
#include "indexer/commands/command.hpp"
#include "searcher/commands/command.hpp"
#include "tests/support/paths.hpp"

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <doctest/doctest.h>
#include <iostream>
#include <poll.h>
#include <sstream>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace dateline::tests {
namespace {

/// A file in memory that takes what a child process writes.
class Catcher {
  public:
    Catcher() : descriptor_(::memfd_create("output", MFD_CLOEXEC)) { REQUIRE(descriptor_ >= 0); }
    Catcher(const Catcher&) = delete;
    Catcher& operator=(const Catcher&) = delete;
    ~Catcher() { ::close(descriptor_); }

    [[nodiscard]] int descriptor() const { return descriptor_; }
    [[nodiscard]] std::string text() const
    {
        std::string text;
        std::array<char, 4096> part{};
        for (;;) {
            const ssize_t size =
                ::pread(descriptor_, part.data(), part.size(), static_cast<off_t>(text.size()));
            if (size <= 0) { return text; }
            text.append(part.data(), static_cast<std::size_t>(size));
        }
    }

  private:
    int descriptor_;
};

/// Whether the process ended by itself within the time; if not, it is killed.
bool wait_or_kill(pid_t child, std::chrono::microseconds at_most)
{
    const int handle = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
    REQUIRE(handle >= 0);
    pollfd waiting{.fd = handle, .events = POLLIN, .revents = 0};
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(at_most);
    const timespec time{.tv_sec = seconds.count(), .tv_nsec = (at_most - seconds).count() * 1000};
    const bool in_time = ::ppoll(&waiting, 1, &time, nullptr) == 1;
    ::close(handle);
    if (!in_time) { ::kill(-child, SIGKILL); }
    return in_time;
}

/// Runs `body`, which does not return, in a child process that is a group of its own.
template <class Body>
Ended in_child(std::chrono::microseconds at_most, const Body& body)
{
    const Catcher out;
    const Catcher err;
    std::cout.flush();
    std::fflush(nullptr);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::setpgid(0, 0);
        ::dup2(out.descriptor(), STDOUT_FILENO);
        ::dup2(err.descriptor(), STDERR_FILENO);
        body();
        ::_exit(127);
    }
    ::setpgid(child, child);
    Ended ended;
    ended.in_time = wait_or_kill(child, at_most);
    int status = 0;
    ::waitpid(child, &status, 0);
    ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ended.out = out.text();
    ended.err = err.text();
    return ended;
}

template <class Settings>
int run_words(const cli::Program<Settings>& program, const Words& words, std::ostream& out,
              std::ostream& err)
{
    std::vector<const char*> argv{program.name.data()};
    for (const std::string& word : words) { argv.push_back(word.c_str()); }
    return cli::guarded_main(program, static_cast<int>(argv.size()), argv.data(), out, err);
}

int index_words(const Words& words, std::ostream& out, std::ostream& err)
{
    const cli::Program<indexer::Settings> program{.name = indexer::kProgramName,
                                                  .summary = "",
                                                  .commands = indexer::commands(),
                                                  .options = indexer::options(),
                                                  .default_verb = "",
                                                  .versions = "",
                                                  .fields = ""};
    return run_words(program, words, out, err);
}

int search_words(const Words& words, std::ostream& out, std::ostream& err)
{
    const cli::Program<searcher::Settings> program{.name = searcher::kProgramName,
                                                   .summary = "",
                                                   .commands = searcher::commands(),
                                                   .options = searcher::options(),
                                                   .default_verb = "find",
                                                   .versions = "",
                                                   .fields = ""};
    return run_words(program, words, out, err);
}

template <class Function>
Ended here(const Function& function, const Words& words)
{
    std::ostringstream out;
    std::ostringstream err;
    const int code = function(words, out, err);
    return {.code = code, .out = out.str(), .err = err.str()};
}

}  // namespace

Ended run_command(const Words& command, std::chrono::microseconds at_most)
{
    std::vector<char*> argv;
    for (const std::string& word : command) { argv.push_back(const_cast<char*>(word.c_str())); }
    argv.push_back(nullptr);
    return in_child(at_most, [&argv] {
        ::setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
        ::unsetenv("DATELINE_INDEX");
        ::execvp(argv.front(), argv.data());
    });
}

Words program_command(const std::string& program, const Words& words)
{
    Words command{program_path(program)};
    command.insert(command.end(), words.begin(), words.end());
    return command;
}

Ended run_forked(const std::function<int(std::ostream& out, std::ostream& err)>& function,
                 std::chrono::microseconds at_most)
{
    return in_child(at_most, [&function] {
        std::ios::sync_with_stdio(true);
        const int code = function(std::cout, std::cerr);
        std::cout.flush();
        ::_exit(code);
    });
}

Ended index_here(const Words& words) { return here(index_words, words); }
Ended search_here(const Words& words) { return here(search_words, words); }

Ended index_forked(const Words& words, std::chrono::microseconds at_most)
{
    return run_forked([&words](auto& out, auto& err) { return index_words(words, out, err); },
                      at_most);
}

}  // namespace dateline::tests
