#include "searcher/query/surfaces.hpp"

#include "common/text/tokenizer.hpp"

namespace dateline::searcher {

std::vector<std::string> surfaces_of(std::string_view text)
{
    TokenList tokens;
    tokenize(text, tokens, TextOrigin::Query);
    std::vector<std::string> surfaces;
    surfaces.reserve(tokens.tokens.size());
    for (const Token& token : tokens.tokens) { surfaces.emplace_back(tokens.surface(token)); }
    return surfaces;
}

}  // namespace dateline::searcher
