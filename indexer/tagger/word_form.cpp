#include "indexer/tagger/word_form.hpp"

#include "common/text/utf8.hpp"

#include <algorithm>
#include <string>
#include <unicode/uchar.h>
#include <vector>

namespace dateline::indexer {
namespace {

constexpr std::size_t kShapeFront = 4;      ///< of a long word's shape this much is kept,
constexpr std::size_t kShapeBack = 2;       ///< and this much of its end
constexpr std::size_t kSmallBeginning = 3;  ///< bytes before a hyphen or apostrophe: "al-", "d'"

/// The character's class as a letter; other characters stand for themselves.
char32_t shape_of(char32_t c)
{
    const auto point = static_cast<UChar32>(c);
    if (u_isupper(point) != 0 || u_istitle(point) != 0) { return U'X'; }
    if (u_isalpha(point) != 0) { return U'x'; }
    return u_isdigit(point) != 0 ? U'd' : c;
}

/// Typographic signs as ASCII has them, so that both ways of writing count as one.
std::string with_plain_signs(std::string_view written)
{
    std::string plain;
    while (!written.empty()) {
        const char32_t c = take_code_point(written);
        switch (c) {
            case 0x2018:
            case 0x2019:
            case 0x00B4:
            case U'`':
                plain += '\'';
                break;
            case 0x201C:
            case 0x201D:
            case 0x201E:
            case 0x00AB:
            case 0x00BB:
                plain += '"';
                break;
            case 0x2010:
            case 0x2011:
            case 0x2013:
            case 0x2014:
                plain += '-';
                break;
            default:
                append_utf8(plain, c);
        }
    }
    return plain;
}

void describe_shape(std::string_view plain, WordForm& form)
{
    std::u32string shape;
    bool small = false;
    bool large = false;
    bool figure = false;
    while (!plain.empty()) {
        shape += shape_of(take_code_point(plain));
        small = small || shape.back() == U'x';
        large = large || shape.back() == U'X';
        figure = figure || shape.back() == U'd';
    }
    bool capital = !shape.empty() && shape.front() == U'X';
    if (const auto sign = shape.find_first_of(U"-'"); sign <= kSmallBeginning && shape.size() > 3) {
        capital = capital || (sign + 1 < shape.size() && shape[sign + 1] == U'X');
    }
    form.letters = static_cast<WordCase>((capital ? kCapital : 0) |
                                         (large && !small && shape.size() > 1 ? kAllCapitals : 0) |
                                         (small || large ? kHasLetter
                                          : figure       ? kNumber
                                                         : 0) |
                                         (small && !large ? kSmall : 0));

    std::u32string brief = shape;
    brief.erase(std::unique(brief.begin(), brief.end()), brief.end());
    if (shape.size() > kShapeFront + kShapeBack) {
        shape = shape.substr(0, kShapeFront) + shape.substr(shape.size() - kShapeBack);
    }
    const auto hash = [](const std::u32string& letters) {
        std::uint64_t mixed = letters.size();
        for (const char32_t c : letters) { mixed = mix(mixed, c); }
        return mixed;
    };
    form.shape = hash(shape);
    form.brief = hash(brief);
}

void describe_affixes(const std::string& folded, WordForm& form)
{
    std::vector<std::size_t> borders;  // of characters
    for (std::size_t at = 0; at < folded.size(); ++at) {
        if ((static_cast<unsigned char>(folded[at]) & 0xC0U) != 0x80U) { borders.push_back(at); }
    }
    const std::size_t characters = borders.size();
    borders.push_back(folded.size());
    const std::string_view text = folded;
    form.affixes = static_cast<std::uint8_t>(std::min(characters, kAffixes));
    for (std::size_t n = 1; n <= form.affixes; ++n) {
        form.prefixes[n - 1] = hash_of(text.substr(0, borders[n]));
        form.suffixes[n - 1] = hash_of(text.substr(borders[characters - n]));
    }
}

/// The word's entry; its group else that of its last part, as "-based" of "London-based".
KnownWord look_up(const std::string& folded, const KnownWords& lexicon)
{
    KnownWord entry = lexicon.find(hash_of(folded));
    const std::size_t hyphen = folded.rfind('-');
    if (entry.group == 0 && hyphen != std::string::npos && hyphen + 2 < folded.size()) {
        entry.group = lexicon.find(hash_of(std::string_view{folded}.substr(hyphen + 1))).group;
    }
    return entry;
}

}  // namespace

WordForm word_form(std::string_view written, const KnownWords& lexicon)
{
    WordForm form;
    const std::string plain = with_plain_signs(written);
    describe_shape(plain, form);
    std::string folded = fold(plain);
    const KnownWord entry = look_up(folded, lexicon);
    for (char& c : folded) {
        if (c >= '0' && c <= '9') { c = '0'; }
    }
    form.folded = hash_of(folded);
    describe_affixes(folded, form);
    form.groups = lexicon.groups(entry.group);
    form.kinds = form.is(kCapital)
                     ? entry.kinds
                     : static_cast<WordKind>(entry.kinds & (kListedTitle | kListedParticle));
    return form;
}

WordForm margin_form(bool before)
{
    WordForm form;
    form.folded = form.shape = form.brief = before ? 1 : 2;
    return form;
}

}  // namespace dateline::indexer
