// Tagged tokens as CoNLL's shared tasks write them, and the names that the tags make up.
#pragma once

#include "common/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::quality {

/// A sentence: its tokens, and a tag for each: "O", "B-PER", "I-PER".
struct TaggedSentence {
    std::vector<std::string> tokens{};
    std::vector<std::string> tags{};
};

/// Its sentences, headlines among them: the tags do not say which.
using TaggedArticle = std::vector<TaggedSentence>;

/// Reads a token a line, tab, tag (columns between are passed over); an empty line ends a sentence,
/// a line that begins with -DOCSTART- an article. Fails with InputFormat, naming the line.
Result<std::vector<TaggedArticle>> parse_bio(std::string_view text);

/// A name: a half-open range of tokens of one sentence, and its type: "PER".
struct Chunk {
    std::size_t first = 0;
    std::size_t past = 0;
    std::string type{};

    friend bool operator==(const Chunk&, const Chunk&) = default;
};

/// The names of one sentence by conlleval's definition
/// (https://www.cnts.ua.ac.be/conll2000/chunking/conlleval.txt): B- begins one, and so does I-
/// behind O or behind another type; both ways of writing BIO are read. `tags` are parse_bio()'s.
std::vector<Chunk> chunks_of(const std::vector<std::string>& tags);

}  // namespace dateline::quality
