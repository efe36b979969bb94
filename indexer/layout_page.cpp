// What a whole page has around its article: menus above the headline, a footer of links below the
// text. Told by runs of short lines and by what the tables know among them.
#include "common/text/utf8.hpp"
#include "common/url.hpp"
#include "indexer/date_line.hpp"
#include "indexer/furniture.hpp"
#include "indexer/headline.hpp"
#include "indexer/layout_reader.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"
#include "indexer/outlets.hpp"
#include "indexer/url_line.hpp"

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

/// A copy out of an archive or a search engine's memory says where the page was.
void LayoutReader::take_archived()
{
    constexpr std::size_t kMostLines = 3;
    constexpr std::array<std::string_view, 5> kMarks{"web.archive.org/", "cache", "caché", "кеш",
                                                     "кэш"};
    for (std::size_t n = 0; n < std::min(content_.size(), kMostLines); ++n) {
        const std::string_view text = line(n).text;
        const std::size_t at = text.rfind("http");
        if (at == std::string_view::npos || !is_url(text.substr(at)) || text.size() > 2000) {
            continue;
        }
        const bool copy = (text.find("Google") != std::string_view::npos ||
                           text.find("archive.org/") != std::string_view::npos) &&
                          std::any_of(kMarks.begin(), kMarks.end(), [text](std::string_view mark) {
                              return contains(text, mark);
                          });
        if (!copy) { continue; }
        std::string_view word = first_word(text.substr(at));
        while (word.ends_with('.') || word.ends_with(',')) { word.remove_suffix(1); }
        std::string url = canonical_url(word);
        if (url.empty() || host_of(url) == "web.archive.org") { continue; }
        layout_.url = std::move(url);
        note("url", layout_.url, "archive", word);
        take(n, LineKind::Furniture, "archive");
        return;
    }
}

/// What a line "key: value" of a mail or a feed says; false if its key says nothing.
bool LayoutReader::take_field_line(std::size_t n)
{
    const std::string_view text = line(n).text;
    std::size_t colon = text.find(": ");
    const std::string key = fold(text.substr(0, std::min(colon, text.size())));
    const std::string_view value =
        colon == std::string_view::npos ? std::string_view{} : trimmed(text.substr(colon + 1));
    if (key == "dc:creator" || key == "author" || key == "creator") {
        if (const auto names = read_signature(value)) { set_byline(names->names, "label", value); }
    } else if (key == "pubdate" || key == "date" || key == "dc:date" || key == "published") {
        const auto found = find_date(value, 0, order_of(value));
        if (found && !layout_.date) {
            layout_.date = found->date;
            layout_.date_rule = "header";
            note("date", to_string(*layout_.date), "header", value);
        }
    } else if (key == "from" || key == "source") {
        std::string_view name = trimmed(value.substr(0, value.find('<')));
        if (name.size() > 2 && name.front() == '"' && name.back() == '"') {
            name = name.substr(1, name.size() - 2);
        }
        offer_source(SourceRank::Stated, name, "label", value);
    } else if (key == "title" || key == "subject") {
        if (!has_title_) { set_title(value, "label"); }
    }
    return true;
}

