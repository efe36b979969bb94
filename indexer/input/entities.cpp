#include "indexer/input/entities.hpp"

#include "common/text/utf8.hpp"
#include "indexer/input/windows1252.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <libxml/HTMLparser.h>

namespace dateline::indexer {
namespace {

constexpr std::size_t kLongestName = 10;  ///< "&thetasym;", "&#x10ffff;"

/// Appends the character of a number; nothing if it is a control character.
void append_character(std::uint32_t code, std::string& out)
{
    if (code >= 0x80U && code < 0xa0U) { code = kWindows1252.at(code - 0x80U); }
    if (code < 0x20U && code != '\n' && code != '\t') { return; }
    append_utf8(out, static_cast<char32_t>(code));
}

/// Appends the character of "233" or "xe9". False: it is none.
bool append_number(std::string_view digits, std::string& out)
{
    const bool hex = digits.starts_with('x') || digits.starts_with('X');
    if (hex) { digits.remove_prefix(1); }
    std::uint32_t code = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, problem] = std::from_chars(digits.data(), end, code, hex ? 16 : 10);
    if (problem != std::errc{} || stop != end || code > 0x10ffffU ||
        (code >= 0xd800U && code < 0xe000U)) {
        return false;
    }
    append_character(code, out);
    return true;
}

/// Appends what `name` stands for: a name of HTML 4, or one of XML's or of TREC's dumps that HTML 4
/// does not have.
bool append_entity(std::string_view name, std::string& out)
{
    if (name.starts_with('#')) { return append_number(name.substr(1), out); }
    if (name == "nbsp") { return out += ' ', true; }
    if (name == "apos") { return out += '\'', true; }
    if (name == "hyph") { return out += '-', true; }
    std::array<xmlChar, kLongestName + 1> terminated{};
    std::copy_n(name.begin(), std::min(name.size(), kLongestName), terminated.begin());
    const htmlEntityDesc* const found = htmlEntityLookup(terminated.data());
    if (found == nullptr) { return false; }
    append_utf8(out, static_cast<char32_t>(found->value));
    return true;
}

}  // namespace

std::string decode_entities(std::string_view text)
{
    std::string decoded;
    decoded.reserve(text.size());
    while (!text.empty()) {
        const auto mark = std::min(text.find('&'), text.size());
        decoded += text.substr(0, mark);
        text.remove_prefix(mark);
        if (text.empty()) { break; }
        const auto end = text.substr(0, kLongestName + 2).find(';');
        if (end != std::string_view::npos && append_entity(text.substr(1, end - 1), decoded)) {
            text.remove_prefix(end + 1);
        } else {
            decoded += '&';
            text.remove_prefix(1);
        }
    }
    return decoded;
}

}  // namespace dateline::indexer
