#include "benchmarks/compare/drivers/ask_loop.hpp"

#include <iostream>

namespace dateline::compare {

int ask_loop(std::string_view version, std::chrono::nanoseconds opening, const Ask& ask)
{
    using Clock = std::chrono::steady_clock;
    std::cout << "ready\t" << version << '\t' << opening.count() << std::endl;
    for (std::string line; std::getline(std::cin, line);) {
        const auto question = parse_question(line);
        if (!question) {
            std::cout << "no\t" << question.error().message << std::endl;
            continue;
        }
        const auto begin = Clock::now();
        Answer answer = ask(*question);
        answer.nanoseconds = static_cast<std::uint64_t>(
            std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - begin).count());
        std::cout << line_of(answer) << std::endl;
    }
    return 0;
}

}  // namespace dateline::compare
