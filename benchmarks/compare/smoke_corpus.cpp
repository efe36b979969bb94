// smoke_corpus N: the first N articles of the benchmarks' generator as JSON Lines, for the test
// compare-smoke.
#include "benchmarks/corpus.hpp"
#include "common/cli/values.hpp"

#include <iostream>

int main(int argc, char** argv)
{
    using namespace dateline;
    constexpr std::uint64_t kMost = 1'000'000;
    const auto count = cli::parse_number(argc == 2 ? argv[1] : "", kMost);
    if (!count) {
        std::cerr << "usage: smoke_corpus N\n";
        return 2;
    }
    for (std::uint64_t number = 0; number < *count; ++number) {
        std::cout << benchmarks::json_line(benchmarks::make_article(number));
    }
    return std::cout.flush() ? 0 : 3;
}
