// The prompt: its lines through a pipe, as golden files, and its keys in a terminal.
#include "tests/support/contains.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/pseudo_terminal.hpp"
#include "tests/support/run_program.hpp"
#include "tests/support/sandbox.hpp"
#include "tests/support/tame.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

using dateline::tests::contains;
using dateline::tests::PseudoTerminal;
using dateline::tests::run_program;
using dateline::tests::Sandbox;
using dateline::tests::test_path;

namespace {

constexpr const char* kPrompt = "dateline> ";

void add(const std::string& index, const std::string& dump)
{
    REQUIRE(run_program("dateline-index", {"add", "--quiet", "--index", index, dump}).code == 0);
}

/// Times, which differ from run to run, as "(… ms)".
std::string without_times(const std::string& printed)
{
    constexpr std::string_view kEnd = " ms)\n";
    std::string text;
    std::size_t at = 0;
    for (std::size_t end = 0; (end = printed.find(kEnd, at)) != std::string::npos;) {
        text += printed.substr(at, printed.rfind('(', end) - at) + "(…" + std::string{kEnd};
        at = end + kEnd.size();
    }
    return text + printed.substr(at);
}

/// Types a line and waits for the next prompt; whether the answer has a text.
bool ask(PseudoTerminal& terminal, const std::string& line, std::string_view wanted)
{
    terminal.type(line + "\r");
    const bool is_there = terminal.until(wanted).ends_with(wanted);
    return is_there && terminal.until(kPrompt).ends_with(kPrompt);
}

std::string read(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

TEST_SUITE("cli/prompt")
{
    TEST_CASE("a conversation looks as promised")
    {
        const Sandbox sandbox;
        const std::string index = sandbox.at("index");
        add(index, test_path("data/sample"));
        const std::string lines =
            ":more\n"
            "president OR treaty\n"
            "+1\n"
            ":more\n"
            ":back\n"
            "-1\n"
            ":back\n"
            ":back\n"
            "1\n"
            ":facets country,year\n"
            ":sort -date\n"
            "(oops\n"
            ":moree\n"
            "77\n"
            "+77\n"
            "\n"
            "xyzzyplugh\n"
            ":help\n"
            ":quit\n"
            "never read\n";
        const auto done =
            run_program("dateline-search", {"prompt", "--index", index, "-n", "2"}, lines);
        CHECK(done.code == 0);
        dateline::tests::check_golden(
            "output/prompt.txt",
            without_times(done.out) + "\n---- standard error ----\n" + done.err);
        CHECK(run_program("dateline-search", {"prompt", "--index", index, "president"}).code == 2);
        CHECK(run_program("dateline-search", {"prompt", "--index", sandbox.at("none")}).code == 3);
    }

    TEST_CASE("a new generation is seen by the next query")
    {
        const Sandbox sandbox;
        const std::string index = sandbox.at("index");
        add(index, sandbox.write("a.jsonl", R"({"id":"1","body":"The pilots went on strike."})"));
        PseudoTerminal terminal{"dateline-search", {"prompt", "--index", index}};
        terminal.until(kPrompt);
        CHECK(ask(terminal, "pilots", "1 article"));
        add(index, sandbox.write("b.jsonl", R"({"id":"2","body":"The pilots came back."})"));
        CHECK(ask(terminal, "pilots", "note: the index has changed"));
        CHECK(ask(terminal, "pilots", "2 articles"));
        terminal.type("\x04");
        terminal.rest();
        CHECK(terminal.wait() == 0);
    }

    TEST_CASE("keys: completion, history, Ctrl-C and Ctrl-D")
    {
        const Sandbox sandbox;
        const std::string index = sandbox.at("index");
        add(index, test_path("data/sample"));
        const PseudoTerminal::Environment home{{"XDG_STATE_HOME", sandbox.at("state")}};
        PseudoTerminal terminal{"dateline-search", {"prompt", "--index", index}, 100, home};
        terminal.until(kPrompt);
        CHECK(ask(terminal, "person:kii\t", "article"));
        terminal.type("thrown away\x03");
        terminal.until(kPrompt);
        CHECK(ask(terminal, "(", "query-syntax"));
        CHECK(ask(terminal, "\x10\x10", "article"));  // two lines up
        CHECK(ask(terminal, ":help", ":quit"));
        terminal.type(":quit\r");
        terminal.rest();
        CHECK(terminal.wait() == 0);
        const std::string history = read(sandbox.at("state/dateline/history"));
        CAPTURE(history);
        CHECK(history.starts_with("person:\"Salva Kiir\" \n(\nperson:\"Salva Kiir\""));
    }

    TEST_CASE("an article opens in the pager at its beginning, and n goes to what matched")
    {
        const Sandbox sandbox;
        const std::string index = sandbox.at("index");
        std::string body;
        for (int i = 0; i < 60; ++i) { body += "Line " + std::to_string(i) + " of rain.\n\n"; }
        body += "The pilots went on strike.\n";
        add(index, sandbox.write("a.jsonl", nlohmann::json{{"id", "1"}, {"body", body}}.dump()));
        const std::string seen = sandbox.at("seen");
        PseudoTerminal terminal{"dateline-search",
                                {"show", "--index", index, "a/1", "pilots"},
                                80,
                                {{"PAGER", "cp /dev/stdin " + seen}}};
        terminal.rest();
        CHECK(terminal.wait() == 0);
        CHECK(contains(dateline::tests::without_colours(read(seen)),
                       "\n▌ The pilots went on strike.\n"));
        // Without a pager that can be started it is printed all the same.
        PseudoTerminal without{"dateline-search",
                               {"show", "--index", index, "a/1"},
                               80,
                               {{"PAGER", sandbox.at("none")}}};
        CHECK(contains(without.rest(), "The pilots went on strike."));
        CHECK(without.wait() == 0);
    }

    TEST_CASE("hostile articles reach the terminal dead")
    {
        const Sandbox sandbox;
        const std::string index = sandbox.at("index");
        const std::string bad = "Zed \x1b[31m\u202eRoe\x07\u0085 said";
        const nlohmann::json record{{"id", "1"},
                                    {"title", bad},
                                    {"body", bad + " so. " + bad},
                                    {"source", bad},
                                    {"people", {bad, "Zed \x1b]0;x\x07 Doe"}},
                                    {"byline", bad}};
        add(index, sandbox.write("a.jsonl", record.dump()));
        const auto done = run_program(
            "dateline-search",
            {"prompt", "--index", index, "--facets", "person,source,author,country"},
            "zed\n+1\n1\n:why 1\n:back\n+2\nzed \x1b[31m \xff\n\x1b]0;x\x07\n:\x1b[31m\n");
        CHECK(done.code == 0);
        CHECK(dateline::tests::harm_in(done.out) == "");
        CHECK(dateline::tests::harm_in(done.err) == "");
    }
}
