// Which language an article is written in, as its text shows.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

/// The ISO 639-1 code (639-2 where there is none) of the language of `text` (valid UTF-8), by its
/// first 4 KiB; "und" if that is not sure: a wrong language would lend its stems to every query.
std::string detect_language(std::string_view text);

}  // namespace dateline::indexer
