// Tokens made a text again that a detector can read, and its spans made tokens again.
#pragma once

#include "benchmarks/quality/bio.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dateline::quality {

/// A half-open range of bytes or of tokens.
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;

    friend bool operator==(const Range&, const Range&) = default;
    friend auto operator<=>(const Range&, const Range&) = default;
};

/// The text of an article, and where the tokens of all its sentences stand in it.
struct JoinedText {
    std::string text{};
    std::vector<Range> tokens{};
};

/// Each sentence becomes a paragraph, since gold sentences are whole lines and often have no full
/// stop: headlines, rows of results. Blanks stand where people write them: none before a full stop
/// or "'s", none behind an opening bracket. Bytes that are not UTF-8 are replaced.
JoinedText join_tokens(const TaggedArticle& article);

/// The tokens that a span of bytes touches: a mark of "Quill" in the token "Quill-led" stands
/// for that token. Nothing if it touches none, or is empty.
std::optional<Range> tokens_at(const JoinedText& joined, Range bytes);

}  // namespace dateline::quality
