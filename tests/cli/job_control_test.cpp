// The prompt under a shell: stopped and gone on with, ended, and in a window that changes.
#include "tests/support/contains.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/pseudo_terminal.hpp"
#include "tests/support/run_program.hpp"
#include "tests/support/sandbox.hpp"
#include "tests/support/tame.hpp"

#include <csignal>
#include <doctest/doctest.h>

using dateline::tests::contains;
using dateline::tests::PseudoTerminal;
using dateline::tests::run_program;
using dateline::tests::Sandbox;

namespace {

constexpr const char* kPrompt = "dateline> ";

/// An index of one article.
struct Sample {
    Sandbox sandbox{};
    std::string index = sandbox.at("index");

    Sample()
    {
        const std::string dump = sandbox.write(
            "a.jsonl",
            R"({"id":"1","title":"The pilots went on strike for eleven days and nobody flew"})");
        REQUIRE(run_program("dateline-index", {"add", "-q", "--index", index, dump}).code == 0);
    }
};

}  // namespace

TEST_SUITE("cli/job_control")
{
    TEST_CASE("Ctrl-Z gives the terminal back, and fg goes on with the line that was begun")
    {
        const Sample sample;
        const std::string prompt = dateline::tests::program_path("dateline-search") +
                                   " prompt --index '" + sample.index + "'";
        PseudoTerminal shell{"/bin/sh", {"-m", "-c", prompt + "; stty -a; fg; echo ended $?"}};
        shell.until(kPrompt);
        shell.type("pil");
        shell.until("pil");
        shell.type("\x1a");
        const std::string stopped = shell.until(" echok");
        CAPTURE(stopped);
        CHECK(contains(stopped, " icanon"));
        CHECK(contains(stopped, " echo "));
        const std::string again = shell.until(std::string{kPrompt} + "pil");
        CHECK(again.ends_with("pil"));
        shell.type("ots\r");
        CHECK(shell.until("1 article").ends_with("1 article"));
        shell.until(kPrompt);
        shell.type("\x04");
        CHECK(contains(shell.rest(), "ended 0"));
    }

    TEST_CASE("a signal that ends the prompt leaves the terminal in order")
    {
        const Sample sample;
        for (const int signal : {SIGTERM, SIGHUP}) {
            CAPTURE(signal);
            PseudoTerminal terminal{"dateline-search", {"prompt", "--index", sample.index}};
            terminal.until(kPrompt);
            CHECK_FALSE(terminal.is_in_order());
            terminal.send(signal);
            terminal.rest();
            CHECK(terminal.is_in_order());
            CHECK(terminal.wait() == 128 + signal);
        }
    }

    TEST_CASE("a line that is being typed is drawn again when the window has another size")
    {
        const Sample sample;
        PseudoTerminal terminal{"dateline-search", {"prompt", "--index", sample.index}, 120};
        terminal.until(kPrompt);
        terminal.type("pil");
        terminal.until("pil");
        terminal.resize(44);
        const std::string drawn = std::string{kPrompt} + "pil";
        CHECK(terminal.until(drawn).ends_with(drawn));
        terminal.type("ots\r");
        std::string answer = terminal.until("flew");
        terminal.until(kPrompt);
        answer = dateline::tests::without_colours(answer);
        CHECK(contains(answer, "1 article"));
        CHECK_FALSE(contains(answer, "strike for eleven days and nobody"));  // too wide now
        terminal.type("\x04");
        terminal.rest();
        CHECK(terminal.wait() == 0);
    }
}
