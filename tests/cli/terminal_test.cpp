// The programs in a terminal: colours, widths, and what they say of themselves.
#include "tests/support/contains.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/pseudo_terminal.hpp"
#include "tests/support/run_program.hpp"
#include "tests/support/sandbox.hpp"
#include "tests/support/tame.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using dateline::tests::contains;
using dateline::tests::PseudoTerminal;
using dateline::tests::run_program;
using dateline::tests::Sandbox;
using dateline::tests::test_path;

namespace {

/// An index of the sample dump.
struct Sample {
    Sandbox sandbox{};
    std::string index = sandbox.at("index");

    Sample()
    {
        REQUIRE(run_program("dateline-index",
                            {"add", "--quiet", "--index", index, test_path("data/sample")})
                    .code == 0);
    }
};

/// What a verb sends to a terminal, its line ends as pipes have them.
std::string on_screen(const std::vector<std::string>& words, unsigned columns = 80,
                      const PseudoTerminal::Environment& environment = {})
{
    PseudoTerminal terminal{"dateline-search", words, columns, environment};
    std::string text = terminal.rest();
    std::erase(text, '\r');
    return text;
}

}  // namespace

TEST_SUITE("cli/terminal")
{
    TEST_CASE("colours are for terminals, unless NO_COLOR or --color say otherwise")
    {
        const Sample sample;
        const std::string& index = sample.index;
        const auto words = [&index](std::vector<std::string> more) {
            more.insert(more.begin(), {"people", "--index", index, "-n", "3", "president"});
            return more;
        };
        CHECK(contains(on_screen(words({})), "\x1b["));
        CHECK_FALSE(contains(on_screen(words({}), 80, {{"NO_COLOR", "1"}}), "\x1b["));
        CHECK(contains(on_screen(words({}), 80, {{"NO_COLOR", ""}}), "\x1b["));
        CHECK_FALSE(contains(on_screen(words({}), 80, {{"TERM", "dumb"}}), "\x1b["));
        CHECK_FALSE(contains(on_screen(words({"--color", "never"})), "\x1b["));
        CHECK(contains(on_screen(words({"--color", "always"}), 80, {{"NO_COLOR", "1"}}), "\x1b["));

        const auto piped = run_program("dateline-search", words({}));
        CHECK_FALSE(contains(piped.out, "\x1b["));
        const auto coloured = run_program("dateline-search", words({"--color", "always"}));
        CHECK(contains(coloured.out, "\x1b["));
        CHECK(dateline::tests::without_colours(coloured.out) == piped.out);
        const auto refused = run_program("dateline-search", words({"--color", "blue"}));
        CHECK(refused.code == 2);
        CHECK(contains(refused.err, "one of: auto, always, never"));

        for (const unsigned columns : {60U, 140U}) {
            const std::string text = on_screen(words({"--color", "never"}), columns);
            CHECK(dateline::tests::widest_line(text) <= columns);
        }
    }

    TEST_CASE("--quiet leaves the notes away, not the errors")
    {
        const Sample sample;
        const std::string& index = sample.index;
        for (const char* verb : {"find", "count", "people", "timeline"}) {
            CAPTURE(verb);
            const auto told =
                run_program("dateline-search", {verb, "--index", index, "president or treaty"});
            CHECK(contains(told.err, "note: "));
            const auto quiet = run_program(
                "dateline-search", {verb, "--quiet", "--index", index, "president or treaty"});
            CHECK(quiet.err.empty());
            CHECK(quiet.code == told.code);
        }
        const auto wrong =
            run_program("dateline-search", {"find", "-q", "--index", index, "(president"});
        CHECK(wrong.code == 2);
        CHECK_FALSE(wrong.err.empty());
    }

    TEST_CASE("--help is not wider than the terminal")
    {
        for (const unsigned columns : {60U, 80U, 140U}) {
            CAPTURE(columns);
            const std::string text = on_screen({"count", "--help"}, columns);
            CHECK(contains(text, "--index DIR"));
            const std::string options = text.substr(text.find("--index"));
            CHECK(dateline::tests::widest_line(options.substr(0, options.find("\nExample"))) <=
                  columns);
        }
    }

    TEST_CASE("errors are broken at blanks, not in words")
    {
        const std::string text = on_screen({"find", "foo:bar"}, 60);
        CAPTURE(text);
        CHECK(contains(text, "hint: there are body, title"));
        CHECK(contains(text, "\n    "));
        CHECK(dateline::tests::widest_line(text) <= 60);
        std::string joined;
        for (const char c : text) { joined += c == '\n' ? ' ' : c; }
        CHECK(contains(joined, "put words with a colon in quotes"));
    }

    TEST_CASE("--version names what answers depend on")
    {
        for (const char* program : {"dateline-index", "dateline-search"}) {
            const std::string text = run_program(program, {"--version"}).out;
            CAPTURE(text);
            CHECK(text.starts_with(std::string{program} + " "));
            for (const char* part : {"schema ", "Xapian 1.4", "ICU ", "Unicode ", "zstd 1."}) {
                CAPTURE(part);
                CHECK(contains(text, part));
            }
        }
        const std::string index = run_program("dateline-index", {"--version"}).out;
        CHECK(contains(index, "\ndetectors people/"));
        CHECK(contains(index, " dates/"));
        CHECK(contains(index, "\ntagger's model "));
        CHECK(contains(run_program("dateline-search", {"--version"}).out, "\nJSON schema 1"));
    }
}
