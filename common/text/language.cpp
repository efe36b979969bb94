#include "common/text/language.hpp"

#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <map>
#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace dateline {
namespace {

/// Folded name of each language in English and in itself → its code.
const std::map<std::string, std::string, std::less<>>& language_names()
{
    static const auto all_names = [] {
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
    return all_names;
}

}  // namespace

bool is_language_code(std::string_view code)
{
    return (code.size() == 2 || code.size() == 3) &&
           std::all_of(code.begin(), code.end(), ascii::is_small);
}

std::string language_code(std::string_view stated)
{
    if (stated.empty()) { return {}; }
    const std::string folded = fold(stated);
    const std::string_view primary = std::string_view{folded}.substr(0, folded.find_first_of("-_"));
    if (is_language_code(primary)) {
        const icu::Locale locale{std::string{primary}.c_str()};
        if (*locale.getISO3Language() != '\0') { return locale.getLanguage(); }
    }
    const auto named = language_names().find(folded);
    return named == language_names().end() ? std::string{} : named->second;
}

}  // namespace dateline
