#include "indexer/layout_lines.hpp"

#include "common/text/ascii.hpp"
#include "indexer/furniture.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"
#include "indexer/page_lines.hpp"
#include "indexer/picture_credit.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace dateline::indexer {
namespace {

constexpr std::size_t kWidest = 100;  ///< characters that wrapped prose has in a line
constexpr std::size_t kNarrowest = 40;

// A chorus or a repeated caption is shorter than an article.
constexpr std::size_t kShortestRepetition = 200;  ///< bytes

/// For each place the length of the longest run of lines from there that `lines` begins with.
/// Gusfield's Z algorithm; linear, since a line that is compared equal is not compared again.
std::vector<std::size_t> run_lengths(const std::vector<std::string_view>& lines)
{
    std::vector<std::size_t> lengths(lines.size(), 0);
    std::size_t begin = 0;
    std::size_t end = 0;
    for (std::size_t at = 1; at < lines.size(); ++at) {
        std::size_t length = at < end ? std::min(end - at, lengths[at - begin]) : 0;
        while (at + length < lines.size() && lines[length] == lines[at + length]) { ++length; }
        if (at + length > end) {
            begin = at;
            end = at + length;
        }
        lengths[at] = length;
    }
    return lengths;
}

/// How many lines at the front of `lines` stand there twice in a row; 0 if too few bytes do.
std::size_t square_size(const std::vector<std::string_view>& lines)
{
    const std::vector<std::size_t> lengths = run_lengths(lines);
    std::size_t longest = 0;
    for (std::size_t size = 1; size < lines.size(); ++size) {
        if (lengths[size] >= size) { longest = size; }
    }
    std::size_t bytes = 0;
    for (std::size_t n = 0; n < longest; ++n) { bytes += lines[n].size(); }
    return bytes < kShortestRepetition ? 0 : longest;
}

void mark(LayoutLine& line, LineKind kind, std::string_view rule)
{
    line.kind = kind;
    line.rule = rule;
}

/// A paragraph that stands a second time, anywhere if it is long, else right below the first. The
/// lines of wrapped prose are no paragraphs.
void drop_repeated_paragraphs(std::vector<LayoutLine>& lines)
{
    constexpr std::size_t kLong = 120;  // bytes
    constexpr std::size_t kShort = 40;
    if (text_width(lines) <= kWidest) { return; }
    std::unordered_set<std::string_view> seen;
    const LayoutLine* last = nullptr;
    for (LayoutLine& line : lines) {
        if (line.kind != LineKind::Body) { continue; }
        const bool below = last != nullptr && last->text == line.text;
        const bool anywhere = line.text.size() >= kLong && !seen.insert(line.text).second;
        if (anywhere || (below && line.text.size() >= kShort)) {
            mark(line, LineKind::Repeated, "paragraph-twice");
        } else {
            last = &line;
        }
    }
}

/// Marks what is furniture only below all prose.
void mark_foot(std::vector<LayoutLine>& lines)
{
    constexpr unsigned kMostLines = 60;
    constexpr std::size_t kLongest = 80;  // characters of a line that may be no prose
    unsigned seen = 0;
    for (std::size_t at = lines.size(); at-- > 0 && seen < kMostLines;) {
        LayoutLine& line = lines[at];
        if (line.kind != LineKind::Body) { continue; }
        ++seen;
        if (is_foot_furniture(line.text)) {
            mark(line, LineKind::Furniture, "foot");
        } else if (ends_sentence(line.text) || has_more_characters(line.text, kLongest)) {
            return;
        }
    }
}

/// `line` without blanks at its end, and only blanks of ASCII before it.
std::string_view raw_line(std::string_view line, std::string_view text)
{
    const auto indentation = static_cast<std::size_t>(text.data() - line.data());
    return line.substr(0, indentation + text.size());
}

/// "Image caption," by itself: the caption is the next line.
bool is_caption_label(const LayoutLine& line)
{
    static constexpr std::array<std::string_view, 4> kLabels{"image caption,", "image caption",
                                                             "media caption,", "media caption"};
    if (line.kind != LineKind::Furniture) { return false; }
    // "1/6": which picture it is.
    if (line.rule == "counter" && line.text.find('/') != std::string_view::npos) {
        return line.text.find(':') == std::string_view::npos;
    }
    return std::any_of(kLabels.begin(), kLabels.end(),
                       [&](std::string_view label) { return same_words(line.text, label); });
}

struct CreditPlace {
    bool may_be_caption;
    bool is_headline;
};

/// Cuts a picture's credit off a line; a caption goes with it.
void cut_credit(LayoutLine& line, CreditPlace place)
{
    const std::string_view content = line.text;
    const std::string_view front = without_credit(content);
    if (front.size() == content.size()) {
        line.raw = raw_line(line.raw, content);
    } else if (front.empty()) {
        mark(line, LineKind::Furniture, "photo-credit");
    } else if (ends_sentence(front) ||
               !(place.may_be_caption || place.is_headline || is_name(front))) {
        line.text = front;
        line.raw = raw_line(line.raw, front);
        line.credit = trimmed(content.substr(front.size()));
    } else if (place.may_be_caption || is_name(front)) {
        mark(line, LineKind::Furniture, "caption");
    }
}

}  // namespace

