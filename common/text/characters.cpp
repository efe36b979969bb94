#include "common/text/characters.hpp"

#include "common/text/utf8.hpp"

#include <string>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <vector>

namespace dateline {
namespace {

/// Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic: everything below has its row in the tables.
constexpr char32_t kTableEnd = 0x0700;

bool is_dictionary_script(char32_t code_point)
{
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(code_point), &status)) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_THAI:
        case USCRIPT_LAO:
        case USCRIPT_KHMER:
        case USCRIPT_MYANMAR:
            return true;
        default:
            return code_point == 0x30FC;  // the length mark, common to both kana
    }
}

CharacterClass classify(char32_t code_point)
{
    const auto c = static_cast<UChar32>(code_point);
    constexpr std::uint32_t kWordMask =
        U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK;  // no fractions, no superscripts
    if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) {
        return CharacterClass::Ignorable;
    }
    if ((U_GET_GC_MASK(c) & kWordMask) == 0) { return CharacterClass::Separator; }
    return is_dictionary_script(code_point) ? CharacterClass::Dictionary : CharacterClass::Word;
}

struct LetterTable {
    std::vector<CharacterClass> classes;
    std::vector<std::string> folded;
};

const LetterTable& letters()
{
    static const LetterTable table_of_letters = [] {
        LetterTable table;
        for (char32_t letter = 0; letter < kTableEnd; ++letter) {
            std::string utf8;
            append_utf8(utf8, letter);
            table.classes.push_back(classify(letter));
            table.folded.push_back(fold(utf8));
        }
        return table;
    }();
    return table_of_letters;
}

}  // namespace

CharacterClass character_class(char32_t code_point)
{
    return code_point < kTableEnd ? letters().classes[code_point] : classify(code_point);
}

std::string_view folded_letter(char32_t code_point)
{
    if (code_point >= kTableEnd) { return {}; }
    const std::string_view folded = letters().folded[code_point];
    return folded.data() == nullptr ? std::string_view{""} : folded;
}

}  // namespace dateline
