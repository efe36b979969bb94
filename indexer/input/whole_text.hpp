// For formats that hold an article in each file: all of it at once.
#pragma once

#include "indexer/input/format.hpp"

#include <string>
#include <utility>
#include <variant>

namespace dateline::indexer {

/// The text of a file; a notice if it is longer than an article may be; the end if there is nothing
/// in it, or if its bytes fail: a text that is cut is no article.
using WholeText = std::variant<std::string, Notice, EndOfDump>;

WholeText read_whole_text(ByteSource& bytes);

/// One that is no text, as the record of its reader.
inline Record as_record(WholeText whole)
{
    if (auto* notice = std::get_if<Notice>(&whole)) { return std::move(*notice); }
    return EndOfDump{};
}

}  // namespace dateline::indexer
