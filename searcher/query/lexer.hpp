// Query text → tokens with their places.
#pragma once

#include "common/result.hpp"
#include "common/schema/field.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dateline::searcher {

enum class TokenKind {
    Word,      ///< anything without blanks, brackets or quotes
    Phrase,    ///< what stood in quotes
    Operator,  ///< AND, OR, NOT or one of their symbols; text is the operator's name
    Field,     ///< name: directly before a word, phrase or bracket
    Open,
    Close,
};

struct QueryToken {
    TokenKind kind;
    std::string text{};
    std::size_t offset = 0;
    FieldId field = FieldId::Body;  ///< of a Field token
};

/// Fails with QuerySyntax at the place: an unclosed quote, an unknown field, an operator that this
/// version does not have. Straight, curly and angle quotes are alike.
Result<std::vector<QueryToken>> lex_query(std::string_view text);

/// Whether a field's values are taken as they are typed: ids and hosts.
bool is_exact(FieldId field);

/// Refuses signs that mean something in the full language, which must not be searched as if they
/// were not there. Fails with QuerySyntax at the sign.
Status check_signs(FieldId field, std::string_view word, std::size_t offset);

/// A QuerySyntax failure that points into the query.
Failure query_error(std::size_t offset, std::string message, std::string hint);

}  // namespace dateline::searcher
