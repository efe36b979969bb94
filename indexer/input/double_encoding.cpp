#include "indexer/input/double_encoding.hpp"

#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"
#include "indexer/input/utf8_check.hpp"
#include "indexer/input/windows1252.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

constexpr unsigned kNone = 256;

/// The byte that a letter stands for in windows-1252; kNone if it is not there.
unsigned byte_of(char32_t letter)
{
    if (letter < 0x80 || (letter >= 0xa0 && letter < 0x100)) { return letter; }
    const auto found = std::find(kWindows1252.begin(), kWindows1252.end(), letter);
    if (found != kWindows1252.end()) {
        return 0x80U + static_cast<unsigned>(found - kWindows1252.begin());
    }
    return letter < 0xa0 ? letter : kNone;  // some take windows-1252 and let the gaps through
}

/// How many bytes the character has that this one begins; 0 if it begins none of several.
std::size_t length_from(unsigned byte)
{
    if (byte >= 0xc2 && byte <= 0xdf) { return 2; }
    if (byte >= 0xe0 && byte <= 0xef) { return 3; }
    return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}

/// Whether a letter from U+00C2 on is followed by another that is not ASCII: all doubly encoded
/// text has that, and hardly any other. Looks at bytes only.
bool may_be_double(std::string_view text)
{
    for (auto at = text.find('\xc3'); at != std::string_view::npos;
         at = text.find('\xc3', at + 2)) {
        if (at + 2 < text.size() && static_cast<unsigned char>(text[at + 2]) >= 0xc2U) {
            return true;
        }
    }
    return false;
}

/// The character that stands at the front of `text` in pieces: takes it off; empty if there is
/// none, and then takes the first letter off.
std::string take_pair(std::string_view& text)
{
    std::string bytes;
    const unsigned first = byte_of(take_code_point(text));
    const std::string_view behind_first = text;
    const std::size_t length = first < kNone ? length_from(first) : 0;
    if (length == 0) { return {}; }
    bytes += static_cast<char>(first);
    while (bytes.size() < length && !text.empty()) {
        const unsigned next = byte_of(take_code_point(text));
        if (next < 0x80 || next > 0xbf) { break; }
        bytes += static_cast<char>(next);
    }
    if (bytes.size() == length && is_utf8(bytes)) { return bytes; }
    text = behind_first;
    return {};
}

}  // namespace

std::optional<std::string> repair_double_encoding(std::string_view text)
{
    if (!may_be_double(text) || !is_utf8(text)) { return std::nullopt; }
    std::string repaired;
    repaired.reserve(text.size());
    std::size_t short_pairs = 0;
    bool certain = false;
    const char* const begin = text.data();
    while (!text.empty()) {
        const auto plain = static_cast<std::size_t>(
            std::find_if(text.begin(), text.end(), [](char b) { return !ascii::is_ascii(b); }) -
            text.begin());
        repaired += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) { break; }
        const std::string_view here = text;
        const std::string pair = take_pair(text);
        if (pair.empty()) {
            std::string_view letter = here;
            if (length_from(byte_of(take_code_point(letter))) != 0) { return std::nullopt; }
            repaired += here.substr(0, here.size() - text.size());
            continue;
        }
        const bool in_word = here.data() != begin && ascii::is_letter(*(here.data() - 1)) &&
                             !text.empty() && ascii::is_letter(text.front());
        certain = certain || pair.size() > 2 || in_word || ++short_pairs >= 2;
        repaired += pair;
    }
    if (!certain) { return std::nullopt; }
    return repaired;
}

}  // namespace dateline::indexer
