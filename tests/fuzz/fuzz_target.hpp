// Coverage-guided fuzzing: what is done with random bytes, and what must be true of it.
//
// To add a target: write <name>.cpp beside this file with `<name>_target`, a line in targets.def,
// and a few inputs in corpus/<name>/. scripts/fuzz builds a libFuzzer program of each and lets it
// run; the tests replay the corpus, to which whatever was found is added.
#pragma once

#include <span>
#include <stdexcept>
#include <string_view>

namespace dateline::tests {

struct FuzzTarget {
    std::string_view name;
    /// Takes any bytes; throws if something is wrong that no sanitizer would see.
    void (*run)(std::string_view bytes);
};

/// Every target, in the order of targets.def.
std::span<const FuzzTarget* const> fuzz_targets();

/// What must be true whatever the bytes are.
inline void demand(bool holds, const char* what)
{
    if (!holds) { throw std::logic_error{what}; }
}

}  // namespace dateline::tests
