#include "tests/fuzz/fuzz_target.hpp"

#include <array>

namespace dateline::tests {

#define FUZZ_TARGET(name) extern const FuzzTarget name##_target;
#include "tests/fuzz/targets.def"
#undef FUZZ_TARGET

std::span<const FuzzTarget* const> fuzz_targets()
{
    static constexpr std::array kTargets{
#define FUZZ_TARGET(name) &name##_target,
#include "tests/fuzz/targets.def"
#undef FUZZ_TARGET
    };
    return kTargets;
}

}  // namespace dateline::tests
