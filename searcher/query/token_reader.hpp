// The tokens of a query as they are parsed: what is read of them, and what comes next.
#pragma once

#include "searcher/query/lexer.hpp"
#include "searcher/query/operator.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace dateline::searcher {

/// Reads tokens from left to right and looks at those around.
class TokenReader {
  public:
    /// `end`: the offset behind the text.
    TokenReader(std::vector<QueryToken> tokens, std::size_t end)
        : tokens_(std::move(tokens)), end_(end)
    {
    }

    /// The token so many behind the next one, or before it; null where there is none.
    [[nodiscard]] const QueryToken* peek(std::ptrdiff_t ahead = 0) const
    {
        const auto at = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at_) + ahead);
        return at < tokens_.size() ? &tokens_[at] : nullptr;
    }

    /// Reads the next token, which is there.
    const QueryToken& take() { return tokens_[at_++]; }

    /// Where the next token stands, or the end of the text.
    [[nodiscard]] std::size_t offset() const { return peek() != nullptr ? peek()->offset : end_; }

    /// The operator that is written there, or null.
    [[nodiscard]] const Operator* operator_at(std::ptrdiff_t ahead = 0) const;

    /// Whether NEAR or its like is written there.
    [[nodiscard]] bool is_near(std::ptrdiff_t ahead = 0) const;

    /// What joins the part before to the next one: the operator that is written, or AND between
    /// parts that stand side by side; null if no more belong together so tightly.
    [[nodiscard]] const Operator* join(Binding binding) const;

    /// Why the operator that was just taken cannot stand there.
    [[nodiscard]] Failure no_word_before_operator() const;

  private:
    std::vector<QueryToken> tokens_;
    std::size_t end_;
    std::size_t at_ = 0;
};

}  // namespace dateline::searcher
