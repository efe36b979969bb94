#include "indexer/field_markup.hpp"

#include "common/text/word_set.hpp"
#include "indexer/input/entities.hpp"
#include "indexer/input/markup.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

/// Elements that articles are written in.
constexpr auto kTags = std::to_array<std::string_view>(
    {"a", "b",  "blockquote", "br",   "div",    "em", "figure", "h1", "h2", "h3",     "h4",
     "i", "li", "p",          "span", "strong", "td", "u",      "ul", "ol", "script", "style"});

/// Those that stand between paragraphs, so that line ends inside of these are blanks.
constexpr auto kBlocks = std::to_array<std::string_view>({"br", "div", "li", "p"});

/// What is no text.
constexpr auto kNoText = std::to_array<std::string_view>(
    {"script", "style", "noscript", "iframe", "form", "svg", "template", "object"});

template <std::size_t Size>
bool is_one_of(std::string_view name, const std::array<std::string_view, Size>& names)
{
    return std::any_of(names.begin(), names.end(),
                       [name](std::string_view other) { return same_name(name, other); });
}

/// What of HTML stands in a text: a start tag alone proves nothing ("Sprint <S>").
struct Markup {
    bool is_html = false;
    bool has_blocks = false;
};

Markup markup_in(std::string_view text)
{
    Markup markup;
    for (auto tag = next_tag(text, 0); tag && !markup.has_blocks; tag = next_tag(text, tag->end)) {
        if (!tag->closing && !same_name(tag->name, "br")) { continue; }
        markup.is_html = markup.is_html || is_one_of(tag->name, kTags);
        markup.has_blocks = is_one_of(tag->name, kBlocks);
    }
    return markup;
}

}  // namespace

std::optional<std::string> text_of_markup(std::string_view field)
{
    const bool may_have_tags = field.find("</") != std::string_view::npos ||
                               field.find("<br") != std::string_view::npos ||
                               field.find("<BR") != std::string_view::npos;
    const Markup markup = may_have_tags ? markup_in(field) : Markup{};
    if (!markup.is_html && field.find('&') == std::string_view::npos) { return std::nullopt; }
    std::string text;
    if (markup.is_html) {
        text = field;
        if (markup.has_blocks) { std::replace(text.begin(), text.end(), '\n', ' '); }
        text = plain_text(text, kNoText);
    } else {
        text = decode_entities(field);
    }
    if (text.find("&#") != std::string::npos) { text = decode_entities(text); }
    if (text == field) { return std::nullopt; }
    return text;
}

}  // namespace dateline::indexer
