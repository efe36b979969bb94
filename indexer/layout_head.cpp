// What stands above an article's prose: URL, section, headline, byline, date.
#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"
#include "common/url.hpp"
#include "indexer/dateish.hpp"
#include "indexer/layout_reader.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"
#include "indexer/outlets.hpp"
#include "indexer/stated_label.hpp"
#include "indexer/url_line.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

/// Whether a time of day stands in `text`: "7:15", "10h32".
bool has_time(std::string_view text)
{
    const auto digit = [text](std::size_t at) {
        return at < text.size() && ascii::is_digit(text[at]);
    };
    for (std::size_t at = text.find_first_of(":h"); at != std::string_view::npos;
         at = text.find_first_of(":h", at + 1)) {
        if (at > 0 && digit(at - 1) && digit(at + 1) && digit(at + 2)) { return true; }
    }
    return false;
}

/// "Published", on a line of its own.
bool is_date_label(std::string_view text)
{
    constexpr std::size_t kLongest = 24;  // bytes
    while (text.ends_with(':')) { text.remove_suffix(1); }
    return text.size() <= kLongest && word_count(text) <= 2 &&
           is_date_word(fold(last_word(text)), false);
}

}  // namespace

bool is_prose(std::string_view text)
{
    constexpr std::size_t kShortestProse = 80;
    return has_more_characters(text, kShortestProse) || ends_sentence(text) ||
           text.ends_with('?') || text.ends_with('!');
}

std::size_t LayoutReader::next_body(std::size_t n) const
{
    ++n;
    while (n < content_.size() && !is_body(n)) { ++n; }
    return n;
}

/// "Original url: …", the URL behind the label or on the next line.
bool LayoutReader::take_stated_url(std::size_t n)
{
    std::string_view value = stated_url(line(n).text);
    if (value.data() == nullptr) { value = stated_source(line(n).text); }
    if (value.data() == nullptr) { return false; }
    const bool on_next = value.empty() && n + 1 < content_.size();
    if (on_next) { value = line(n + 1).text; }
    if (!is_url(value)) { return false; }
    layout_.url = canonical_url(value);
    if (layout_.url.empty()) { return false; }
    layout_.url_repaired = word_count(value) > 1;
    note("url", layout_.url, layout_.url_repaired ? "label, repaired" : "label", value);
    take(n, LineKind::Part, "url");
    if (on_next) { take(n + 1, LineKind::Part, "url"); }
    return true;
}

void LayoutReader::take_url()
{
    constexpr std::size_t kPostLines = 3;
    std::string_view alone;
    std::string alone_url;
    bool stated = false;
    for (std::size_t n = 0; n < content_.size() && !stated; ++n) {
        if (n == kHeadLines && foot_begin() > n) { n = foot_begin(); }
        stated = take_stated_url(n);
        if (stated || (!alone_url.empty() && n < foot_begin())) { continue; }
        std::string url = url_of_line(line(n).text);
        // A post's own address stands above it.
        const bool post = n < kPostLines && host_of(url) == "t.me";
        if (!url.empty() && is_picture(url)) { take(n, LineKind::Furniture, "picture"); }
        if (url.empty() || (is_embedded(url) && !post)) { continue; }
        if (post && n == 1) {
            offer_source(SourceRank::Masthead, line(0).text, "masthead", line(0).text);
        }
        alone_url = std::move(url);
        alone = line(n).text;
    }
    if (!stated && !alone_url.empty()) {
        layout_.url = std::move(alone_url);
        layout_.url_repaired = word_count(alone) > 1;
        note("url", layout_.url, layout_.url_repaired ? "line, repaired" : "line", alone);
    }
    if (layout_.url.empty()) { return; }
    for (std::size_t n = 0; n < content_.size(); ++n) {
        if (url_of_line(line(n).text) == layout_.url) { take(n, LineKind::Part, "url"); }
    }
}

/// "Reuters / AFP" alone above a text says whose it is.
void LayoutReader::offer_agencies()
{
    static constexpr std::array<std::string_view, 1> kSlash{"/"};
    for (std::size_t n = 0; n < std::min(content_.size(), kHeadLines); ++n) {
        std::string_view rest = line(n).text;
        if (is_body(n) && is_prose(rest)) { return; }
        if (line(n).kind != LineKind::Furniture || rest.find('/') == std::string_view::npos) {
            continue;
        }
        const std::string_view first = take_part(rest, kSlash).text;
        bool agencies = is_agency(first) && !rest.empty();
        while (agencies && !rest.empty()) { agencies = is_agency(take_part(rest, kSlash).text); }
        if (agencies) { offer_source(SourceRank::Agency, first, "credit", first); }
    }
}

bool LayoutReader::take_credit(std::size_t n, bool above_prose)
{
    const std::string_view text = line(n).text;
    // "Von Ann Lee" below a first paragraph, but not "Von der Leyen reist nach Lima".
    const bool german = begins_with(text, "von ") && word_count(text) <= 6 && !is_prose(text);
    const auto credit = credit_of(text, has_title_ && (above_prose || german));
    if (!credit) { return false; }
    // Behind the first paragraph a date by itself is a heading, and at the end a footer.
    const bool byline = !credit->byline.names.empty();
    // "27 May 2019, 7:15" with a time of day is none.
    const bool labelled = n > 0 && !layout_.date && line(n - 1).kind == LineKind::Furniture &&
                          is_date_label(line(n - 1).text);
    const bool goes_on = byline || behind_byline_ || labelled || (!layout_.date && has_time(text));
    if (!above_prose && (n >= last_prose_ || !goes_on)) { return false; }
    use(*credit, "header", text);
    take(n, LineKind::Part, "credit");
    behind_byline_ = behind_byline_ || byline;
    return true;
}

bool LayoutReader::take_head_line(std::size_t n, bool above_prose)
{
    if (has_title_ && take_repeated_title(n)) { return true; }
    const bool near = above_prose || below_deck_;
    if (take_credit(n, above_prose) || (has_title_ && take_split_byline(n))) {
        behind_date_ = true;
        return true;
    }
    if (may_be_title_ && !has_title_) {
        if (take_above_title(n)) { return true; }
        may_be_title_ = false;
    } else if (has_title_ && near && take_below_title(n)) {
        return true;
    }
    if (has_title_ && (above_prose || behind_date_) && take_head_scrap(n)) { return true; }
    behind_byline_ = false;
    behind_date_ = false;
    return false;
}

void LayoutReader::take_head()
{
    constexpr std::size_t kDeckLines = 6;
    constexpr std::size_t kLongestDeck = 400;  // bytes
    unsigned prose = 0;
    std::size_t seen = 0;
    for (std::size_t n = 0; n < content_.size() && seen < kHeadLines && prose < 2; ++n) {
        if (!is_body(n)) { continue; }
        ++seen;
        if (take_head_line(n, prose == 0)) { continue; }
        const bool is_text = is_prose(line(n).text);
        // One line of text right below the headline may be a deck, and names stand below it.
        const bool deck = is_text && prose == 0 && has_title_ && seen <= kDeckLines &&
                          line(n).text.size() <= kLongestDeck;
        below_deck_ = deck || (below_deck_ && !is_text);
        prose += is_text ? 1 : 0;
    }
}

}  // namespace dateline::indexer
