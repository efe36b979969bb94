#include "indexer/input/prose.hpp"

#include "common/text/utf8.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

enum class Sign { None, Within, End, Closing };

Sign sign_of(char32_t letter)
{
    switch (letter) {
        case '.':
        case '!':
        case '?':
        case U'…':
        case U'。':
        case U'！':
        case U'？':
        case U'؟':
        case U'।':
        case U'۔':
            return Sign::End;
        case ',':
        case ';':
        case ':':
        case U'，':
        case U'；':
        case U'：':
        case U'、':
        case U'،':
        case U'؛':
            return Sign::Within;
        case '"':
        case '\'':
        case ')':
        case ']':
        case U'”':
        case U'’':
        case U'»':
        case U'«':
        case U'“':
        case U'」':
        case U'』':
        case U'）':
            return Sign::Closing;
        default:
            return Sign::None;
    }
}

}  // namespace

unsigned sentence_signs(std::string_view text)
{
    constexpr unsigned kMost = 20;
    unsigned signs = 0;
    while (!text.empty() && signs < kMost) {
        const Sign sign = sign_of(take_code_point(text));
        // A dot in a number or an address is none.
        const bool apart = text.empty() || text.front() == ' ' || (text.front() & '\x80') != 0 ||
                           sign_of(static_cast<char32_t>(text.front())) != Sign::None;
        signs += (sign == Sign::End || sign == Sign::Within) && apart ? 1 : 0;
    }
    return signs;
}

bool is_whole_sentence(std::string_view text)
{
    constexpr std::size_t kEnough = 24;  // bytes: some quotes and brackets
    constexpr std::size_t kInitials = 12;
    // "… until 2070. (abc)": an agency, or who wrote it.
    const std::size_t open = text.rfind(" (");
    if (text.ends_with(')') && open != std::string_view::npos && text.size() - open <= kInitials) {
        text = text.substr(0, open);
    }
    const std::size_t from = text.size() > kEnough ? text.size() - kEnough : 0;
    text.remove_prefix(character_border(text, from));
    bool ended = false;
    while (!text.empty()) {
        const Sign sign = sign_of(take_code_point(text));
        ended = sign == Sign::End || (ended && sign == Sign::Closing);
    }
    return ended;
}

double prose_score(const PageBlock& block, Prose prose)
{
    constexpr std::uint32_t kMost = 600;
    constexpr std::uint32_t kUnsigned = 140;  // so long without any sign: a script that has none
    constexpr std::uint32_t kSentence = 25;
    constexpr std::uint32_t kParagraph = 70;
    constexpr std::uint32_t kLine = 15;
    if (block.heading != 0 || is_linked(block)) { return 0; }
    const std::uint32_t letters = block.letters - block.linked;
    if (prose == Prose::Lines) { return letters < kLine ? 0 : std::min(letters, kMost); }
    const unsigned signs = sentence_signs(block.text);
    if (signs == 0 && letters < kUnsigned) { return 0; }
    if (letters < kParagraph && (letters < kSentence || !is_whole_sentence(block.text))) {
        return 0;
    }
    return std::min(letters, kMost);
}

}  // namespace dateline::indexer
