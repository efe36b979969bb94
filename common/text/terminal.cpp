#include "common/text/terminal.hpp"

#include "common/text/utf8.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

/// Code points from `first` to `last`, both included.
struct Range {
    char32_t first;
    char32_t last;
};

constexpr auto kHarmful = std::to_array<Range>({
    {0x00, 0x1f},      // C0
    {0x7f, 0x9f},      // DEL and C1
    {0x61c, 0x61c},    // Arabic letter mark
    {0x200e, 0x200f},  // left-to-right and right-to-left marks
    {0x2028, 0x202e},  // line and paragraph separators; embeddings and overrides
    {0x2066, 0x2069},  // isolates
});

void append_visibly(std::string& out, char32_t code_point)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    out += "\\u{";
    for (unsigned shift = code_point > 0xff ? 12 : 4;; shift -= 4) {
        const auto digit = static_cast<std::size_t>((code_point >> shift) & 0xfU);
        if (digit != 0 || shift < 12) { out += kDigits[digit]; }
        if (shift == 0) { break; }
    }
    out += '}';
}

}  // namespace

bool is_harmful(char32_t code_point)
{
    return std::any_of(kHarmful.begin(), kHarmful.end(), [=](const Range& range) {
        return range.first <= code_point && code_point <= range.last;
    });
}

std::size_t harmless_prefix(std::string_view text)
{
    const auto end = std::find_if(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte >= 0x7f;
    });
    return static_cast<std::size_t>(end - text.begin());
}

std::string printable(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (;;) {
        const std::size_t harmless = harmless_prefix(text);
        out += text.substr(0, harmless);
        text.remove_prefix(harmless);
        if (text.empty()) { return out; }
        const char32_t code_point = take_code_point(text);
        if (code_point == '\n' || code_point == '\t') {
            out += ' ';
        } else if (is_harmful(code_point)) {
            append_visibly(out, code_point);
        } else {
            append_utf8(out, code_point);
        }
    }
}

}  // namespace dateline
