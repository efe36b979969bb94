// What has been read of a query and what is left of it: what the files that read it have in common.
#pragma once

#include "searcher/query/lexer.hpp"

#include <string_view>

namespace dateline::searcher {

inline constexpr std::string_view kDigits = "0123456789";

struct QueryCursor {
    std::string_view text{};
    std::size_t at = 0;
    LexedQuery lexed{};

    [[nodiscard]] std::string_view rest() const { return text.substr(at); }
    [[nodiscard]] bool is_at_end() const { return at == text.size(); }

    /// Whether a word ends here: at a blank, bracket, quotation mark or |.
    [[nodiscard]] bool is_word_end() const;

    /// Whether something stands directly behind so many bytes.
    [[nodiscard]] bool has_behind(std::size_t bytes) const;

    /// Whether the last token is a field, whose value is to come; one whose values are taken as
    /// they are typed.
    [[nodiscard]] bool after_field() const;
    [[nodiscard]] bool after_exact_field() const;

    QueryToken& add(TokenKind kind, std::string_view token, std::size_t offset);

    /// "'w/5' read as NEAR/5"
    void note(std::string_view written, std::string_view ours);

    /// The ~5 and ^2 behind a quotation mark or bracket; "" if there is none.
    std::string take_suffix();
};

/// A word, or the field, operator or atleast that it stands for (lex_words.cpp).
Status take_word(QueryCursor& cursor);

/// -gas, !gas, +gas, a | b: false if no operator begins with the sign here (lex_operators.cpp).
bool take_symbol(QueryCursor& cursor);

/// False if the word that began at `begin` is no operator: AND, NEAR/5, w/s (lex_operators.cpp).
Result<bool> take_operator(QueryCursor& cursor, std::string_view word, std::size_t begin);

/// Google's AROUND(5), before whose bracket the cursor is; false if it is none.
Result<bool> take_around(QueryCursor& cursor, std::size_t begin);

}  // namespace dateline::searcher