/// The fields of a mail or a feed above its text: three lines "key: value" or more below each
/// other.
void LayoutReader::take_field_block()
{
    constexpr std::size_t kFewest = 3;
    constexpr std::size_t kMost = 24;
    constexpr std::array<std::string_view, 26> kKeys{
        "from",        "to",         "cc",         "subject",  "date",
        "reply-to",    "sent",       "message-id", "list-id",  "link",
        "guid",        "dc:creator", "creator",    "author",   "pubdate",
        "dc:date",     "category",   "categories", "comments", "content:encoded",
        "description", "title",      "source",     "url",      "published",
        "tags"};
    std::size_t begin = 0;
    const auto is_field = [&](std::size_t n) {
        const std::string_view text = line(n).text;
        const std::size_t colon = text.find(
            ':',
            begins_with(text, "dc:") || begins_with(text, "content:") ? text.find(':') + 1 : 0);
        return colon != std::string_view::npos && colon <= 20 &&
               is_one_of(std::string_view{fold(text.substr(0, colon))}, kKeys);
    };
    // The headline may stand above them.
    while (begin < std::min<std::size_t>(content_.size(), 2) && !is_field(begin)) { ++begin; }
    std::size_t end = begin;
    while (end < std::min(content_.size(), begin + kMost) && is_field(end)) { ++end; }
    if (end - begin < kFewest) { return; }
    for (std::size_t n = begin; n < end; ++n) {
        const bool known = line(n).kind == LineKind::Body || line(n).kind == LineKind::Furniture;
        if (known && take_field_line(n)) { take(n, LineKind::Part, "field"); }
    }
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
    const std::size_t text = std::min(first_long_prose(), std::min(content_.size(), kMostHead));
    std::size_t title = text;
    for (std::size_t n = 0; n < text; ++n) {
        const std::string_view words = line(n).text;
        if (!is_body(n) || words_of(words).size() < kFewestWords || !is_whole_title(n)) {
            continue;
        }
        const auto [at, is_new] = seen.emplace(words, n);
        if (!is_new) { title = std::min(title, at->second); }
    }
    if (title < text) { take_above(title, "above-title"); }
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
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kQuotes{
        {{"\"", "\""}, {"“", "”"}, {"«", "»"}, {"‘", "’"}}};
    if (!may_have_scraps() || text_.size() > kMostText) { return; }
    unsigned seen = 0;
    for (std::size_t n = 1; n < content_.size() && seen < kMost; ++n) {
        std::string_view text = line(n).text;
        if (!is_body(n) || text.size() > kLongest || words_of(text).size() < kFewestWords) {
            continue;
        }
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

/// "The post … appeared first on Harbour Wire.": what weblogs put below their feeds.
void LayoutReader::take_feed_note()
{
    constexpr std::array<std::string_view, 4> kNotes{
        " appeared first on ", " se publicó primero en ", " aparece primero en ",
        " apareceu primeiro em "};
    constexpr std::size_t kLongest = 400;  // bytes
    if (hints_.is_body || content_.empty()) { return; }
    for (std::size_t n = foot_begin(); n < content_.size(); ++n) {
        std::string_view text = line(n).text;
        if (!is_body(n) || text.size() > kLongest) { continue; }
        for (const std::string_view note : kNotes) {
            const std::size_t at = text.rfind(note);
            if (at == std::string_view::npos) { continue; }
            std::string_view outlet = trimmed(text.substr(at + note.size()));
            while (outlet.ends_with('.')) { outlet.remove_suffix(1); }
            if (!is_outlet_name(outlet)) { continue; }
            offer_source(SourceRank::Stated, outlet, "feed", outlet);
            take(n, LineKind::Furniture, "feed");
            break;
        }
    }
}

/// Whether the last part of a URL's path spells words of the headline: "/ferry-returns-without".
bool LayoutReader::spells_title(std::string_view url) const
{
    constexpr std::size_t kShortest = 4;  // letters
    constexpr std::size_t kEnough = 3;
    constexpr std::size_t kMostWords = 30;
    const std::string title =
        fold(layout_.title.empty() ? std::string{hints_.title} : layout_.title);
    std::size_t found = 0;
    std::size_t seen = 0;
    for (std::string_view word : words_of(title)) {
        if (++seen > kMostWords) { break; }
        while (!word.empty() && (word.back() == ',' || word.back() == ':' || word.back() == '.')) {
            word.remove_suffix(1);
        }
        if (word.size() >= kShortest && url.find(word) != std::string_view::npos) { ++found; }
    }
    return found >= kEnough;
}

/// Of a page's URLs the one that spells its headline: behind a button, a label, an archive's
/// prefix.
void LayoutReader::take_url_of_title()
{
    constexpr std::size_t kMostLines = 40;
    constexpr std::size_t kLongest = 600;  // bytes
    if (hints_.is_body || layout_.title.empty() || spells_title(layout_.url)) { return; }
    for (std::size_t n = 0; n < content_.size(); ++n) {
        if (n == kMostLines && content_.size() - kMostLines > n) {
            n = content_.size() - kMostLines;
        }
        const std::string_view text = line(n).text;
        const std::size_t at = text.size() > kLongest ? std::string_view::npos : text.rfind("http");
        if (at == std::string_view::npos || !is_url(text.substr(at))) { continue; }
        const std::string_view word = first_word(text.substr(at));
        std::string url = canonical_url(word);
        if (url.empty() || !spells_title(url)) { continue; }
        layout_.url = std::move(url);
        layout_.url_repaired = false;
        note("url", layout_.url, "headline", word);
        if (is_body(n) && !is_prose(text.substr(0, at))) { take(n, LineKind::Part, "url"); }
        url_date_ = date_in_url(layout_.url);
        return;
    }
}

}  // namespace dateline::indexer
