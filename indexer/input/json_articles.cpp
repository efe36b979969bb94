#include "indexer/input/json_articles.hpp"

#include "indexer/input/blanks.hpp"
#include "indexer/input/field_keys.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

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

/// Whether what stands before `text` is a key.
bool is_key(std::string_view text) { return without_blanks(text).starts_with(':'); }

/// Whether the next thing that is no blank, colon or [ opens an object.
bool is_object_next(std::string_view text)
{
    const auto next = text.find_first_not_of(" \t\r\n:[");
    return next != std::string_view::npos && text[next] == '{';
}

}  // namespace

bool begins_with_article(std::string_view text)
{
    if (text.starts_with(kByteOrderMark)) { text.remove_prefix(kByteOrderMark.size()); }
    const auto object = text.find_first_not_of(" \t\r\n[");
    if (object == std::string_view::npos || text[object] != '{') { return false; }
    text.remove_prefix(object + 1);
    bool has_text = false;
    bool has_other = false;
    std::size_t deepest = 1;  // on which keys count: 2 in an object that wraps an article
    for (std::size_t depth = 1; depth != 0 && !text.empty();) {
        const char sign = text.front();
        if (sign == '"') {
            const std::string_view key = take_string(text);
            if (depth > deepest || !is_key(text)) { continue; }
            if (depth == 1) { deepest = is_wrapper_key(key) && is_object_next(text) ? 2 : 1; }
            if (depth < deepest) { continue; }
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

std::size_t find_article_list(std::string_view first_bytes)
{
    std::string_view text = first_bytes;
    if (text.starts_with(kByteOrderMark)) { text.remove_prefix(kByteOrderMark.size()); }
    if (!without_blanks(text).starts_with('{') || begins_with_article(text)) {
        return std::string_view::npos;
    }
    constexpr std::size_t kMostLists = 16;  // that are looked into: each look goes to their end
    std::size_t lists = 0;
    std::size_t list = std::string_view::npos;
    bool is_list = false;  // what comes next
    for (std::size_t depth = 0; !text.empty();) {
        const char sign = text.front();
        if (sign == '"') {
            const std::string_view key = take_string(text);
            is_list = is_key(text) && is_list_key(key);
            continue;
        }
        const bool is_first = sign == '[' && is_list && list == std::string_view::npos;
        if (is_first && is_object_next(text) && lists++ < kMostLists && begins_with_article(text)) {
            list = first_bytes.size() - text.size();
        }
        if (sign == '{' || sign == '[') { ++depth; }
        if (sign == '}' || sign == ']') { depth -= depth == 0 ? 0 : 1; }
        text.remove_prefix(1);
        // Another object follows: JSON Lines, whose records may hold lists of anything.
        if (sign == '}' && depth == 0 && without_blanks(text).starts_with('{')) {
            return std::string_view::npos;
        }
    }
    return list;
}

}  // namespace dateline::indexer
