#include "searcher/search/crew.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <doctest/doctest.h>
#include <new>

using dateline::searcher::Crew;

TEST_SUITE("searcher/search/crew")
{
    TEST_CASE("every helper does the work once a round, and wait() comes after all of them")
    {
        Crew crew{3};
        for (unsigned round = 1; round <= 200; ++round) {
            std::array<unsigned, 3> calls{};  // each written by its helper alone
            std::atomic<unsigned> sum{0};
            crew.start([&](std::size_t helper) {
                ++calls.at(helper);
                sum += round;
            });
            crew.wait();
            CHECK((calls == std::array<unsigned, 3>{1, 1, 1}));
            CHECK(sum == 3 * round);
        }
    }

    TEST_CASE("what a helper throws is thrown by wait(), once, and the crew goes on")
    {
        Crew crew{2};
        crew.start([](std::size_t helper) {
            if (helper == 1) { throw std::bad_alloc{}; }
        });
        CHECK_THROWS_AS(crew.wait(), std::bad_alloc);
        std::atomic<unsigned> calls{0};
        crew.start([&calls](std::size_t) { ++calls; });
        crew.wait();
        CHECK(calls == 2);
    }

    TEST_CASE("without helpers nobody works and nobody is waited for")
    {
        Crew nobody{0};
        nobody.start([](std::size_t) { FAIL("called"); });
        nobody.wait();
        CHECK(nobody.helpers() == 0);
    }

    TEST_CASE("a crew that never worked ends, and has at most a helper for each further core")
    {
        const Crew idle;
        CHECK(idle.helpers() < std::max(2U, std::thread::hardware_concurrency()));
        CHECK(idle.helpers() <= 3);
    }
}
