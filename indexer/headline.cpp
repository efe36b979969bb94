#include "indexer/headline.hpp"

#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"
#include "indexer/byline.hpp"
#include "indexer/dateline.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

constexpr std::size_t kLongestTitle = 200;  ///< characters
constexpr std::size_t kLongestSentence = 150;
constexpr std::size_t kLongestCry = 120;  ///< "Who will stop them?"

bool has_letter(std::string_view text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return !ascii::is_ascii(c) || ascii::is_letter(c); });
}

/// "… to the U.S." and "… Acme Inc." end with an abbreviation, not with a sentence.
bool ends_with_abbreviation(std::string_view text)
{
    if (!text.ends_with('.')) { return false; }
    const auto words = words_of(text);
    const std::string_view last = words.back();
    static constexpr std::array<std::string_view, 6> kShort{"Inc.", "Corp.", "Co.",
                                                            "Ltd.", "Jr.",   "Sr."};
    return last.find('.') + 1 < last.size() ||
           std::find(kShort.begin(), kShort.end(), last) != kShort.end();
}

/// A headline without the pictures before it: "⚡️Ferry lost".
std::string_view without_pictures(std::string_view text)
{
    for (std::string_view rest = text; !rest.empty(); text = rest) {
        const char32_t c = take_code_point(rest);
        const bool picture = (c >= 0x2600 && c <= 0x27BF) || (c >= 0x1F300 && c <= 0x1FAFF) ||
                             c == 0xFE0F || c == 0x200D || c == ' ';
        if (!picture) { return text; }
    }
    return text;
}

/// A headline without the marks of Markdown around it.
std::string_view without_marks(std::string_view text)
{
    while (text.starts_with('#')) { text.remove_prefix(1); }
    text = without_pictures(text);
    text = trimmed(text);
    constexpr std::string_view kBold = "**";
    if (text.size() > 2 * kBold.size() && text.starts_with(kBold) && text.ends_with(kBold)) {
        text = text.substr(kBold.size(), text.size() - 2 * kBold.size());
    }
    return trimmed(text);
}

}  // namespace

Headline read_headline(std::string_view line)
{
    const std::string_view text = without_marks(line);
    const std::size_t bar = text.rfind(" | ");
    if (bar != std::string_view::npos) {
        const std::string_view title = trimmed(text.substr(0, bar));
        const std::string_view outlet = trimmed(text.substr(bar + 3));
        constexpr std::size_t kFewestTitleWords = 3;
        if (word_count(title) >= kFewestTitleWords && is_outlet_name(outlet)) {
            return {.title = title, .outlet = outlet};
        }
    }
    return {.title = text, .outlet = {}};
}

bool may_be_headline(std::string_view line)
{
    return has_letter(line) && !has_more_characters(line, kLongestTitle);
}

bool may_be_headline_sentence(std::string_view line)
{
    return !has_more_characters(line, ends_sentence(line) ? kLongestSentence : kLongestTitle);
}

bool reads_as_headline(std::string_view line)
{
    if (read_dateline(line)) { return false; }
    line = without_marks(line);
    const bool cry = line.ends_with('?') || line.ends_with('!');
    if (cry) { return !has_more_characters(line, kLongestCry); }
    return !ends_sentence(line) || ends_with_abbreviation(line);
}

}  // namespace dateline::indexer
