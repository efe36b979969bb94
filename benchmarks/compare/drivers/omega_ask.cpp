// Answers questions from an index of scriptindex (omega.script) as quest would, but staying open:
// dateline_omega_ask DB. Totals are Xapian's estimates unless the question wants them exact.
#include "benchmarks/compare/drivers/ask_loop.hpp"
#include "benchmarks/compare/drivers/omega_query.hpp"
#include "benchmarks/compare/drivers/words.hpp"
#include "common/cli/report.hpp"
#include "common/storage/xapian_guard.hpp"

#include <iostream>

namespace dateline::compare {
namespace {

constexpr Xapian::valueno kDays = 0;  // as omega.script has it
constexpr Xapian::doccount kHits = 10;

/// quest leaves stop words out where no operator stands between words; here one always does.
Xapian::Query parse_words(const Xapian::Database& index, const Question& question)
{
    const std::string expression = xapian_expression(question);
    if (expression.empty()) { return Xapian::Query{std::string{}}; }  // every article
    Xapian::QueryParser parser;
    parser.set_database(index);
    parser.set_stemmer(Xapian::Stem{"english"});
    parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    unsigned flags = Xapian::QueryParser::FLAG_DEFAULT;
    if (question.kind == "prefix") { flags |= Xapian::QueryParser::FLAG_WILDCARD; }
    return parser.parse_query(expression, flags);
}

Xapian::Query query_of(const Xapian::Database& index, const Question& question)
{
    using Xapian::Query;
    Query query = parse_words(index, question);
    if (!question.from.empty()) {
        query = Query{Query::OP_FILTER, query,
                      Query{Query::OP_VALUE_RANGE, kDays, question.from, last_day(question)}};
    }
    if (!question.country.empty()) {
        // scriptindex writes a colon between a prefix of several letters and a capital
        query = Query{Query::OP_FILTER, query, Query{"XC:" + question.country}};
    }
    return query;
}

Answer search(const Xapian::Database& index, const Question& question)
{
    Xapian::Enquire enquire{index};
    enquire.set_query(query_of(index, question));
    if (question.by_date) {
        enquire.set_weighting_scheme(Xapian::BoolWeight{});  // no weight is looked at
        enquire.set_sort_by_value(kDays, true);
    }
    const Xapian::MSet hits =
        enquire.get_mset(0, kHits, question.exact ? index.get_doccount() : kHits);
    std::vector<std::string> ids;
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
        ids.push_back(id_of_record(hit.get_document().get_data()));
    }
    const bool known = hits.get_matches_lower_bound() == hits.get_matches_upper_bound();
    return {.total = hits.get_matches_estimated(), .relation = known ? "=" : "~"};
}

Answer ask(const Xapian::Database& index, const Question& question)
{
    if (const auto reason = refusal_of(question); !reason.empty()) { return {.refusal = reason}; }
    if (question.facets) { return {.refusal = "no facets"}; }
    auto answer = guard_xapian("search", [&] { return search(index, question); });
    return answer ? *std::move(answer) : Answer{.refusal = answer.error().message};
}

}  // namespace
}  // namespace dateline::compare

int main(int count, char** arguments)
{
    using namespace dateline;
    constexpr const char* kProgram = "dateline_omega_ask";
    if (count != 2) {
        std::cerr << "usage: " << kProgram << " DB\n";
        return 2;
    }
    const std::string path = arguments[1];
    const auto begin = std::chrono::steady_clock::now();
    const auto index =
        guard_xapian("open the index '" + path + "'", [&] { return Xapian::Database{path}; });
    if (!index) {
        cli::report(kProgram, index.error(), std::cerr);
        return 1;
    }
    return compare::ask_loop(
        std::string{"Xapian "} + Xapian::version_string(), std::chrono::steady_clock::now() - begin,
        [&](const compare::Question& question) { return compare::ask(*index, question); });
}
