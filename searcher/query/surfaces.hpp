// The words of a text that a person typed, as the index knows them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

/// The surface forms of the words, in order.
std::vector<std::string> surfaces_of(std::string_view text);

}  // namespace dateline::searcher
