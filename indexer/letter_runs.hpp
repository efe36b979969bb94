// Runs of letters: the words of a line, without figures and marks.
#pragma once

#include "common/text/ascii.hpp"
#include "common/text/characters.hpp"
#include "common/text/utf8.hpp"

#include <cstddef>
#include <string_view>

namespace dateline::indexer {

/// Calls `use(word)` for each run of letters of `text`, as it is written, until it says false.
template <class Use>
void each_letter_run(std::string_view text, Use use)
{
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (ascii::is_letter(text[at])) {
            ++at;
            continue;
        }
        std::string_view rest = text.substr(at, 4);
        const std::size_t size = rest.size();
        const char32_t c = take_code_point(rest);
        const std::size_t next = at + size - rest.size();
        const bool digit = c >= U'0' && c <= U'9';
        if (digit || character_class(c) != CharacterClass::Word) {
            if (at > begin && !use(text.substr(begin, at - begin))) { return; }
            begin = next;
        }
        at = next;
    }
    if (begin < text.size()) { use(text.substr(begin)); }
}

}  // namespace dateline::indexer
