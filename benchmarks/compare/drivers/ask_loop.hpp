// The loop that every C++ driver of a peer runs: questions on standard input, answers on standard
// output, each flushed, until the input ends.
#pragma once

#include "benchmarks/compare/question.hpp"

#include <chrono>
#include <functional>
#include <string_view>

namespace dateline::compare {

/// Answers one question; what it leaves in `nanoseconds` is overwritten by the loop's clock, which
/// runs while it works.
using Ask = std::function<Answer(const Question&)>;

/// Prints "ready", version and the nanoseconds that opening took, then answers. The exit code.
int ask_loop(std::string_view version, std::chrono::nanoseconds opening, const Ask& ask);

}  // namespace dateline::compare
