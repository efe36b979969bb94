// Words with letters left open, inside of phrases: "prime minist*", "boris b?risov".
#pragma once

#include "common/result.hpp"
#include "searcher/query/query_spec.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

/// Letters before the first star: fewer would stand for half of all words.
inline constexpr std::size_t kMinPrefix = 3;

/// A piece of a phrase: a word with open letters, or the words between two such.
struct PhrasePiece {
    std::string_view text{};
    std::size_t offset = 0;  ///< in the phrase
    bool is_open = false;
};

/// The pieces of a phrase, in order. In quotes * is a sign everywhere, ? between letters: at a
/// word's end it is punctuation. Fails with QuerySyntax, the offset counted in `phrase`, if a star
/// has fewer letters before it than kMinPrefix.
Result<std::vector<PhrasePiece>> phrase_pieces(std::string_view phrase);

/// The same, each word a piece of its own. Of a phrase that was read before.
std::vector<PhrasePiece> phrase_words(std::string_view phrase);

/// How many words with open letters or slack a leaf has: each is looked up among all words.
std::size_t count_expansions(const QuerySpec& query);

/// Why a star at `offset` cannot be where it is, if so few letters stand before it.
Status check_star(std::string_view before, std::size_t offset);

}  // namespace dateline::searcher
