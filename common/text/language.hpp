// Codes of languages.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

inline constexpr std::string_view kUnknownLanguage = "und";

/// The ISO 639-1 code for a language as dumps state it: "en", "EN-us", "eng", "English", "español";
/// "" if it is none.
std::string language_code(std::string_view stated);

/// Whether it looks like a code: two or three small letters.
bool is_language_code(std::string_view code);

}  // namespace dateline
