#include "indexer/input/markup.hpp"

#include "common/text/ascii.hpp"
#include "indexer/input/blanks.hpp"
#include "indexer/input/entities.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

constexpr std::size_t kMaxRecordBytes = 2 * kMaxArticleBytes;
constexpr std::size_t kHeadBytes = std::size_t{64} << 10U;

/// Tags that begin a paragraph.
constexpr auto kBreaks = std::to_array<std::string_view>(
    {"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote", "figcaption", "section"});

bool is_name_part(char byte)
{
    return ascii::is_letter_or_digit(byte) || byte == '_' || byte == '-' || byte == ':' ||
           byte == '.';
}

/// Whether `text` has a tag that opens `name` at `at`, where "<" and the name stand.
bool opens_at(std::string_view text, std::size_t at, std::string_view name)
{
    const std::string_view behind = text.substr(at + 1 + name.size());
    return !behind.empty() &&
           (behind[0] == '>' || kBlanks.find(behind[0]) != std::string_view::npos);
}

std::size_t find_open(std::string_view text, std::size_t from, std::string_view name)
{
    const std::string tag = '<' + std::string{name};
    for (auto at = text.find(tag, from); at != std::string_view::npos;
         at = text.find(tag, at + 1)) {
        if (opens_at(text, at, name)) { return at; }
    }
    return std::string_view::npos;
}

}  // namespace

bool same_name(std::string_view name, std::string_view other)
{
    return std::equal(name.begin(), name.end(), other.begin(), other.end(),
                      [](char a, char b) { return ascii::lower(a) == ascii::lower(b); });
}

std::optional<Tag> tag_at(std::string_view text, std::size_t at)
{
    Tag tag{.begin = at};
    std::size_t name = at + 1;
    tag.closing = name < text.size() && text[name] == '/';
    if (tag.closing) { ++name; }
    if (name >= text.size() || !ascii::is_letter(text[name])) { return std::nullopt; }
    std::size_t behind = name;
    while (behind < text.size() && is_name_part(text[behind])) { ++behind; }
    const auto end = text.find_first_of("<>", behind);
    if (end == std::string_view::npos || text[end] == '<') { return std::nullopt; }
    tag.name = text.substr(name, behind - name);
    tag.attributes = text.substr(behind, end - behind);
    tag.end = end + 1;
    return tag;
}

std::optional<Tag> next_tag(std::string_view text, std::size_t from)
{
    for (auto at = text.find('<', from); at != std::string_view::npos;
         at = text.find('<', at + 1)) {
        if (auto tag = tag_at(text, at)) { return tag; }
    }
    return std::nullopt;
}

std::string attribute(std::string_view attributes, std::string_view name)
{
    while (!attributes.empty()) {
        const auto begin = attributes.find_first_not_of(" \t\r\n/");
        if (begin == std::string_view::npos) { return {}; }
        attributes.remove_prefix(begin);
        const auto equals = std::min(attributes.find('='), attributes.size());
        const std::string_view key = attributes.substr(0, equals);
        attributes.remove_prefix(std::min(equals + 1, attributes.size()));
        const bool quoted = attributes.starts_with('"') || attributes.starts_with('\'');
        const char quote = quoted ? attributes[0] : ' ';
        if (quoted) { attributes.remove_prefix(1); }
        const auto end = std::min(attributes.find(quote), attributes.size());
        const auto last = key.find_last_not_of(kBlanks);
        if (same_name(key.substr(0, last == std::string_view::npos ? 0 : last + 1), name)) {
            return decode_entities(attributes.substr(0, end));
        }
        attributes.remove_prefix(std::min(end + 1, attributes.size()));
    }
    return {};
}

std::optional<std::string_view> element(std::string_view text, std::string_view name)
{
    std::optional<std::size_t> begin;
    for (auto tag = next_tag(text, 0); tag; tag = next_tag(text, tag->end)) {
        if (!same_name(tag->name, name)) { continue; }
        if (!begin && !tag->closing) {
            begin = tag->end;
            if (tag->attributes.ends_with('/')) { return text.substr(tag->end, 0); }
        } else if (begin && tag->closing) {
            return text.substr(*begin, tag->begin - *begin);
        }
    }
    if (!begin) { return std::nullopt; }
    return text.substr(*begin);
}

