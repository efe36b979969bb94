#include "tests/support/background_program.hpp"

#include "tests/support/paths.hpp"

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <sched.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace dateline::tests {

BackgroundProgram::BackgroundProgram(const std::string& program,
                                     const std::vector<std::string>& arguments,
                                     const std::string& output)
{
    int ends[2] = {-1, -1};
    int begun[2] = {-1, -1};  // closed by exec: until then the child has the handlers of the tests
    if (::pipe2(ends, O_CLOEXEC) != 0 || ::pipe2(begun, O_CLOEXEC) != 0) {
        throw std::runtime_error{"pipe"};
    }
    const std::string path = program_path(program);
    std::vector<std::string> words{path};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) { argv.push_back(word.data()); }
    argv.push_back(nullptr);
    process_ = ::fork();
    if (process_ == 0) {
        ::dup2(ends[1], STDERR_FILENO);
        if (!output.empty()) {
            ::dup2(::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
        }
        ::execv(path.c_str(), argv.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    ::close(begun[1]);
    char nothing = 0;
    while (::read(begun[0], &nothing, 1) > 0) {}
    ::close(begun[0]);
    errors_ = ends[0];
}

BackgroundProgram::~BackgroundProgram()
{
    if (process_ > 0) {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    ::close(errors_);
}

std::string BackgroundProgram::next_line()
{
    for (;;) {
        if (const auto end = rest_.find('\n'); end != std::string::npos) {
            std::string line = rest_.substr(0, end);
            rest_.erase(0, end + 1);
            return line;
        }
        char buffer[4096];
        const ssize_t size = ::read(errors_, buffer, sizeof buffer);
        if (size <= 0) { return {}; }
        rest_.append(buffer, static_cast<std::size_t>(size));
    }
}

void BackgroundProgram::send(int signal) const { ::kill(process_, signal); }

void BackgroundProgram::wait_for_handler(int signal) const
{
    const std::uint64_t wanted = std::uint64_t{1} << static_cast<unsigned>(signal - 1);
    for (;;) {
        std::ifstream status{"/proc/" + std::to_string(process_) + "/status"};
        std::uint64_t handled = 0;
        for (std::string line; std::getline(status, line);) {
            if (line.starts_with("State:\tZ")) { return; }
            if (line.starts_with("SigCgt:")) { handled = std::stoull(line.substr(7), nullptr, 16); }
        }
        if ((handled & wanted) != 0) { return; }
        ::sched_yield();
    }
}

int BackgroundProgram::wait()
{
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace dateline::tests
