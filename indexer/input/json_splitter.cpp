#include "indexer/input/json_splitter.hpp"

#include "indexer/input/json_nesting.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::size_t kFirstLook = 4096;

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
    const auto begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) { return {}; }
    return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
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
    by_brackets_ = needs_brackets(window_.view());
}

std::optional<JsonPiece> JsonSplitter::next_line()
{
    for (;;) {
        JsonPiece line = piece(JsonPiece::Kind::Value);
        std::size_t size = 0;
        const bool fits = find_line_end(size);
        if (window_.failed() || (fits && window_.view().empty())) { return std::nullopt; }
        const std::size_t with_break = std::min(size + 1, window_.view().size());
        line.text = trim(window_.view().substr(0, size));
        if (fits && !line.text.empty()) {
            handed_out_ = with_break;
            return line;
        }
        pass(with_break);
        if (!fits) {
            line.kind = JsonPiece::Kind::TooLong;
            line.text = {};
            return line;
        }
    }
}

/// The size of the line at the front of the window, without its break. False if it is too long;
/// then its front has been passed, and `size` is that of the rest.
bool JsonSplitter::find_line_end(std::size_t& size)
{
    bool fits = true;
    std::size_t searched = 0;
    for (;;) {
        size = window_.view().find('\n', searched);
        const bool found = size != std::string_view::npos;
        if (!found) { size = window_.view().size(); }
        fits = fits && size <= kMaxJsonBytes;
        if (found) { return fits; }
        searched = size;
        if (!fits) {
            pass(size);
            searched = size = 0;
        }
        if (!window_.more()) { return fits; }
    }
}

std::optional<JsonPiece> JsonSplitter::next_value()
{
    if (!skip_between_values()) {
        if (window_.failed() || !array_open_) { return std::nullopt; }
        array_open_ = false;
        return piece(JsonPiece::Kind::OpenArray);
    }
    JsonPiece value = piece(JsonPiece::Kind::Value);
    std::size_t size = 0;
    const bool fits = find_value_end(size);
    if (window_.failed()) { return std::nullopt; }
    handed_out_ = size;
    if (fits) {
        value.text = window_.view().substr(0, size);
    } else {
        value.kind = JsonPiece::Kind::TooLong;
    }
    return value;
}

/// As find_line_end(), for the value at the front of the window.
bool JsonSplitter::find_value_end(std::size_t& size)
{
    bool fits = true;
    JsonNesting nesting;
    for (size = 0;;) {
        const auto seen = nesting.look(window_.view().substr(size));
        size += seen.count;
        fits = fits && size <= kMaxJsonBytes;
        if (seen.sight == JsonNesting::Sight::End) { return fits; }
        if (!fits) {
            pass(size);
            size = 0;
        }
        if (!window_.more()) { return fits; }
    }
}

/// Moves to where a value begins. False at the end of the dump.
bool JsonSplitter::skip_between_values()
{
    for (;;) {
        const std::string_view view = window_.view();
        const std::size_t size = std::min(view.find_first_not_of(" \t\r\n,[]"), view.size());
        const auto bracket = view.substr(0, size).find_last_of("[]");
        if (bracket != std::string_view::npos) { array_open_ = view[bracket] == '['; }
        const bool found = size < view.size();
        pass(size);
        if (found) { return true; }
        if (!window_.more()) { return false; }
    }
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
