// Wiki markup as text.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

/// An article of a wiki: its text, and what its templates say of its date.
struct WikiText {
    std::string text{};
    std::string date{};  ///< of {{date|…}}, {{byline|date=…}} and the like; "" if there is none
};

/// Links become their words; templates, tables, files, categories, references, comments and the
/// signs of emphasis and headings are taken off ({{w|Name|words}} is a link). Linear in the text,
/// whatever it nests.
WikiText read_wiki_text(std::string_view markup);

}  // namespace dateline::indexer
