#include "common/cli/pager.hpp"

#include "tests/support/sandbox.hpp"

#include <csignal>
#include <doctest/doctest.h>
#include <fstream>
#include <iterator>

using namespace dateline;
using Words = std::vector<std::string>;

TEST_SUITE("common/cli/pager")
{
    TEST_CASE("$PAGER is words, which no shell reads; less gets what it needs")
    {
        const struct {
            const char* pager;
            const char* find;
            Words words;
        } cases[] = {
            {nullptr, "", {"less", "-RL"}},
            {nullptr, "^x", {"less", "-RL", "+/^x\ng"}},
            {"less -S", "", {"less", "-S", "-RL"}},
            {"/usr/bin/less", "", {"/usr/bin/less", "-RL"}},
            {"  most   -w ", "^x", {"most", "-w"}},
            {"more; rm $(x) 'a b'", "", {"more;", "rm", "$(x)", "'a", "b'"}},
            {"", "^x", {}},
            {"  ", "", {}},
            {"cat", "^x", {}},
            {"lesser", "^x", {"lesser"}},
        };
        for (const auto& c : cases) {
            CAPTURE(c.pager);
            CHECK(cli::pager_words(c.pager, c.find) == c.words);
        }
    }

    TEST_CASE("a text fits if its lines, broken at the screen's end, leave a row free")
    {
        const cli::Screen screen{.there = true, .columns = 10, .rows = 4};
        const struct {
            const char* text;
            bool fits;
        } cases[] = {
            {"", true},
            {"a\nb\nc\n", true},
            {"a\nb\nc", true},
            {"a\nb\nc\nd\n", false},
            {"\n\n\n", true},
            {"\n\n\n\n", false},
            {"0123456789\nb\nc\n", true},
            {"01234567890\nb\nc\n", false},
            {"\x1b[1;31m0123456789\x1b[0m\nb\nc\n", true},
            {"東京東京東\nb\nc\n", true},
            {"東京東京東京\nb\nc\n", false},
            {"\x1b", true},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(cli::fits_on(screen, c.text) == c.fits);
        }
        CHECK_FALSE(cli::fits_on({}, ""));
    }

    TEST_CASE("a pager gets the text; one that is not there or leaves early is no trouble")
    {
        const tests::Sandbox sandbox;
        const std::string file = sandbox.at("seen");
        const std::string text(300'000, 'x');
        ::signal(SIGPIPE, SIG_DFL);  // which the driver of a peer in another test has set
        REQUIRE(cli::show_in_pager({"cp", "/dev/stdin", file}, text));
        std::ifstream seen{file};
        CHECK(std::string{std::istreambuf_iterator<char>{seen}, {}} == text);

        CHECK(cli::show_in_pager({"true"}, text));  // a pipe without a reader
        CHECK_FALSE(cli::show_in_pager({sandbox.at("none")}, text));
        CHECK_FALSE(cli::show_in_pager({}, text));
        struct sigaction now {};
        ::sigaction(SIGPIPE, nullptr, &now);
        CHECK((now.sa_handler == SIG_DFL));
    }
}
