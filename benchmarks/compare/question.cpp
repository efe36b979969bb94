#include "benchmarks/compare/question.hpp"

#include "benchmarks/split.hpp"
#include "common/cli/values.hpp"

#include <algorithm>
#include <limits>

namespace dateline::compare {
namespace {

Result<std::uint64_t> whole(std::string_view text)
{
    return cli::parse_number(std::string{text}, std::numeric_limits<std::uint64_t>::max());
}

}  // namespace

bool is_kind(std::string_view kind)
{
    return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

std::string line_of(const Question& question)
{
    std::string line = question.kind + '\t';
    for (std::size_t i = 0; i < question.words.size(); ++i) {
        line += (i == 0 ? "" : " ") + question.words[i];
    }
    line += '\t' + question.from + '\t' + question.to + '\t' + question.country;
    for (const bool flag : {question.facets, question.by_date, question.exact}) {
        line += flag ? "\t1" : "\t0";
    }
    return line;
}

Result<Question> parse_question(std::string_view line)
{
    const auto parts = split(line, '\t');
    if (parts.size() != 8) {
        return fail(ErrorKind::Usage, "a question has 8 parts, this has " +
                                          std::to_string(parts.size()) + ": " + std::string{line});
    }
    Question question{.kind = std::string{parts[0]},
                      .from = std::string{parts[2]},
                      .to = std::string{parts[3]},
                      .country = std::string{parts[4]}};
    for (const std::string_view word : split(parts[1], ' ')) {
        if (!word.empty()) { question.words.emplace_back(word); }
    }
    question.facets = parts[5] == "1";
    question.by_date = parts[6] == "1";
    question.exact = parts[7] == "1";
    return question;
}

std::string line_of(const Answer& answer)
{
    if (!answer.refusal.empty()) { return "no\t" + answer.refusal; }
    return std::to_string(answer.total) + '\t' + answer.relation + '\t' +
           std::to_string(answer.nanoseconds);
}

Result<Answer> parse_answer(std::string_view line)
{
    const auto parts = split(line, '\t');
    if (parts.size() == 2 && parts[0] == "no" && !parts[1].empty()) {
        return Answer{.refusal = std::string{parts[1]}};
    }
    const auto total = whole(parts.front());
    const auto nanoseconds = whole(parts.back());
    if (parts.size() != 3 || !total || !nanoseconds) {
        return fail(ErrorKind::Usage, "this is no answer: " + std::string{line});
    }
    return Answer{.total = *total, .relation = std::string{parts[1]}, .nanoseconds = *nanoseconds};
}

}  // namespace dateline::compare
