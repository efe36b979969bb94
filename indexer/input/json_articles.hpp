// Whether JSON that is not named as a dump holds articles.
#pragma once

#include <string_view>

namespace dateline::indexer {

/// Whether the text that begins so is an object, or an array of objects, the first of which has a
/// key for the text of an article and one for something else of it: settings, lists of places and
/// the like have not.
bool begins_with_article(std::string_view first_bytes);

}  // namespace dateline::indexer
