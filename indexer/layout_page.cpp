// What a whole page has around its article: menus above the headline, a footer of links below the
// text. Told by runs of short lines and by what the tables know among them.
#include "common/text/utf8.hpp"
#include "indexer/furniture.hpp"
#include "indexer/headline.hpp"
#include "indexer/layout_reader.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"
#include "indexer/outlets.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace dateline::indexer {
namespace {

constexpr std::size_t kMostHead = 80;   ///< lines that may stand above the text
constexpr std::size_t kLongProse = 80;  ///< characters

/// "More menu", "US & Canada"; or "News   Sport   Weather" in one line.
bool is_menu_line(std::string_view text)
{
    constexpr std::size_t kMostWords = 4;
    constexpr std::size_t kLongest = 40;  // characters
    constexpr std::size_t kLongestRow = 200;
    if (ends_sentence(text) || text.ends_with('?')) { return false; }
    const auto words = words_of(text);
    const auto letters = std::count_if(words.begin(), words.end(), [](std::string_view word) {
        return !has_figure(word) && word.size() > 2;
    });
    if (static_cast<std::size_t>(letters) <= kMostWords && !has_more_characters(text, kLongest)) {
        return true;
    }
    std::size_t gaps = 0;
    for (std::size_t at = text.find("   ");
         at != std::string_view::npos && text.size() <= kLongestRow;
         at = text.find("   ", at + 3)) {
        ++gaps;
    }
    return gaps >= 2;
}

bool is_long_prose(std::string_view text)
{
    return has_more_characters(text, kLongProse) && ends_sentence(text) && !text.ends_with(':');
}

/// A sentence of some length, and no question to the reader.
bool is_sentence(std::string_view text)
{
    constexpr std::size_t kShortest = 40;  // characters
    return has_more_characters(text, kShortest) && ends_sentence(text) && !text.ends_with(':') &&
           !text.ends_with(',');
}

/// How much a line speaks for (or against) the text going on to it.
int weight_of(const LayoutLine& line)
{
    constexpr int kFurniture = -40;
    constexpr int kShort = -30;
    constexpr int kSentence = 20;
    constexpr std::size_t kMost = 200;
    if (line.kind == LineKind::Furniture) { return kFurniture; }
    if (line.kind != LineKind::Body) { return 0; }
    if (is_long_prose(line.text)) { return static_cast<int>(std::min(line.text.size(), kMost)); }
    return is_prose(line.text) ? kSentence : kShort;
}

}  // namespace

/// The first line of the text proper, or the number of lines.
std::size_t LayoutReader::first_long_prose() const
{
    const std::size_t end = std::min(content_.size(), kMostHead);
    for (std::size_t n = 0; n < end; ++n) {
        if (is_body(n) && is_long_prose(line(n).text)) { return n; }
    }
    return content_.size();
}

/// What a line above the headline says of the source: an outlet's name, an institute's.
void LayoutReader::offer_masthead(std::string_view text)
{
    while (text.starts_with('*') || text.starts_with('#')) { text.remove_prefix(1); }
    while (text.ends_with('*')) { text.remove_suffix(1); }
    text = trimmed(text);
    for (const std::string_view dash : {" — ", " – ", " - "}) {
        const std::string_view front = trimmed(text.substr(0, text.find(dash)));
        if (front.size() < text.size() && names_institution(front)) { text = front; }
    }
    if (names_institution(text) || is_site_name(text)) {
        offer_source(SourceRank::Masthead, text, "masthead", text);
    }
}

/// Everything above line `n`, which is the headline, but for credits.
void LayoutReader::take_above(std::size_t title, std::string_view rule)
{
    for (std::size_t n = 0; n < title; ++n) {
        const std::string_view text = line(n).text;
        if (is_body(n) && find_outlet(text.substr(0, outlet_prefix(text))) != nullptr) {
            offer_masthead(text);
        }
    }
    for (std::size_t n = 0; n < title; ++n) {
        if (!is_body(n)) { continue; }
        const auto credit = credit_of(line(n).text, false);
        if (credit) { continue; }
        offer_masthead(line(n).text);
        take(n, LineKind::Furniture, rule);
    }
}

/// A byline: the headline stands above it.
bool LayoutReader::is_credit_of_title(std::size_t n) const
{
    const auto credit = credit_of(line(n).text, false);
    return credit && !credit->byline.names.empty();
}

/// Five short lines or more at the front of a page, and a headline below them.
void LayoutReader::take_menu()
{
    constexpr std::size_t kFewest = 5;
    if (has_title_ || !may_have_scraps()) { return; }
    const std::size_t text = first_long_prose();
    if (text == content_.size()) { return; }
    std::size_t lines = 0;
    std::size_t n = 0;
    for (; n < text; ++n) {
        const bool body = is_body(n);
        if (body && is_credit_of_title(n)) { break; }
        if (body && !is_menu_line(line(n).text) && !credit_of(line(n).text, false)) { break; }
        lines += body || line(n).kind == LineKind::Furniture ? 1 : 0;
    }
    if (n < text && lines >= kFewest && is_whole_title(n)) { take_above(n, "menu"); }
}

