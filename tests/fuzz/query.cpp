// The parser of queries: text → tree or an error that points into the text.
#include "common/text/utf8.hpp"
#include "searcher/query/operator.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/query/query_text.hpp"
#include "tests/fuzz/fuzz_target.hpp"

namespace dateline::tests {
namespace {

using searcher::QuerySpec;

constexpr std::chrono::sys_days kNow{std::chrono::year{2024} / 2 / 29};

/// Checks what parse_query() promises of a tree; returns how many leaves it has.
std::size_t check_tree(const QuerySpec& query, std::size_t size, std::size_t depth)
{
    demand(depth <= 4 * searcher::kMaxDepth, "a tree is too deep");
    demand(query.offset <= size, "a part lies behind the query");
    demand(!searcher::operator_of(query).name.empty(), "a part has no operator");
    if (query.days) { demand(query.days->first <= query.days->last, "a range runs backwards"); }
    std::size_t leaves = query.parts.empty() ? 1 : 0;
    for (const QuerySpec& part : query.parts) { leaves += check_tree(part, size, depth + 1); }
    return leaves;
}

void check_error(const Error& error, const std::string& text)
{
    demand(!error.message.empty() && !error.hint.empty(), "an error says too little");
    if (!error.offset) { return; }
    demand(error.text == text, "an error is about another text");
    demand(*error.offset <= text.size(), "an error points behind the query");
    demand(character_border(text, *error.offset) == *error.offset, "into a character");
}

void run(std::string_view bytes)
{
    const std::string text = searcher::clean_query(bytes);
    demand(is_utf8(text), "clean text is not UTF-8");
    demand(searcher::clean_query(text) == text, "clean text is not clean");
    const auto parsed = searcher::parse_query(text, kNow);
    if (parsed) {
        // Each of 64 words of ~ and NEAR in quotes may be eight, and twice that behind hlead:.
        demand(check_tree(parsed->spec, text.size(), 0) <= 16 * searcher::kMaxLeaves, "leaves");
        const auto again = searcher::parse_query(text, kNow);
        demand(again && to_string(again->spec) == to_string(parsed->spec), "it changes");
    } else {
        check_error(parsed.error(), text);
    }
    static_cast<void>(searcher::parse_any(text));
}

}  // namespace

extern const FuzzTarget query_target{.name = "query", .run = run};

}  // namespace dateline::tests
