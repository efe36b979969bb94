// A text as the tagger reads it: words, hyphenated ones whole, possessive endings and signs apart,
// in sentences. Made from the words that the tokenizer found, so that names are ranges of those.
#pragma once

#include "common/text/tokenizer.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// A word, or a sign (or several of the same) between words.
struct Piece {
    std::uint32_t begin = 0;  ///< half-open byte span in the text
    std::uint32_t end = 0;
    std::uint32_t first = 0;  ///< half-open range of tokens; empty for signs and endings
    std::uint32_t last = 0;

    [[nodiscard]] std::string_view of(std::string_view text) const
    {
        return text.substr(begin, end - begin);
    }
};

/// Pieces, and where each sentence begins among them. Reuse one for many texts.
struct PieceList {
    std::vector<Piece> pieces{};
    std::vector<std::uint32_t> sentences{};  ///< the first piece of each

    [[nodiscard]] std::span<const Piece> sentence(std::size_t i) const
    {
        const std::size_t end = i + 1 < sentences.size() ? sentences[i + 1] : pieces.size();
        return std::span{pieces}.subspan(sentences[i], end - sentences[i]);
    }
};

/// A sentence without an end is cut behind so many pieces.
inline constexpr std::size_t kLongestSentence = 300;

/// Fills `out` with the pieces of `text`, whose words are `list`.
void cut_pieces(std::string_view text, const TokenList& list, PieceList& out);

}  // namespace dateline::indexer
