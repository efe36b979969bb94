// Whether JSON holds articles, and where.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline::indexer {

/// Whether the text that begins so is an object, or an array of objects, the first of which has a
/// key for the text of an article and one for something else of it, itself or in an object that
/// wraps it (is_wrapper_key()): settings, lists of places and the like have not.
bool begins_with_article(std::string_view first_bytes);

/// Where the list of articles begins, at its [, in a text that is one object around it: answers of
/// sites' interfaces ({"articles":[…]}), exports ({"messages":[…]}). npos if the object is an
/// article itself or one of several (JSON Lines), or if no list is begun in these bytes under a key
/// for one (is_list_key()) whose first element is an article as above.
std::size_t find_article_list(std::string_view first_bytes);

}  // namespace dateline::indexer
