#include "common/text/utf8.hpp"

#include "common/text/ascii.hpp"

#include <algorithm>
#include <cstring>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace dateline {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The code point at `at`, or a negative number; moves `at` behind it. `at` is inside the text.
std::int32_t next_code_point(std::string_view text, std::int32_t& at)
{
    const auto size = static_cast<std::int32_t>(text.size());
    UChar32 code_point = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // ICU's macro narrows an int
    U8_NEXT(text.data(), at, size, code_point);
#pragma GCC diagnostic pop
    return code_point;
}

/// How many bytes at the front of `text` are ASCII.
std::size_t ascii_prefix(std::string_view text)
{
    constexpr std::uint64_t kHighBits = 0x8080808080808080U;
    std::size_t at = 0;
    for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        if ((word & kHighBits) != 0) { break; }
    }
    while (at < text.size() && ascii::is_ascii(text[at])) { ++at; }
    return at;
}

enum class Form { Nfc, Nfd, NfkcCasefold };

/// ICU's normalizers are immutable singletons; asking for one cannot fail on an installed ICU.
const icu::Normalizer2& normalizer(Form form)
{
    UErrorCode status = U_ZERO_ERROR;
    switch (form) {
        case Form::Nfc:
            return *icu::Normalizer2::getNFCInstance(status);
        case Form::Nfd:
            return *icu::Normalizer2::getNFDInstance(status);
        case Form::NfkcCasefold:
            break;
    }
    return *icu::Normalizer2::getNFKCCasefoldInstance(status);
}

std::string normalized(std::string_view text, Form form)
{
    std::string out;
    icu::StringByteSink<std::string> sink{&out, static_cast<std::int32_t>(text.size())};
    UErrorCode status = U_ZERO_ERROR;
    normalizer(form).normalizeUTF8(
        0, icu::StringPiece{text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr,
        status);
    return out;
}

bool is_nfc(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    return normalizer(Form::Nfc).isNormalizedUTF8(
               icu::StringPiece{text.data(), static_cast<std::int32_t>(text.size())}, status) != 0;
}

/// Marks that a reader may leave out when typing: accents of Latin, Greek and Cyrillic letters, and
/// the vowel points of Hebrew and Arabic. Not those that make another letter (kana, Indic vowels).
bool is_diacritic(char32_t mark)
{
    constexpr struct {
        char32_t first;
        char32_t last;
    } kRanges[] = {{0x0300, 0x036F}, {0x0483, 0x0487}, {0x0591, 0x05BD}, {0x05BF, 0x05BF},
                   {0x05C1, 0x05C2}, {0x05C4, 0x05C5}, {0x05C7, 0x05C7}, {0x064B, 0x065F},
                   {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
                   {0x20D0, 0x20F0}, {0xFE20, 0xFE2F}};
    return std::any_of(std::begin(kRanges), std::end(kRanges),
                       [mark](const auto& r) { return mark >= r.first && mark <= r.last; });
}

/// Letters that Unicode does not decompose, but that people type without their stroke.
char32_t plain_letter(char32_t letter)
{
    switch (letter) {
        case 0x0142:
            return U'l';
        case 0x00F8:
            return U'o';
        case 0x0111:
            return U'd';
        case 0x0127:
            return U'h';
        case 0x0131:
            return U'i';
        default:
            return letter;
    }
}

/// Appends ASCII without NULs, its lines ended by LF alone.
void append_clean(std::string& out, std::string_view ascii)
{
    constexpr std::string_view kUnclean{"\r\0", 2};
    const bool is_clean =
        ascii.find('\r') == std::string_view::npos && ascii.find('\0') == std::string_view::npos;
    while (!ascii.empty()) {
        const std::size_t good =
            is_clean ? ascii.size() : std::min(ascii.find_first_of(kUnclean), ascii.size());
        out.append(ascii.substr(0, good));
        ascii.remove_prefix(good);
        if (ascii.empty()) { return; }
        if (ascii.front() == '\r' && !ascii.substr(1).starts_with('\n')) { out += '\n'; }
        ascii.remove_prefix(1);
    }
}

std::string without_diacritics(std::string_view decomposed)
{
    constexpr char32_t kCyrillicI = 0x0438;
    constexpr char32_t kBreve = 0x0306;
    std::string out;
    out.reserve(decomposed.size());
    char32_t before = 0;
    while (!decomposed.empty()) {
        const char32_t letter = take_code_point(decomposed);
        if (!is_diacritic(letter) || (letter == kBreve && before == kCyrillicI)) {
            append_utf8(out, plain_letter(letter));
        }
        before = letter;
    }
    return out;
}

}  // namespace

char32_t take_code_point(std::string_view& text)
{
    std::int32_t at = 0;
    const std::int32_t code_point = next_code_point(text.substr(0, 4), at);
    text.remove_prefix(code_point < 0 ? 1 : static_cast<std::size_t>(at));
    return code_point < 0 ? kReplacement : static_cast<char32_t>(code_point);
}

void append_utf8(std::string& out, char32_t code_point)
{
    char bytes[4];
    std::int32_t size = 0;
    UBool invalid = 0;
    U8_APPEND(bytes, size, 4, static_cast<UChar32>(code_point), invalid);
    if (invalid != 0) { return append_utf8(out, kReplacement); }
    out.append(bytes, static_cast<std::size_t>(size));
}

bool is_utf8(std::string_view text)
{
    for (;;) {
        text.remove_prefix(ascii_prefix(text));
        if (text.empty()) { return true; }
        std::int32_t at = 0;
        if (next_code_point(text.substr(0, 4), at) < 0) { return false; }
        text.remove_prefix(static_cast<std::size_t>(at));
    }
}

CleanText clean_text(std::string_view text)
{
    if (text.starts_with(kByteOrderMark)) { text.remove_prefix(kByteOrderMark.size()); }
    CleanText clean;
    clean.text.reserve(text.size());
    while (!text.empty()) {
        const std::string_view ascii = text.substr(0, ascii_prefix(text));
        append_clean(clean.text, ascii);
        text.remove_prefix(ascii.size());
        if (text.empty()) { break; }
        std::int32_t at = 0;
        if (next_code_point(text.substr(0, 4), at) < 0) {
            ++clean.replaced;
            append_utf8(clean.text, kReplacement);
        } else {
            clean.text.append(text.data(), static_cast<std::size_t>(at));
        }
        text.remove_prefix(static_cast<std::size_t>(at));
    }
    if (ascii_prefix(clean.text) != clean.text.size() && !is_nfc(clean.text)) {
        clean.text = normalized(clean.text, Form::Nfc);
    }
    return clean;
}

std::size_t character_border(std::string_view text, std::size_t at)
{
    if (at >= text.size()) { return text.size(); }
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) { --at; }
    return at;
}

std::string fold(std::string_view text)
{
    if (ascii_prefix(text) == text.size()) { return ascii::lower(text); }
    const std::string decomposed = normalized(normalized(text, Form::NfkcCasefold), Form::Nfd);
    return normalized(without_diacritics(decomposed), Form::Nfc);
}

}  // namespace dateline
