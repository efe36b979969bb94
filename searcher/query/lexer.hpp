// Query text → tokens with their places.
#pragma once

#include "common/result.hpp"
#include "common/schema/field.hpp"

#include <string>
#include <vector>

namespace dateline::searcher {

enum class TokenKind {
    Word,      ///< anything without blanks, brackets or quotes
    Phrase,    ///< what stood in quotes
    Operator,  ///< AND, OR, NOT, NEAR, … or one of their symbols; text is the operator's name
    Field,     ///< name: directly before a word, phrase or bracket
    AtLeast,   ///< atleast3: or atleast3 before a bracket
    Open,
    Close,
};

struct QueryToken {
    TokenKind kind;
    std::string text{};
    std::size_t offset = 0;
    FieldId field = FieldId::Body;  ///< of a Field token
    bool is_title_too = false;      ///< of a Field token: hlead:, headline and lead
    bool is_saved = false;          ///< of a Field token: saved:, a name of a saved query
    bool is_exact = false;          ///< of a Phrase: = stood before it
    std::size_t inside = 0;         ///< of a Phrase: where its text begins, behind = and quote
    unsigned number = 0;            ///< of an Operator like NEAR, and of AtLeast
    std::string suffix{};           ///< of a Phrase or Close: the ~5 and ^2 directly behind it
};

struct LexedQuery {
    std::vector<QueryToken> tokens{};
    std::vector<std::string> notes{};  ///< what was read as something of ours: "'w/5' read as …"
};

/// Whether a token ends a part, so that an operator may follow.
inline bool ends_part(const QueryToken& token)
{
    return token.kind == TokenKind::Word || token.kind == TokenKind::Phrase ||
           token.kind == TokenKind::Close;
}

/// Fails with QuerySyntax at the place: an unclosed quote, an unknown field. `text` is as
/// clean_query() makes it.
Result<LexedQuery> lex_query(std::string_view text);

/// A QuerySyntax failure that points into the query.
Failure query_error(std::size_t offset, std::string_view message, std::string_view hint);

}  // namespace dateline::searcher
