#include "indexer/layout_lines.hpp"

#include "indexer/furniture.hpp"
#include "indexer/line.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

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

/// `line` without blanks at its end, and only blanks of ASCII before it.
std::string_view raw_line(std::string_view line, std::string_view text)
{
    const auto indentation = static_cast<std::size_t>(text.data() - line.data());
    return line.substr(0, indentation + text.size());
}

}  // namespace

std::vector<LayoutLine> mark_lines(std::string_view text)
{
    std::vector<LayoutLine> lines;
    for (const std::string_view whole : lines_of(text)) {
        const std::string_view content = trimmed(whole);
        LayoutLine line{.text = content, .raw = whole, .kind = LineKind::Body};
        if (content.empty()) {
            line.kind = LineKind::Blank;
        } else if (is_furniture(content)) {
            line.kind = LineKind::Dropped;
        } else {
            line.text = without_credit(content);
            if (line.text.empty()) { line.kind = LineKind::Dropped; }
            line.raw = raw_line(whole, line.text);
        }
        lines.push_back(line);
    }
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
        for (std::size_t n = 0; n < size; ++n) { lines[places[n]].kind = LineKind::Dropped; }
        const auto behind = static_cast<std::ptrdiff_t>(size);
        texts.erase(texts.begin(), texts.begin() + behind);
        places.erase(places.begin(), places.begin() + behind);
    }
}

bool is_wrapped(const std::vector<LayoutLine>& lines, std::size_t at)
{
    constexpr std::size_t kNarrowest = 40;
    constexpr std::size_t kWidest = 100;
    constexpr std::size_t kLinesToLookAt = 30;
    if (at + 1 >= lines.size() || lines[at + 1].kind != LineKind::Body) { return false; }
    std::size_t width = 0;
    for (std::size_t n = 0; n < std::min(lines.size(), kLinesToLookAt); ++n) {
        width = std::max(width, character_count(lines[n].raw));
    }
    if (width > kWidest) { return false; }
    const std::string_view next = lines[at + 1].text;
    const std::size_t first_word = character_count(next.substr(0, next.find(' ')));
    const std::size_t size = character_count(lines[at].raw);
    const bool goes_on = next.front() >= 'a' && next.front() <= 'z';
    return size >= kNarrowest && (goes_on || size + 1 + first_word > width);
}

}  // namespace dateline::indexer
