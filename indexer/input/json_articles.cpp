#include "indexer/input/json_articles.hpp"

#include "indexer/input/blanks.hpp"
#include "indexer/input/field_keys.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

/// The string that `text` begins with, behind its quote; takes it and its quotes off. What is not
/// closed goes to the end.
std::string_view take_string(std::string_view& text)
{
    text.remove_prefix(1);
    std::size_t end = 0;
    while (end < text.size() && text[end] != '"') { end += text[end] == '\\' ? 2 : 1; }
    const std::string_view inside = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return inside;
}

}  // namespace

bool begins_with_article(std::string_view text)
{
    if (text.starts_with("\xef\xbb\xbf")) { text.remove_prefix(3); }
    const auto object = text.find_first_not_of(" \t\r\n[");
    if (object == std::string_view::npos || text[object] != '{') { return false; }
    text.remove_prefix(object + 1);
    bool has_text = false;
    bool has_other = false;
    for (std::size_t depth = 1; depth != 0 && !text.empty();) {
        const char sign = text.front();
        if (sign == '"') {
            const std::string_view key = take_string(text);
            const auto behind = std::min(text.find_first_not_of(kBlanks), text.size());
            if (depth != 1 || !text.substr(behind).starts_with(':')) { continue; }
            const auto field = raw_field(key);
            has_text = has_text || field == RawField::Body;
            has_other = has_other || (field && field != RawField::Body);
            continue;
        }
        if (sign == '{' || sign == '[') { ++depth; }
        if (sign == '}' || sign == ']') { --depth; }
        text.remove_prefix(1);
    }
    // A long text may come first.
    return has_text && (has_other || text.empty());
}

}  // namespace dateline::indexer
