// Where an article names people: title and body in, spans out, by the trained tagger in languages
// that it knows, else by rules and tables. Who they are, and which spans name the same person, is
// name_linker.hpp's to say.
#pragma once

#include "common/schema/field.hpp"
#include "indexer/detect/detector.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// The rule of a name that is a given name only, behind a title: "King Hussein".
inline constexpr std::string_view kRoyalRule = "royal-title";

/// A span that names a person, without titles and possessive ending.
struct NameSpan {
    FieldId where = FieldId::Body;  ///< Title or Body
    std::uint32_t first = 0;        ///< half-open range of words in that text's TokenList
    std::uint32_t last = 0;
    std::string_view rule{};  ///< how it was found: "title-before-name", "given-name", …
    bool certain = true;      ///< false: only if the article has somebody of this name elsewhere

    friend bool operator==(const NameSpan&, const NameSpan&) = default;
};

/// The spans of `article`, title first, in the order of the text; they do not overlap and never go
/// over a sentence's end. `known` are names (folded, words divided by single blanks) of people
/// that the article is known to be about: their surnames count wherever they stand.
std::vector<NameSpan> find_names(const TokenizedArticle& article,
                                 std::span<const std::string> known);

}  // namespace dateline::indexer
