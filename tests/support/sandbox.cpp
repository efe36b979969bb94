#include "tests/support/sandbox.hpp"

#include <cstdlib>
#include <doctest/doctest.h>
#include <fstream>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace dateline::tests {

Sandbox::Sandbox()
{
    std::string name = (std::filesystem::temp_directory_path() / "dateline-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
}

Sandbox::~Sandbox()
{
    // Not remove_all(): it keeps a file open for each level, and a test goes 3,000 deep.
    std::string program = "rm";
    std::string option = "-rf";
    std::string folder = path_.string();
    char* const arguments[] = {program.data(), option.data(), folder.data(), nullptr};
    pid_t child = 0;
    if (posix_spawnp(&child, "rm", nullptr, nullptr, arguments, environ) == 0) {
        waitpid(child, nullptr, 0);
    }
}

std::string Sandbox::write(std::string_view name, std::string_view bytes) const
{
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream stream{file, std::ios::binary};
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    REQUIRE(stream);
    return file.string();
}

std::string Sandbox::make_folder(std::string_view name) const
{
    std::filesystem::create_directories(path_ / name);
    return at(name);
}

}  // namespace dateline::tests