/// A line of several words that stands twice above the text is the headline, whatever came first.
void LayoutReader::take_above_doubled()
{
    constexpr std::size_t kFewestWords = 4;
    if (has_title_ || !may_have_scraps()) { return; }
    std::unordered_map<std::string_view, std::size_t> seen;
    const std::size_t text = first_long_prose();
    if (text == content_.size()) { return; }
    std::size_t title = text;
    std::size_t settled = text;
    for (std::size_t n = 0; n < text; ++n) {
        const std::string_view words = line(n).text;
        if (!is_body(n) || word_count(words) < kFewestWords || !is_whole_title(n)) { continue; }
        const std::size_t next = next_body(n);
        // A headline above a date or a byline is one already.
        if (settled == text && next < text && credit_of(line(next).text, true)) { settled = n; }
        const auto [at, is_new] = seen.emplace(words, n);
        if (!is_new) { title = std::min(title, at->second); }
    }
    if (title < text && title <= settled) { take_above(title, "above-title"); }
}

/// "# Headline" in Markdown.
void LayoutReader::take_above_marked()
{
    if (has_title_ || !may_have_scraps()) { return; }
    for (std::size_t n = 0; n < std::min(content_.size(), kHeadLines); ++n) {
        if (!is_body(n)) { continue; }
        if (line(n).text.starts_with("# ") && is_whole_title(n)) {
            take_above(n, "above-title");
            return;
        }
        if (is_long_prose(line(n).text)) { return; }
    }
}

/// Whether the lines from `begin` on are short, as links are: what is not may be a text that was
/// wrapped.
bool LayoutReader::reads_as_links(std::size_t begin) const
{
    constexpr std::size_t kLongestLink = 60;  // characters
    std::size_t lines = 0;
    std::size_t longer = 0;
    for (std::size_t n = begin; n < content_.size(); ++n) {
        if (!is_body(n)) { continue; }
        ++lines;
        longer += has_more_characters(line(n).text, kLongestLink) ? 1 : 0;
    }
    return longer <= std::max<std::size_t>(1, lines / 3);
}

/// The footer of a page: behind the best end of the text, if the tables know some of it.
bool LayoutReader::take_page_foot()
{
    constexpr std::size_t kFewestLines = 6;
    constexpr std::size_t kFewestKnown = 3;
    constexpr std::size_t kCredits = 5;
    if (!may_have_scraps()) { return false; }
    long sum = 0;
    long best = 0;
    std::size_t end = 0;
    for (std::size_t n = 0; n < content_.size(); ++n) {
        sum += weight_of(line(n));
        if (sum >= best && is_body(n)) {
            best = sum;
            end = n + 1;
        }
        if (sum < 0) { sum = 0; }
    }
    if (end == 0) { return false; }
    // Furniture may stand between the last paragraphs, but no more than one line that may be text.
    for (std::size_t n = end, between = 0; n < content_.size() && between <= 1; ++n) {
        if (!is_body(n)) { continue; }
        if (is_sentence(line(n).text)) {
            end = n + 1;
            between = 0;
        } else {
            ++between;
        }
    }
    if (content_.size() - end < kFewestLines) { return false; }
    std::size_t known = 0;
    for (std::size_t n = end; n < content_.size(); ++n) {
        known += line(n).kind == LineKind::Furniture ? 1 : 0;
    }
    if (known < kFewestKnown) { return false; }
    if (!reads_as_links(end)) { return false; }
    foot_end_ = end;
    std::size_t seen = 0;
    for (std::size_t n = end; n < content_.size(); ++n) {
        if (!is_body(n)) { continue; }
        const bool credit = ++seen <= kCredits && credit_of(line(n).text, false);
        if (credit) { foot_end_ = n + 1; }
        if (!credit) { take(n, LineKind::Furniture, "page-foot"); }
    }
    return true;
}

/// A quotation set off between paragraphs that stands in one of them, word for word.
void LayoutReader::take_pull_quotes()
{
    constexpr std::size_t kMostText = std::size_t{64} << 10U;
    constexpr unsigned kMost = 8;
    constexpr std::size_t kFewestWords = 4;
    constexpr std::size_t kLongest = 300;  // bytes
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kQuotes{
        {{"\"", "\""}, {"“", "”"}, {"«", "»"}, {"‘", "’"}}};
    if (!may_have_scraps() || text_.size() > kMostText) { return; }
    unsigned seen = 0;
    for (std::size_t n = 1; n < content_.size() && seen < kMost; ++n) {
        std::string_view text = line(n).text;
        if (!is_body(n) || text.size() > kLongest || word_count(text) < kFewestWords) { continue; }
        for (const auto& [open, close] : kQuotes) {
            if (!text.starts_with(open) || !text.ends_with(close)) { continue; }
            ++seen;
            const std::string_view said =
                trimmed(text.substr(open.size(), text.size() - open.size() - close.size()));
            for (std::size_t other = 0; other < content_.size(); ++other) {
                if (other != n && is_body(other) && is_long_prose(line(other).text) &&
                    line(other).text.find(said) != std::string_view::npos) {
                    take(n, LineKind::Repeated, "pull-quote");
                    break;
                }
            }
            break;
        }
    }
}

}  // namespace dateline::indexer
