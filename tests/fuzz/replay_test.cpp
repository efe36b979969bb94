// Everything that the fuzzers begin with or have found, once more.
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/support/paths.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

using namespace dateline::tests;

TEST_SUITE("fuzz")
{
    TEST_CASE("the corpora are whole, and hold")
    {
        std::set<std::string> names;
        for (const FuzzTarget* target : fuzz_targets()) {
            CAPTURE(target->name);
            CHECK(names.insert(std::string{target->name}).second);
            const std::filesystem::path corpus =
                test_path("fuzz/corpus/" + std::string{target->name});
            std::size_t inputs = 0;
            for (const auto& entry : std::filesystem::directory_iterator{corpus}) {
                std::ifstream in{entry.path(), std::ios::binary};
                const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
                const std::string path = entry.path().string();
                CAPTURE(path);
                CHECK_NOTHROW(target->run(bytes));
                ++inputs;
            }
            CHECK(inputs > 0);
        }
    }
}
