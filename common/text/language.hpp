// Which language a text is written in.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

inline constexpr std::string_view kUnknownLanguage = "und";

/// The ISO 639-1 code (639-2 where there is none) of the language of `text` (valid UTF-8), by its
/// first 4 KiB; "und" if that is not sure: a wrong language would lend its stems to every query.
std::string detect_language(std::string_view text);

/// The ISO 639-1 code for a language as dumps state it: "en", "EN-us", "eng", "English", "español";
/// "" if it is none.
std::string language_code(std::string_view stated);

}  // namespace dateline
