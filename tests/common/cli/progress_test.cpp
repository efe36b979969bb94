#include "common/cli/progress.hpp"

#include <doctest/doctest.h>
#include <sstream>
#include <unistd.h>

using namespace dateline::cli;
using namespace std::chrono_literals;

namespace {

/// A clock that stands still until it is told to go on.
struct StandingClock {
    std::chrono::steady_clock::time_point now{};
    ProgressLine::Clock reader()
    {
        return [this] { return now; };
    }
};

}  // namespace

TEST_SUITE("common/cli/progress")
{
    TEST_CASE("the line tells counts, rates, share, time left and what was skipped")
    {
        Progress all{.articles = 12'345,
                     .text_bytes = 123'000'000,
                     .bytes_done = 123'000'000,
                     .bytes_total = 270'000'000};
        all.skipped = {{"bad-json", 2}, {"symlink", 1}};
        Progress long_run{
            .articles = 10, .text_bytes = 1000, .bytes_done = 1000, .bytes_total = 3'600'000};
        const struct {
            Progress progress;
            std::chrono::milliseconds elapsed;
            std::string_view text;
        } cases[] = {
            {all, 10s,
             "articles 12,345 · 1,234/s · 12.3 MB/s · 45 % · ETA 11 s · skipped 3 (bad-json 2, "
             "symlink 1)"},
            {{}, 0s, "articles 0"},
            {{.articles = 7, .text_bytes = 500, .bytes_done = 500},
             2s,
             "articles 7 · 3/s · 250 B/s"},
            {{.articles = 7, .text_bytes = 5, .bytes_done = 5, .bytes_total = 10},
             500ms,
             "articles 7 · 14/s · 10 B/s · 50 %"},
            {{.articles = 0, .text_bytes = 0, .bytes_done = 0, .bytes_total = 10},
             5s,
             "articles 0 · 0/s · 0 B/s · 0 %"},
            {{.articles = 1, .text_bytes = 20, .bytes_done = 20, .bytes_total = 10},
             1s,
             "articles 1 · 1/s · 20 B/s · 100 % · ETA 0 s"},
            {long_run, 1s, "articles 10 · 10/s · 1.0 kB/s · 0 % · ETA 59 min 59 s"},
            {long_run, 2s, "articles 10 · 5/s · 500 B/s · 0 % · ETA 1 h 59 min"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(progress_text(c.progress, c.elapsed) == c.text);
        }
    }

    TEST_CASE("it is rewritten at most ten times a second, and taken off at the end")
    {
        StandingClock clock;
        std::ostringstream out;
        {
            ProgressLine line{out, {.there = true, .columns = 80}, clock.reader()};
            line.show({.articles = 1000});
            clock.now += 99ms;
            CHECK_FALSE(line.due());
            line.show({.articles = 2000});
            CHECK(out.str() == "\rarticles 1,000");
            clock.now += 901ms;
            CHECK(line.due());
            line.show({.articles = 3});
            CHECK(out.str() == "\rarticles 1,000\rarticles 3 · 3/s · 0 B/s");
            out.str("");
            line.clear();
            CHECK(out.str() == "\r                        \r");
            out.str("");
            clock.now += 1s;
            line.show({.articles = 4});
            out.str("");
        }
        CHECK(out.str() == "\r                        \r");
    }

    TEST_CASE("a shorter line covers a longer one")
    {
        StandingClock clock;
        std::ostringstream out;
        ProgressLine line{out, {.there = true, .columns = 80}, clock.reader()};
        line.show({.articles = 1000});
        clock.now += 100ms;
        out.str("");
        line.show({.articles = 1000, .skipped = {{"empty", 1}}});
        clock.now += 100ms;
        out.str("");
        line.show({.articles = 1000});
        CHECK(out.str() == "\rarticles 1,000 · 5,000/s · 0 B/s" + std::string(23, ' '));
    }

    TEST_CASE("a narrow screen cuts the line between characters")
    {
        StandingClock clock;
        std::ostringstream out;
        ProgressLine line{out, {.there = true, .columns = 14}, clock.reader()};
        clock.now += 1s;
        line.show({.articles = 5});
        CHECK(out.str() == "\rarticles 5 · ");
        out.str("");
        line.clear();
        CHECK(out.str() == "\r" + std::string(13, ' ') + "\r");
    }

    TEST_CASE("a pipe gets nothing")
    {
        StandingClock clock;
        std::ostringstream out;
        {
            ProgressLine line{out, {.there = false}, clock.reader()};
            clock.now += 1s;
            line.show({.articles = 5});
            line.clear();
        }
        CHECK(out.str().empty());
        int ends[2] = {};
        REQUIRE(pipe(ends) == 0);
        CHECK_FALSE(screen_of(ends[1]).there);
        close(ends[0]);
        close(ends[1]);
    }
}
