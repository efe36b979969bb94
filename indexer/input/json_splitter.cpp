#include "indexer/input/json_splitter.hpp"

#include "indexer/input/blanks.hpp"
#include "indexer/input/encoding.hpp"
#include "indexer/input/json_articles.hpp"
#include "indexer/input/json_nesting.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::size_t kFirstLook = kEncodingBytes;  // as much as claims() is shown

/// Whether a dump that begins so must be cut by brackets, not by lines.
bool needs_brackets(std::string_view first_bytes)
{
    const auto first = first_bytes.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) { return false; }
    if (first_bytes[first] == '{') {
        const auto behind = first_bytes.find_first_not_of(" \t\r", first + 1);
        return behind != std::string_view::npos && first_bytes[behind] == '\n';
    }
    const auto second = first_bytes.find_first_not_of(kBlanks, first + 1);
    return first_bytes[first] == '[' && second != std::string_view::npos &&
           (first_bytes[second] == '{' || first_bytes[second] == ']');
}

std::string_view trim(std::string_view text)
{
    if (text.starts_with(kByteOrderMark)) { text.remove_prefix(kByteOrderMark.size()); }
    return without_blanks(text);
}

}  // namespace

std::optional<JsonPiece> JsonSplitter::next()
{
    if (!begun_) { begin(); }
    pass(handed_out_);
    handed_out_ = 0;
    return by_brackets_ ? next_value() : next_line();
}

void JsonSplitter::begin()
{
    begun_ = true;
    while (window_.view().size() < kFirstLook && window_.more()) {}
    if (window_.view().starts_with(kByteOrderMark)) { window_.drop(kByteOrderMark.size()); }
    const std::size_t list = find_article_list(window_.view());
    is_wrapped_ = list != std::string_view::npos;
    if (is_wrapped_) { pass(list); }
    by_brackets_ = is_wrapped_ || needs_brackets(window_.view());
}

std::optional<JsonPiece> JsonSplitter::next_line()
{
    for (;;) {
        JsonPiece line = piece(JsonPiece::Kind::Value);
        const Extent extent = find_line_end();
        const std::string_view view = window_.view();
        if (!extent.whole || (extent.fits && view.empty())) { return std::nullopt; }
        const std::size_t with_break = std::min(extent.size + 1, view.size());
        if (!extent.fits) {
            handed_out_ = with_break;
            line.kind = JsonPiece::Kind::TooLong;
            return line;
        }
        line.text = trim(view.substr(0, extent.size));
        if (!line.text.empty()) {
            handed_out_ = with_break;
            return line;
        }
        pass(with_break);
    }
}

JsonSplitter::Extent JsonSplitter::find_line_end()
{
    Extent line;
    for (std::size_t searched = 0;;) {
        line.size = window_.view().find('\n', searched);
        const bool found = line.size != std::string_view::npos;
        if (!found) { line.size = window_.view().size(); }
        line.fits = line.fits && line.size <= kMaxJsonBytes;
        if (found) { return line; }
        if (!line.fits) {
            pass(line.size);
            line.size = 0;
        }
        searched = line.size;
        if (!window_.more()) {
            line.whole = !window_.failed();
            return line;
        }
    }
}

std::optional<JsonPiece> JsonSplitter::next_value()
{
    if (is_over_ || !skip_between_values()) {
        if (is_over_) { return rest(); }
        if (window_.failed() || !array_open_) { return std::nullopt; }
        array_open_ = false;
        return piece(JsonPiece::Kind::OpenArray);
    }
    JsonPiece value = piece(JsonPiece::Kind::Value);
    const Extent extent = find_value_end();
    if (!extent.whole) { return std::nullopt; }
    handed_out_ = extent.size;
    if (extent.fits) {
        value.text = window_.view().substr(0, extent.size);
    } else {
        value.kind = JsonPiece::Kind::TooLong;
    }
    return value;
}

JsonSplitter::Extent JsonSplitter::find_value_end()
{
    Extent value;
    JsonNesting nesting;
    for (;;) {
        const auto seen = nesting.look(window_.view().substr(value.size));
        value.size += seen.count;
        value.fits = value.fits && value.size <= kMaxJsonBytes;
        if (seen.sight == JsonNesting::Sight::End) { return value; }
        if (!value.fits) {
            pass(value.size);
            value.size = 0;
        }
        if (!window_.more()) {
            value.whole = !window_.failed();
            return value;
        }
    }
}

/// Moves to where a value begins. False at the end of the dump.
bool JsonSplitter::skip_between_values()
{
    for (;;) {
        const std::string_view view = window_.view();
        const std::size_t size = std::min(view.find_first_not_of(" \t\r\n,[]"), view.size());
        const auto end = is_wrapped_ ? view.substr(0, size).find(']') : std::string_view::npos;
        if (end != std::string_view::npos) {
            pass(end + 1);
            is_over_ = true;
            return false;
        }
        const auto bracket = view.substr(0, size).find_last_of("[]");
        if (bracket != std::string_view::npos) { array_open_ = view[bracket] == '['; }
        const bool found = size < view.size();
        pass(size);
        if (found) { return true; }
        if (!window_.more()) { return false; }
    }
}

/// What stands behind the list, passed over; nothing if there are no objects in it.
std::optional<JsonPiece> JsonSplitter::rest()
{
    std::optional<JsonPiece> found;
    do {
        const auto object = window_.view().find('{');
        if (!found && object != std::string_view::npos) {
            pass(object);
            found = piece(JsonPiece::Kind::Rest);
        }
        pass(window_.view().size());
    } while (window_.more());
    return found;
}

JsonPiece JsonSplitter::piece(JsonPiece::Kind kind) const
{
    return {.kind = kind, .line = line_, .byte = window_.offset()};
}

void JsonSplitter::pass(std::size_t count)
{
    const std::string_view passed = window_.view().substr(0, count);
    line_ += static_cast<std::uint64_t>(std::count(passed.begin(), passed.end(), '\n'));
    window_.drop(count);
}

}  // namespace dateline::indexer
