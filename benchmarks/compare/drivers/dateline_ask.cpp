// dateline_ask INDEX: Dateline's engine, asked as a peer is.
#include "benchmarks/compare/drivers/ask_loop.hpp"
#include "benchmarks/compare/peers/dateline_query.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/search/engine.hpp"

#include <iostream>

namespace {

using namespace dateline;

compare::Answer answer(searcher::Engine& engine, const compare::Question& question)
{
    const std::string text = compare::dateline_query(question);
    const auto parsed = searcher::parse_query(text);
    if (!parsed) { return {.refusal = parsed.error().message}; }
    searcher::SearchRequest request{.text = text, .query = parsed->spec, .snippets = false};
    request.limit = 10;
    request.facet_limit = 20;
    if (question.by_date) { request.sort = searcher::SortOrder::NewestFirst; }
    if (question.facets) { request.facets = {FieldId::Person, FieldId::Country}; }
    const auto result = engine.search(request);
    if (!result) { return {.refusal = result.error().message}; }
    return {.total = result->total};
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "usage: dateline_ask INDEX\n";
        return 2;
    }
    const auto begin = std::chrono::steady_clock::now();
    auto opened = searcher::Engine::open(argv[1]);
    if (!opened) {
        std::cerr << "dateline_ask: " << opened.error().message << '\n';
        return 1;
    }
    searcher::Engine engine = *std::move(opened);
    return compare::ask_loop(
        "Dateline " DATELINE_VERSION, std::chrono::steady_clock::now() - begin,
        [&engine](const compare::Question& question) { return answer(engine, question); });
}
