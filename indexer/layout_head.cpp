// What stands above an article's prose: URL, section, headline, byline, date.
#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"
#include "common/url.hpp"
#include "indexer/author_note.hpp"
#include "indexer/author_role.hpp"
#include "indexer/date_line.hpp"
#include "indexer/desk.hpp"
#include "indexer/furniture.hpp"
#include "indexer/headline.hpp"
#include "indexer/layout_reader.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"
#include "indexer/outlets.hpp"
#include "indexer/page_lines.hpp"
#include "indexer/stated_label.hpp"
#include "indexer/url_line.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

/// "MINISTERS MEET IN LIMA"
bool is_headline_in_capitals(std::string_view text)
{
    constexpr std::size_t kFewestWords = 3;
    return is_in_capitals(text) && word_count(text) >= kFewestWords;
}

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

/// "Ann Lee, BBC Lima": an outlet that is known stands behind the name.
bool is_employed(const Byline& byline, std::string_view text)
{
    const std::string_view name = byline.names.front();
    const std::string_view outlet = byline.outlet;
    return !outlet.empty() && text.starts_with(name) && text.substr(name.size()).starts_with(',') &&
           (outlet_prefix(outlet) != 0 ||
            is_outlet_like(outlet.substr(0, outlet.find_first_of(" -"))));
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

void LayoutReader::set_title(std::string_view text, std::string_view rule)
{
    title_line_ = text;
    const Headline headline = read_headline(text);
    layout_.title = headline.title;
    has_title_ = true;
    note("title", layout_.title, rule, headline.title);
    offer_source(SourceRank::Headline, headline.outlet, "headline", headline.outlet);
}

/// Whether line `n`, the first that is no credit, is a headline.
bool LayoutReader::is_title(std::size_t n) const
{
    const std::string_view text = line(n).text;
    if (!may_be_headline(text)) { return false; }
    const std::size_t next = next_body(n);
    if (next == content_.size()) { return false; }
    // Said twice, or with a byline or a date right below, even a sentence is a headline.
    const bool set_off =
        same_words(line(next).text, text) || credit_of(line(next).text, true).has_value();
    if (set_off && may_be_headline_sentence(text)) { return true; }
    if (hints_.is_body && !is_headline_in_capitals(text)) { return false; }
    return !is_wrapped(lines_, content_[n], width_) && reads_as_headline(text);
}

bool LayoutReader::take_title(std::size_t n)
{
    const std::string_view stated = stated_title(line(n).text);
    if (!stated.empty()) {
        set_title(stated, "label");
    } else if (is_title(n)) {
        set_title(line(n).text, "line");
    } else {
        return false;
    }
    take(n, LineKind::Part, "title");
    return true;
}

/// One word above a headline that has several: "MEMÓRIA", "Россия"; or sections: "Coimbra |
/// Cultura".
bool LayoutReader::is_kicker(std::size_t n) const
{
    constexpr std::size_t kLongestKicker = 40;  // bytes
    constexpr std::size_t kFewestTitleWords = 3;
    const std::string_view text = line(n).text;
    if (text.size() > kLongestKicker || ends_sentence(text)) { return false; }
    const std::size_t next = next_body(n);
    if (next == content_.size()) { return false; }
    const std::string_view below = line(next).text;
    const bool titled = word_count(below) >= kFewestTitleWords && may_be_headline(below) &&
                        reads_as_headline(below) && !is_prose(below) &&
                        !is_wrapped(lines_, content_[next], width_) && !credit_of(below, true);
    if (!titled) { return false; }
    if (const std::size_t bar = text.rfind('|'); bar != std::string_view::npos) {
        return is_section_name(text.substr(bar + 1)) || is_section_name(text.substr(0, bar));
    }
    const bool quoted = text.front() < 'A' && static_cast<unsigned char>(text.front()) < 0x80U;
    return word_count(text) == 1 && !quoted;
}

/// The name of the paper above date and headline: "THE MORNING DISPATCH".
bool LayoutReader::is_masthead(std::size_t n) const
{
    constexpr std::size_t kMostWords = 4;
    const std::string_view text = line(n).text;
    if (word_count(text) > kMostWords || !is_name(text) || !is_outlet_like(text)) { return false; }
    const std::size_t date = next_body(n);
    if (date == content_.size() || !credit_of(line(date).text, false)) { return false; }
    const std::size_t title = next_body(date);
    return title < content_.size() && !is_prose(line(title).text) &&
           may_be_headline(line(title).text);
}

/// The headline again, with or without its outlet: "Headline - Evening Wire" above "Headline".
bool LayoutReader::take_repeated_title(std::size_t n)
{
    const std::string_view text = line(n).text;
    if (same_words(text, title_line_) || same_words(text, layout_.title)) {
        take(n, LineKind::Repeated, "title-twice");
        return true;
    }
    // "Headline on facebook (opens in a new window)", "Headline - Evening Wire, 3.5.2019"
    constexpr std::size_t kFewestWords = 4;
    constexpr std::size_t kMostMore = 8;
    const bool goes_on = text.size() > layout_.title.size() && begins_with(text, layout_.title);
    if (goes_on && !is_prose(text.substr(layout_.title.size())) &&
        word_count(layout_.title) >= kFewestWords &&
        word_count(text.substr(layout_.title.size())) <= kMostMore &&
        text.substr(layout_.title.size()).starts_with(' ')) {
        std::string_view rest = text.substr(layout_.title.size());
        for (const std::string_view dash : {" - ", " – ", " — ", " | "}) {
            if (rest.starts_with(dash)) {
                rest = trimmed(rest.substr(dash.size()));
                rest = rest.substr(0, rest.find(','));
                if (is_outlet_name(rest)) {
                    offer_source(SourceRank::Headline, rest, "headline", rest);
                }
            }
        }
        take(n, LineKind::Repeated, "title-twice");
        return true;
    }
    if (layout_.title.size() <= text.size() || !begins_with(layout_.title, text)) { return false; }
    for (const std::string_view dash : {" - ", " – ", " — ", " | "}) {
        const std::string_view rest = std::string_view{layout_.title}.substr(text.size());
        if (!rest.starts_with(dash) || !is_outlet_name(rest.substr(dash.size()))) { continue; }
        offer_source(SourceRank::Headline, rest.substr(dash.size()), "headline", title_line_);
        layout_.title = text;
        note("title", layout_.title, "line", text);
        take(n, LineKind::Repeated, "title-twice");
        return true;
    }
    return false;
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

bool LayoutReader::take_above_title(std::size_t n)
{
    const std::string_view text = line(n).text;
    if (n + 1 < content_.size() && is_section_name(text)) {
        take(n, LineKind::Furniture, "section");
        return true;
    }
    if (is_masthead(n)) {
        offer_source(SourceRank::Masthead, text, "masthead", text);
        take(n, LineKind::Part, "masthead");
        return true;
    }
    if (take_author_above(n)) { return true; }
    if (is_kicker(n)) {
        offer_masthead(text);
        take(n, LineKind::Furniture, "kicker");
        return true;
    }
    if (!hints_.is_body && has_title_below(n)) {
        offer_source(SourceRank::Masthead, named_paper(text), "masthead", text);
        offer_masthead(text);
        take(n, LineKind::Furniture, "above-title");
        return true;
    }
    return take_title(n);
}

/// Names without a label beside a credit line, the outlet and the place below a byline, what is
/// said of the author.
bool LayoutReader::take_below_title(std::size_t n)
{
    const std::string_view text = line(n).text;
    if (!layout_.byline.empty()) {
        const auto bio = read_author_bio(text);
        if (bio && bio->names.front() == layout_.byline.front()) {
            offer_source(SourceRank::Author, bio->outlet, "author-note", text);
            take(n, LineKind::Furniture, "author-note");
            return true;
        }
        if (!behind_byline_ || is_prose(text)) { return false; }
        const std::string_view outlet = trimmed(text.substr(0, text.find(',')));
        const bool place =
            begins_with(text, "desde ") || begins_with(text, "from ") || is_place_like(text);
        if (!place && !(is_outlet_like(outlet) && is_name(outlet))) { return false; }
        if (!place) { offer_source(SourceRank::Byline, outlet, "below-byline", outlet); }
        take(n, LineKind::Part, "credit");
        return true;
    }
    const bool desk = is_desk(text);
    const auto names = desk ? Byline{.names = {std::string{text}}} : read_signature(text);
    if (!names) { return false; }
    // Only a date, or what is said of the author, makes bare names a byline.
    const std::size_t next = next_body(n);
    const auto below = next < content_.size() ? credit_of(line(next).text, true) : std::nullopt;
    const auto bio = next < content_.size() ? read_author_bio(line(next).text) : std::nullopt;
    const bool told = bio && bio->names.front() == names->names.front();
    const bool dated = (below && below->date) || (behind_date_ && layout_.date);
    // "Ann Lee, BBC Lima" names an outlet that is known; an office may stand below.
    const bool employed = !hints_.is_body && !desk && is_employed(*names, text);
    const bool below_is_desk = next < content_.size() && !desk && is_desk(line(next).text);
    const bool role = next < content_.size() && !desk && read_role(line(next).text).has_value();
    if (!desk && !told && !dated && !employed && !below_is_desk && !role) { return false; }
    if (below_is_desk || role) { take(next, LineKind::Part, "credit"); }
    set_byline(names->names, "header", text);
    offer_source(SourceRank::Byline, names->outlet, "header", text);
    take(n, LineKind::Part, "credit");
    behind_byline_ = true;
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
