#include "benchmarks/compare/peers/dateline_query.hpp"

#include "benchmarks/compare/drivers/words.hpp"

namespace dateline::compare {
namespace {

/// YYYYMMDD as YYYY-MM-DD.
std::string dashed(const std::string& day)
{
    return day.substr(0, 4) + '-' + day.substr(4, 2) + '-' + day.substr(6);
}

std::string words_of(const Question& question)
{
    if (question.kind == "all") { return "*"; }
    if (question.kind == "or") { return '(' + join_words(question, "", " OR ", "") + ')'; }
    if (question.kind == "phrase") { return '"' + join_words(question, "", " ", "") + '"'; }
    if (question.kind == "near") {
        return join_words(question, "", " NEAR/" + std::to_string(kNear) + " ", "");
    }
    if (question.kind == "prefix") { return join_words(question, "", " ", "") + '*'; }
    return join_words(question, "", " ", "");
}

}  // namespace

std::string dateline_query(const Question& question)
{
    std::string query = words_of(question);
    if (!question.from.empty()) {
        query += " date:" + dashed(question.from) + ".." + dashed(last_day(question));
    }
    if (!question.country.empty()) { query += " country:" + question.country; }
    return query;
}

}  // namespace dateline::compare
