// Text → words: where each one stands, and its surface form, which is what indexing and queries
// agree on. Articles and queries go through this same function.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// What lies between a word and the one before it.
enum class Break : std::uint8_t { None, Sentence, Paragraph };

/// A word of a text.
struct Token {
    std::uint32_t begin = 0;  ///< half-open byte span in the text, possessive ending included
    std::uint32_t end = 0;
    std::uint32_t surface = 0;  ///< where its surface form begins in TokenList::surfaces
    std::uint16_t surface_size = 0;
    Break before = Break::None;
};

/// The words of one text, in order. Reuse one object for many texts: its memory is kept.
struct TokenList {
    std::vector<Token> tokens{};
    std::string surfaces{};  ///< the surface forms one behind the other

    [[nodiscard]] std::string_view surface(const Token& token) const
    {
        return std::string_view{surfaces}.substr(token.surface, token.surface_size);
    }
};

/// Words longer than this many bytes (as surface form) are cut there, at a character's border.
/// With the longest prefix they stay below Xapian's 245 bytes.
inline constexpr std::size_t kMaxSurfaceBytes = 200;

/// The surface form of the country's abbreviation: "U.S." and "US" have it, besides "us".
inline constexpr std::string_view kUnitedStates = "u.s.";

/// Where a text comes from. In a query, "US" is always the country; in an article it may be a word
/// of a headline in capitals.
enum class TextOrigin : std::uint8_t { Article, Query };

/// Fills `out` with the words of `text`, which is valid UTF-8.
///
/// A word is a run of letters, digits and marks; apostrophes inside it stay, a possessive ending
/// and soft hyphens are dropped, "U.N." is "un", 3.14 is one word, 1,000 is "1000"; French and
/// Italian elisions ("l'accord") are two. Its surface form is NFKC case-folded without diacritics
/// (й stays). Runs of Chinese, Japanese, Thai, Lao, Khmer and Burmese are segmented by ICU's
/// dictionaries. "U.S.", and "US" outside a line that is all capitals, have the surface form
/// kUnitedStates. A sentence ends at . ! ? … and their CJK forms unless an abbreviation stands
/// before; a paragraph at an empty line, an indented line, or a line break behind a line of over
/// 100 bytes.
void tokenize(std::string_view text, TokenList& out, TextOrigin origin = TextOrigin::Article);

}  // namespace dateline