std::string plain_text(std::string_view text, std::span<const std::string_view> without)
{
    std::string plain;
    std::size_t at = 0;
    std::string_view left_out{};  // the element that we are in
    for (auto tag = next_tag(text, 0); tag; tag = next_tag(text, tag->end)) {
        if (left_out.empty()) { plain += decode_entities(text.substr(at, tag->begin - at)); }
        at = tag->end;
        if (!left_out.empty()) {
            if (tag->closing && same_name(tag->name, left_out)) { left_out = {}; }
            continue;
        }
        const auto is_it = [&](std::string_view name) { return same_name(name, tag->name); };
        if (!tag->closing && std::any_of(without.begin(), without.end(), is_it)) {
            left_out = tag->name;
        } else if (std::any_of(kBreaks.begin(), kBreaks.end(), is_it)) {
            plain += is_it("br") ? "\n" : "\n\n";
        }
    }
    if (left_out.empty()) { plain += decode_entities(text.substr(at)); }
    return plain;
}

Notice notice_at(const MarkupPiece& piece, std::uint64_t record, std::string_view reason,
                 std::string_view message)
{
    Notice notice{.entry = std::to_string(record), .line = piece.line, .byte = piece.byte};
    notice.reason = reason;
    notice.message = message;
    return notice;
}

std::optional<Notice> fault_of(const MarkupPiece& piece, std::uint64_t record)
{
    if (piece.reason.empty()) { return std::nullopt; }
    return notice_at(piece, record, piece.reason,
                     piece.reason == "truncated" ? "its end tag is missing: is the file whole?"
                                                 : "the record is longer than 32 MiB");
}

std::string_view MarkupSplitter::head()
{
    std::size_t begin = std::string_view::npos;
    while (begin == std::string_view::npos) {
        for (const std::string_view name : names_) {
            begin = std::min(begin, find_open(window_.view(), 0, name));
        }
        if (window_.view().size() >= kHeadBytes || !window_.more()) { break; }
    }
    return window_.view().substr(0, begin);
}

/// Where the next record begins in the window; drops what stands before it. npos: nowhere.
std::size_t MarkupSplitter::find_begin()
{
    constexpr std::size_t kLongestTag = 64;  // that may be cut at the window's end
    for (;;) {
        std::size_t begin = std::string_view::npos;
        for (const std::string_view name : names_) {
            const auto at = find_open(window_.view(), 0, name);
            if (at < begin) { begin = at, name_ = name; }
        }
        if (begin != std::string_view::npos && begin + 1 + name_.size() < window_.view().size()) {
            return begin;
        }
        const std::size_t size = window_.view().size();
        if (begin == std::string_view::npos && size > kLongestTag) { pass(size - kLongestTag); }
        if (!window_.more()) { return std::string_view::npos; }
    }
}

std::optional<MarkupPiece> MarkupSplitter::next()
{
    pass(handed_out_);
    handed_out_ = 0;
    const std::size_t begin = find_begin();
    if (begin == std::string_view::npos) { return std::nullopt; }
    pass(begin);
    const std::string end_tag = "</" + std::string{name_} + '>';
    MarkupPiece piece{.line = line_, .byte = window_.offset()};
    for (std::size_t searched = 1;;) {
        const std::string_view view = window_.view();
        const auto end = view.find(end_tag, searched);
        const auto another = find_open(view.substr(0, end), searched, name_);
        if (another != std::string_view::npos || end != std::string_view::npos) {
            handed_out_ = another != std::string_view::npos ? another : end + end_tag.size();
            piece.text = view.substr(0, handed_out_);
            if (handed_out_ > kMaxRecordBytes) { piece.reason = "too-long"; }
            return piece;
        }
        if (view.size() > kMaxRecordBytes) {
            piece.reason = "too-long";
            handed_out_ = view.size() - end_tag.size();
            return piece;
        }
        searched = view.size() - std::min(view.size() - 1, end_tag.size());
        if (window_.more()) { continue; }
        if (window_.failed()) { return std::nullopt; }
        piece.reason = "truncated";
        handed_out_ = window_.view().size();
        return piece;
    }
}

void MarkupSplitter::pass(std::size_t count)
{
    const std::string_view passed = window_.view().substr(0, count);
    line_ += static_cast<std::uint64_t>(std::count(passed.begin(), passed.end(), '\n'));
    window_.drop(count);
}

}  // namespace dateline::indexer
