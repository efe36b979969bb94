#include "tests/support/run_program.hpp"

#include "tests/support/paths.hpp"
#include "tests/support/sandbox.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

namespace dateline::tests {
namespace {

std::string read_whole(const std::string& path)
{
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

/// Starts the program with standard input from `in`, output and errors into files.
pid_t start(const std::string& program, const std::vector<std::string>& arguments, int in,
            const std::string& out, const std::string& err)
{
    const std::string path = program_path(program);
    std::vector<char*> argv{const_cast<char*>(path.c_str())};
    for (const std::string& argument : arguments) {
        argv.push_back(const_cast<char*>(argument.c_str()));
    }
    argv.push_back(nullptr);
    const pid_t child = ::fork();
    if (child != 0) { return child; }
    ::dup2(in, STDIN_FILENO);
    ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
    ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
    ::unsetenv("DATELINE_INDEX");
    ::setenv("XDG_CONFIG_HOME", "/nonexistent", 1);  // nobody's own options
    // Xapian::Database::check(), which verify calls, frees with another size than it asked for.
    ::setenv("ASAN_OPTIONS", "new_delete_type_mismatch=0", 0);
    ::execv(path.c_str(), argv.data());
    ::_exit(127);
}

}  // namespace

Finished run_program(const std::string& program, const std::vector<std::string>& arguments,
                     std::string_view input)
{
    const Sandbox scratch;
    const int in = ::open(scratch.write("in", input).c_str(), O_RDONLY | O_CLOEXEC);
    const pid_t child = start(program, arguments, in, scratch.at("out"), scratch.at("err"));
    ::close(in);
    int status = 0;
    ::waitpid(child, &status, 0);
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {code, read_whole(scratch.at("out")), read_whole(scratch.at("err"))};
}

}  // namespace dateline::tests
