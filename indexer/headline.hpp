// Headlines: whether a line can be one, and what it says besides.
#pragma once

#include <string_view>

namespace dateline::indexer {

/// A headline's parts, views into its line.
struct Headline {
    std::string_view title{};   ///< without marks of Markdown
    std::string_view outlet{};  ///< "Headline | Evening Wire"; may be empty
};

/// Takes a line that is a headline apart.
Headline read_headline(std::string_view line);

/// Whether a line is short enough and has letters; it may still be a sentence.
bool may_be_headline(std::string_view line);

/// Whether it may be one even if it ends like a sentence: shorter than a first paragraph.
bool may_be_headline_sentence(std::string_view line);

/// Whether a line that may be one also does not end like a sentence or begin like a story.
bool reads_as_headline(std::string_view line);

}  // namespace dateline::indexer
