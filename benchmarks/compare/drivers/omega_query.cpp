#include "benchmarks/compare/drivers/omega_query.hpp"

#include "benchmarks/compare/drivers/words.hpp"
#include "benchmarks/split.hpp"

namespace dateline::compare {

std::string xapian_expression(const Question& question)
{
    if (question.kind == "all") { return {}; }
    if (question.kind == "or") { return join_words(question, "", " OR ", ""); }
    if (question.kind == "prefix") { return join_words(question, "", " AND ", "*"); }
    if (question.kind == "phrase") { return '"' + join_words(question, "", " ", "") + '"'; }
    if (question.kind == "near") {
        return join_words(question, "", " NEAR/" + std::to_string(kNear) + ' ', "");
    }
    return join_words(question, "", " AND ", "");
}

std::string id_of_record(std::string_view record)
{
    constexpr std::string_view kName = "id=";
    for (const std::string_view line : split(record, '\n')) {
        if (line.substr(0, kName.size()) == kName) {
            return std::string{line.substr(kName.size())};
        }
    }
    return {};
}

}  // namespace dateline::compare
