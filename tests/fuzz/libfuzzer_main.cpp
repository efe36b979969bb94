// What libFuzzer calls, for the target that DATELINE_FUZZ_TARGET names. Not part of dateline_tests.
#include "tests/fuzz/fuzz_target.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace dateline::tests;
    static const FuzzTarget& target = []() -> const FuzzTarget& {
        for (const FuzzTarget* one : fuzz_targets()) {
            if (one->name == DATELINE_FUZZ_TARGET) { return *one; }
        }
        throw std::logic_error{"there is no target " DATELINE_FUZZ_TARGET};
    }();
    target.run({reinterpret_cast<const char*>(data), size});
    return 0;
}