std::vector<LayoutLine> mark_lines(std::string_view text, bool of_record)
{
    std::vector<LayoutLine> lines;
    for (const std::string_view whole : lines_of(text)) {
        lines.push_back({.text = trimmed(whole), .raw = whole});
    }
    const std::size_t width = text_width(lines);
    bool is_first = true;  // "Storm over Lima (photos and video)" is a headline
    for (std::size_t at = 0; at < lines.size(); ++at) {
        LayoutLine& line = lines[at];
        const std::string_view content = line.text;
        if (content.empty()) {
            line.kind = LineKind::Blank;
        } else if (at > 0 && width <= kWidest && !ends_sentence(lines[at - 1].text) &&
                   is_wrapped(lines, at - 1, width)) {
            continue;  // the end of a sentence that was wrapped: "… at the / close."
        } else if (is_furniture(content, of_record)) {
            mark(line, LineKind::Furniture, "table");
        } else if (!of_record && width > kWidest && is_counter(content)) {
            mark(line, LineKind::Furniture, "counter");
        } else if (!of_record && at > 0 && is_caption_label(lines[at - 1])) {
            mark(line, LineKind::Furniture, "caption");
        } else {
            cut_credit(line, {.may_be_caption = !of_record && !is_first && width > kWidest,
                              .is_headline = is_first && !of_record});
            is_first = false;
        }
    }
    mark_foot(lines);
    return lines;
}

void drop_repetition(std::vector<LayoutLine>& lines)
{
    // Read backwards, a repetition at the end is a square at the front.
    std::vector<std::string_view> texts;
    std::vector<std::size_t> places;
    for (std::size_t at = lines.size(); at-- > 0;) {
        if (lines[at].kind != LineKind::Body) { continue; }
        texts.push_back(lines[at].text);
        places.push_back(at);
    }
    while (const std::size_t size = square_size(texts)) {
        for (std::size_t n = 0; n < size; ++n) {
            mark(lines[places[n]], LineKind::Repeated, "text-twice");
        }
        const auto behind = static_cast<std::ptrdiff_t>(size);
        texts.erase(texts.begin(), texts.begin() + behind);
        places.erase(places.begin(), places.begin() + behind);
    }
    drop_repeated_paragraphs(lines);
}

std::size_t text_width(const std::vector<LayoutLine>& lines)
{
    constexpr std::size_t kLinesToLookAt = 30;  // of those that may be wrapped, no menu's
    constexpr std::size_t kMostLines = 200;
    std::size_t width = 0;
    std::size_t seen = 0;
    for (std::size_t n = 0; n < std::min(lines.size(), kMostLines) && seen < kLinesToLookAt; ++n) {
        const std::size_t size = character_count(lines[n].raw);
        width = std::max(width, size);
        seen += size >= kNarrowest || n < kLinesToLookAt / 2 ? 1 : 0;
    }
    return width;
}

bool is_wrapped(const std::vector<LayoutLine>& lines, std::size_t at, std::size_t width)
{
    if (width > kWidest || at + 1 >= lines.size() || lines[at].kind != LineKind::Body ||
        lines[at + 1].kind != LineKind::Body) {
        return false;
    }
    const std::string_view next = lines[at + 1].text;
    const std::size_t size = character_count(lines[at].raw);
    if (size < kNarrowest) { return false; }
    if (ascii::is_small(next.front())) { return true; }
    return size + 1 + character_count(next.substr(0, next.find(' '))) > width;
}

}  // namespace dateline::indexer
