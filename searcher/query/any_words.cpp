// --any: plain words, any of which will do. What is pasted has no operators.
#include "common/text/tokenizer.hpp"
#include "searcher/query/parser.hpp"

#include <set>

namespace dateline::searcher {

Result<ParsedQuery> parse_any(std::string_view text)
{
    if (text.size() > kMaxAnyBytes) {
        return fail(ErrorKind::QuerySyntax,
                    "the text is longer than " + std::to_string(kMaxAnyBytes) + " bytes",
                    "take a part of it");
    }
    TokenList tokens;
    tokenize(text, tokens, TextOrigin::Query);
    QuerySpec any{.op = "or"};
    std::set<std::string> seen;
    for (const Token& token : tokens.tokens) {
        if (!seen.insert(std::string{tokens.surface(token)}).second) { continue; }
        any.parts.push_back({.op = "word",
                             .text = std::string{text.substr(token.begin, token.end - token.begin)},
                             .offset = token.begin});
    }
    if (any.parts.empty()) {
        return fail(ErrorKind::QuerySyntax, "the text has no words", "write some after --any");
    }
    if (any.parts.size() > kMaxAnyWords) {
        return fail(ErrorKind::QuerySyntax,
                    "the text has more than " + std::to_string(kMaxAnyWords) + " different words",
                    "take a part of it");
    }
    if (any.parts.size() == 1) { return ParsedQuery{std::move(any.parts.front()), {}}; }
    return ParsedQuery{std::move(any), {}};
}

}  // namespace dateline::searcher
