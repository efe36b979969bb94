#include "common/cli/option_table.hpp"

#include <algorithm>

namespace dateline::cli {

bool has_word(std::string_view list, std::string_view word)
{
    while (!list.empty()) {
        const std::size_t blank = std::min(list.find(' '), list.size());
        if (list.substr(0, blank) == word) { return true; }
        list.remove_prefix(std::min(blank + 1, list.size()));
    }
    return false;
}

}  // namespace dateline::cli
