// What the C++ drivers need of a question before they write it in their peer's language.
#pragma once

#include "benchmarks/compare/question.hpp"

#include <string>
#include <string_view>

namespace dateline::compare {

/// Two words are near if their positions differ by at most this (words between them: one fewer).
inline constexpr std::size_t kNear = 10;

/// Why no driver can answer this; "" if nothing speaks against it. After this, words are lower-case
/// ASCII letters, so that no peer's syntax can be in them; days are eight digits or "".
std::string refusal_of(const Question& question);

/// Each word between `before` and `after`, with `separator` between one and the next.
std::string join_words(const Question& question, std::string_view before,
                       std::string_view separator, std::string_view after);

/// The last day of the question's range, YYYYMMDD: the end of time if it has only a first day.
std::string last_day(const Question& question);

}  // namespace dateline::compare
