// Completion in a real bash: what it offers are others' names, and none of them may run.
#include "tests/support/contains.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/pseudo_terminal.hpp"
#include "tests/support/run_program.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <filesystem>

using dateline::tests::contains;
using dateline::tests::program_path;
using dateline::tests::PseudoTerminal;
using dateline::tests::run_program;
using dateline::tests::Sandbox;

namespace {

/// A bash that has our completion and stands in `folder`; "$ " is its prompt.
PseudoTerminal bash_in(const Sandbox& sandbox, const std::string& folder)
{
    const std::string script =
        sandbox.write("completion", run_program("dateline-search", {"--completions", "bash"}).out);
    const std::string profile =
        sandbox.write("profile", ". '" + script + "'; cd '" + folder + "'; PS1='$ '; alias " +
                                     "dateline-search='" + program_path("dateline-search") + "'\n");
    return PseudoTerminal{"/bin/bash", {"--noprofile", "--rcfile", profile, "-i"}, 200};
}

}  // namespace

TEST_SUITE("cli/completion")
{
    TEST_CASE("names of files and folders are put into quotes")
    {
        const struct {
            std::string file;   ///< a folder, if it ends with a slash
            std::string typed;  ///< before the tabulator
            std::string line;   ///< what it completes to
        } cases[] = {
            {"a$(touch ran)b.txt", "--saved a", "a\\$\\(touch\\ ran\\)b.txt "},
            {"b`touch ran`.txt", "--saved b", "b\\`touch\\ ran\\`.txt "},
            {"two words.tsv", "--saved tw", "two\\ words.tsv "},
            {"plain.tsv", "--saved pl", "plain.tsv "},
            {"x;touch ran;/", "--index x", "x\\;touch\\ ran\\;/"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.file);
            const Sandbox sandbox;
            const std::filesystem::path folder = sandbox.at("folder");
            const bool is_file = !c.file.ends_with('/');
            std::filesystem::create_directories(is_file ? folder : folder / c.file);
            if (is_file) { sandbox.write("folder/" + c.file, ""); }
            PseudoTerminal shell = bash_in(sandbox, folder.string());
            shell.until("$ ");
            shell.type("dateline-search find " + c.typed + "\t");
            const std::string ending = c.line.substr(c.line.size() > 6 ? c.line.size() - 6 : 0);
            const std::string line = shell.until(ending);
            CHECK(contains(line, c.line));
            shell.type("--help\r");
            shell.until("$ ");
            shell.type("exit\r");
            shell.rest();
            CHECK_FALSE(std::filesystem::exists(folder / "ran"));
        }
    }
}
