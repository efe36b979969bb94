#include "common/text/language.hpp"

#include "common/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cld2/public/compact_lang_det.h>
#include <map>
#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace dateline {
namespace {

/// CLD2 looks at no more than this much: the beginning of an article tells its language.
constexpr std::size_t kMaxDetectBytes = 4096;

bool is_plain_code(std::string_view code)
{
    return (code.size() == 2 || code.size() == 3) &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Folded name of each language in English and in itself → its code.
const std::map<std::string, std::string, std::less<>>& language_names()
{
    static const auto kNames = [] {
        std::map<std::string, std::string, std::less<>> names;
        for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
            const icu::Locale locale{*code};
            for (const icu::Locale& speaker : {icu::Locale::getEnglish(), locale}) {
                icu::UnicodeString name;
                locale.getDisplayLanguage(speaker, name);
                std::string utf8;
                name.toUTF8String(utf8);
                names.emplace(fold(utf8), *code);
            }
        }
        return names;
    }();
    return kNames;
}

}  // namespace

std::string detect_language(std::string_view text)
{
    text = text.substr(0, character_border(text, kMaxDetectBytes));
    bool reliable = false;
    const CLD2::Language language =
        CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), true, &reliable);
    const std::string code = CLD2::LanguageCode(language);
    const std::string_view primary = std::string_view{code}.substr(0, code.find('-'));
    if (!reliable || language == CLD2::UNKNOWN_LANGUAGE || !is_plain_code(primary)) {
        return std::string{kUnknownLanguage};
    }
    return std::string{primary == "iw" ? "he" : primary};  // CLD2 keeps the code of before 1989
}

std::string language_code(std::string_view stated)
{
    const std::string folded = fold(stated);
    const std::string_view primary = std::string_view{folded}.substr(0, folded.find_first_of("-_"));
    if (is_plain_code(primary)) {
        const icu::Locale locale{std::string{primary}.c_str()};
        if (*locale.getISO3Language() != '\0') { return locale.getLanguage(); }
    }
    const auto named = language_names().find(folded);
    return named == language_names().end() ? std::string{} : named->second;
}

}  // namespace dateline
