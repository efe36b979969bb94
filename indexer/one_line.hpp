// Texts in one line: values of fields, and the sentence that stands for a headline.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

/// `text` in one line: runs of blanks and line breaks become one blank.
std::string in_one_line(std::string_view text);

/// The first sentence of a body, cut between words if it is long: an article without a headline is
/// called so.
std::string first_sentence(std::string_view body);

}  // namespace dateline::indexer
