#include "benchmarks/compare/drivers/words.hpp"

#include "common/text/ascii.hpp"

#include <algorithm>

namespace dateline::compare {
namespace {

bool is_day(const std::string& text)
{
    return text.size() == 8 && std::all_of(text.begin(), text.end(), ascii::is_digit);
}

bool is_word(const std::string& text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), ascii::is_small);
}

}  // namespace

std::string refusal_of(const Question& question)
{
    if (!is_kind(question.kind)) { return "unknown kind: " + question.kind; }
    if ((question.kind == "all") != question.words.empty()) {
        return "'all' has no words, any other kind has some";
    }
    for (const std::string& word : question.words) {
        if (!is_word(word)) { return "not lower-case ASCII letters: " + word; }
    }
    if (question.from.empty() && !question.to.empty()) { return "a last day without a first"; }
    for (const std::string& day : {question.from, question.to}) {
        if (!day.empty() && !is_day(day)) { return "not a day, YYYYMMDD: " + day; }
    }
    return {};
}

std::string join_words(const Question& question, std::string_view before,
                       std::string_view separator, std::string_view after)
{
    std::string joined;
    for (const std::string& word : question.words) {
        if (!joined.empty()) { joined += separator; }
        joined.append(before).append(word).append(after);
    }
    return joined;
}

std::string last_day(const Question& question)
{
    return question.to.empty() ? "99991231" : question.to;
}

}  // namespace dateline::compare
