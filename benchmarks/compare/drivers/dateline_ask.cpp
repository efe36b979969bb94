// dateline_ask INDEX plain|exact|shown: Dateline's engine, asked as a peer is, or for hits as its
// user sees them.
#include "benchmarks/compare/drivers/ask_loop.hpp"
#include "benchmarks/compare/drivers/words.hpp"
#include "benchmarks/compare/peers/dateline_query.hpp"
#include "common/cli/report.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/search/engine.hpp"

#include <iostream>

namespace {

using namespace dateline;

compare::Answer answer(searcher::Engine& engine, const compare::Question& question, bool shown)
{
    if (const auto reason = compare::refusal_of(question); !reason.empty()) {
        return {.refusal = reason};
    }
    const std::string text = compare::dateline_query(question);
    const auto parsed = searcher::parse_query(text);
    if (!parsed) { return {.refusal = parsed.error().message}; }
    searcher::SearchRequest request{.text = text, .query = parsed->spec};
    if (!shown) { request.detail = searcher::HitDetail::Ids; }
    request.time_limit = std::chrono::minutes{1};  // what is slow is measured, not refused
    request.limit = 10;
    request.facet_limit = 20;
    if (question.by_date) { request.sort = searcher::SortOrder::NewestFirst; }
    if (question.facets) {
        request.facets = {{searcher::FacetId::Person}, {searcher::FacetId::Country}};
    }
    const auto result = engine.search(request);
    if (!result) { return {.refusal = result.error().message}; }
    return {.total = result->total};
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "usage: dateline_ask INDEX plain|exact|shown\n";
        return 2;
    }
    const auto begin = std::chrono::steady_clock::now();
    auto opened = searcher::Engine::open(argv[1]);
    if (!opened) { return cli::report("dateline_ask", opened.error(), std::cerr); }
    searcher::Engine engine = *std::move(opened);
    return compare::ask_loop(
        "Dateline " DATELINE_VERSION, std::chrono::steady_clock::now() - begin,
        [&engine, shown = std::string_view{argv[2]} == "shown"](const compare::Question& question) {
            return answer(engine, question, shown);
        });
}
