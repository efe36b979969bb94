// A text as the name finder looks at it: which words are capitalised, how they hang together, and
// whether capitals mean anything in their line.
#pragma once

#include "common/schema/field.hpp"
#include "common/text/tokenizer.hpp"
#include "indexer/detect/written_words.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::indexer {

enum class Shape : std::uint8_t {
    Lower,    ///< also words of scripts without case
    Number,   ///< begins with a digit
    Capital,  ///< "Maduro", "McDonald"
    Upper,    ///< "NATO", "MADURO"
    Initial,  ///< "W" before a point, "J.R.R."
};

/// What stands between a word and the one before it.
enum class Gap : std::uint8_t {
    Blank,  ///< blanks, or one line break
    Point,  ///< a full stop and maybe blanks: "W. Bush"
    Hyphen,
    Apostrophe,
    Other,  ///< anything else, or the text's beginning
};

enum class LineStyle : std::uint8_t {
    Plain,
    Headline,  ///< Nearly Every Word Has a Capital
    Capitals,  ///< EVERY WORD IS IN CAPITALS
};

/// Whether a quotation mark, and nothing but it and blanks, opens between two words.
bool is_quoted(std::string_view text, const Token& before, const Token& token);

/// A title or a body with its words. Refers to both; they must outlive it.
class NameText {
  public:
    NameText(FieldId where, std::string_view text, const TokenList& list);

    [[nodiscard]] FieldId where() const { return where_; }
    [[nodiscard]] std::size_t size() const { return list_.tokens.size(); }
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] const TokenList& list() const { return list_; }
    [[nodiscard]] const Token& token(std::size_t i) const { return list_.tokens[i]; }
    [[nodiscard]] std::string_view surface(std::size_t i) const
    {
        return list_.surface(list_.tokens[i]);
    }
    [[nodiscard]] Shape shape(std::size_t i) const { return marks_[i].shape; }
    [[nodiscard]] LineStyle style(std::size_t i) const { return marks_[i].style; }
    [[nodiscard]] bool is_capital(std::size_t i) const { return shape(i) >= Shape::Capital; }

    [[nodiscard]] bool is_possessive(std::size_t i) const;
    /// The bytes between word i - 1 and word i; for i == 0 and i == size() the text's margins.
    [[nodiscard]] std::string_view between(std::size_t i) const;
    [[nodiscard]] Gap gap(std::size_t i) const;
    /// Whether a capital would stand here anyhow: a sentence or a quotation begins.
    [[nodiscard]] bool starts_sentence(std::size_t i) const;

  private:
    struct Mark {
        Shape shape = Shape::Lower;
        LineStyle style = LineStyle::Plain;
    };

    [[nodiscard]] bool is_in_address(std::size_t i, bool before) const;
    [[nodiscard]] Shape shape_of(std::size_t i) const;
    [[nodiscard]] LineStyle style_of(std::size_t first, std::size_t last) const;
    void mark_lines();

    FieldId where_;
    std::string_view text_;
    const TokenList& list_;
    std::vector<Mark> marks_{};
};

}  // namespace dateline::indexer
