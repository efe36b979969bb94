// Names by the trained tagger: English and Spanish.
#pragma once

#include "indexer/detect/name_spans.hpp"
#include "indexer/detect/name_text.hpp"

#include <string_view>
#include <vector>

namespace dateline::indexer {

/// Whether the tagger was trained on this language (ISO 639-1).
bool is_tagged_language(std::string_view language);

/// What the tagger makes of an article, in the order of the text, title first.
struct TaggedNames {
    std::vector<NameSpan> people{};  ///< one word without a title is not certain
    std::vector<NameSpan> others{};  ///< places, organisations: nobody is called so here
};

/// The texts are those of the lists that `title` and `body` were made of.
TaggedNames names_by_tagger(const NameText& title, const NameText& body, bool spanish);

}  // namespace dateline::indexer
