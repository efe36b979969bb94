// What a text of a mail, a feed or an archive's copy states in fields of its own, and its address.
#include "common/text/utf8.hpp"
#include "common/url.hpp"
#include "indexer/byline.hpp"
#include "indexer/layout_reader.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"
#include "indexer/url_date.hpp"
#include "indexer/url_line.hpp"
#include "indexer/written_date.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {

/// A copy out of an archive or a search engine's memory says where the page was.
void LayoutReader::take_archived()
{
    constexpr std::size_t kMostLines = 3;
    static constexpr std::array<std::string_view, 5> kMarks{"web.archive.org/", "cache", "caché",
                                                            "кеш", "кэш"};
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

/// What a line "key: value" of a mail or a feed says.
void LayoutReader::take_field_line(std::size_t n)
{
    const std::string_view text = line(n).text;
    const std::size_t colon = text.find(": ");
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
}

/// The fields of a mail or a feed above its text: three lines "key: value" or more below each
/// other.
void LayoutReader::take_field_block()
{
    constexpr std::size_t kFewest = 3;
    constexpr std::size_t kMost = 24;
    static constexpr std::array<std::string_view, 26> kKeys{
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
        if (!known) { continue; }
        take_field_line(n);
        take(n, LineKind::Part, "field");
    }
}

/// "The post … appeared first on Harbour Wire.": what weblogs put below their feeds.
void LayoutReader::take_feed_note()
{
    static constexpr std::array<std::string_view, 4> kNotes{
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
