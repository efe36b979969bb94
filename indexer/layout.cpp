#include "indexer/layout.hpp"

#include "common/url.hpp"
#include "indexer/credit_line.hpp"
#include "indexer/furniture.hpp"
#include "indexer/headline.hpp"
#include "indexer/layout_lines.hpp"
#include "indexer/line.hpp"
#include "indexer/url_line.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

constexpr std::size_t kHeadLines = 14;  ///< lines with something in them
constexpr std::size_t kFootLines = 10;

/// Whether a line is a sentence or more, and no headline, label or name.
bool is_prose(std::string_view text)
{
    constexpr std::size_t kShortestProse = 80;
    return character_count(text) > kShortestProse || ends_sentence(text) || text.ends_with('?') ||
           text.ends_with('!');
}

/// Takes one text apart.
class LayoutReader {
  public:
    explicit LayoutReader(std::string_view text) : lines_(mark_lines(text)) {}

    Layout read()
    {
        for (std::size_t at = 0; at < lines_.size(); ++at) {
            if (lines_[at].kind != LineKind::Blank) { content_.push_back(at); }
        }
        take_url();
        take_end_notes();
        find_last_prose();
        take_head();
        take_foot();
        drop_repetition(lines_);
        settle();
        return std::move(layout_);
    }

  private:
    /// The nth line with something in it.
    LayoutLine& line(std::size_t n) { return lines_[content_[n]]; }

    [[nodiscard]] bool is_body(std::size_t n) const
    {
        return lines_[content_[n]].kind == LineKind::Body;
    }

    [[nodiscard]] std::size_t foot_begin() const
    {
        return content_.size() - std::min(content_.size(), kFootLines);
    }

    void take_url();
    void take_end_notes();
    void find_last_prose();
    void take_head();
    void take_foot();
    void settle();
    bool take_stated_url(std::size_t n);
    bool take_title(std::size_t n);
    [[nodiscard]] bool is_title(std::size_t n);
    void set_title(std::string_view text);
    void use(const CreditLine& credit, std::string_view rule);
    void take_dateline();

    std::vector<LayoutLine> lines_;
    std::vector<std::size_t> content_{};  ///< the lines that are not blank
    std::size_t last_prose_ = 0;          ///< by its place in content_
    bool date_is_update_ = false;
    std::string_view title_line_{};
    std::string stated_source_{};  ///< "Source: …"
    std::string own_source_{};     ///< what the author says to write for
    std::string byline_source_{};
    std::string title_source_{};  ///< "Headline | Evening Wire"
    std::string agency_{};
    Layout layout_{};
};

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
    line(n).kind = LineKind::Part;
    if (on_next) { line(n + 1).kind = LineKind::Part; }
    return !layout_.url.empty();
}

void LayoutReader::take_url()
{
    std::string alone;
    bool stated = false;
    for (std::size_t n = 0; n < content_.size() && !stated; ++n) {
        if (n == kHeadLines && foot_begin() > n) { n = foot_begin(); }
        stated = take_stated_url(n);
        if (stated || (!alone.empty() && n < foot_begin())) { continue; }
        std::string url = url_of_line(line(n).text);
        if (!url.empty() && !is_embedded(url)) { alone = std::move(url); }
    }
    if (!stated) { layout_.url = std::move(alone); }
    if (layout_.url.empty()) { return; }
    for (const std::size_t at : content_) {
        if (url_of_line(lines_[at].text) == layout_.url) { lines_[at].kind = LineKind::Part; }
    }
}

/// "Source: Wire" near the end, and below it what is said about the author.
void LayoutReader::take_end_notes()
{
    constexpr std::size_t kMostNotes = 2;
    std::size_t source = content_.size();
    for (std::size_t n = foot_begin(); n < content_.size(); ++n) {
        const std::string_view value = stated_source(line(n).text);
        if (!is_body(n) || value.empty() || is_prose(line(n).text)) { continue; }
        stated_source_ = value;
        line(n).kind = LineKind::Part;
        source = n;
    }
    for (std::size_t n = foot_begin(); n < content_.size(); ++n) {
        if (!is_body(n)) { continue; }
        const bool below = n > source && content_.size() - source <= kMostNotes + 1;
        if (const auto note = read_author_note(line(n).text); note && n + 2 >= content_.size()) {
            layout_.byline = note->names;
            own_source_ = note->outlet;
            line(n).kind = LineKind::Dropped;
        } else if (below && speaks_of_author(line(n).text)) {
            line(n).kind = LineKind::Dropped;
        }
    }
}

void LayoutReader::find_last_prose()
{
    // Many credits in a row are a list, and no foot.
    constexpr unsigned kMostCredits = 20;
    unsigned credits = 0;
    for (std::size_t n = content_.size(); n-- > 0;) {
        if (!is_body(n) || !is_prose(line(n).text)) { continue; }
        if (++credits > kMostCredits || !read_credit_line(line(n).text, true)) {
            last_prose_ = n;
            return;
        }
    }
}

void LayoutReader::use(const CreditLine& credit, std::string_view rule)
{
    if (layout_.byline.empty()) { layout_.byline = credit.byline.names; }
    if (byline_source_.empty()) { byline_source_ = credit.byline.outlet; }
    if (stated_source_.empty()) { stated_source_ = credit.source; }
    if (credit.date && (!layout_.date || (date_is_update_ && !credit.date->updated))) {
        layout_.date = credit.date->date;
        layout_.date_rule = rule;
        date_is_update_ = credit.date->updated;
    }
}

void LayoutReader::set_title(std::string_view text)
{
    title_line_ = text;
    const Headline headline = read_headline(text);
    layout_.title = headline.title;
    title_source_ = headline.outlet;
}

/// Whether line `n`, the first that is no credit, is a headline.
bool LayoutReader::is_title(std::size_t n)
{
    const std::string_view text = line(n).text;
    if (!may_be_headline(text)) { return false; }
    std::size_t next = n + 1;
    while (next < content_.size() && !is_body(next)) { ++next; }
    if (next == content_.size()) { return false; }
    // Said twice, or with a byline or a date right below, even a sentence is a headline.
    const bool set_off =
        same_words(line(next).text, text) || read_credit_line(line(next).text, true).has_value();
    if (set_off && may_be_headline_sentence(text)) { return true; }
    return !is_wrapped(lines_, content_[n]) && reads_as_headline(text);
}

bool LayoutReader::take_title(std::size_t n)
{
    const std::string_view stated = stated_title(line(n).text);
    if (!stated.empty()) {
        set_title(stated);
    } else if (is_title(n)) {
        set_title(line(n).text);
    } else {
        return false;
    }
    line(n).kind = LineKind::Part;
    return true;
}

void LayoutReader::take_head()
{
    unsigned prose = 0;
    bool may_be_title = true;
    bool behind_byline = false;
    const std::size_t end = std::min(content_.size(), kHeadLines);
    for (std::size_t n = 0; n < end && prose < 2; ++n) {
        if (!is_body(n)) { continue; }
        const std::string_view text = line(n).text;
        const bool titled = !layout_.title.empty();
        if (titled && (same_words(text, title_line_) || same_words(text, layout_.title))) {
            line(n).kind = LineKind::Dropped;
            continue;
        }
        const auto credit = read_credit_line(text, titled && prose == 0);
        // Behind the first paragraph a date by itself is a heading, and at the end a footer.
        const bool byline = credit && !credit->byline.names.empty();
        if (credit && (prose == 0 || (n < last_prose_ && (byline || behind_byline)))) {
            use(*credit, "header");
            line(n).kind = LineKind::Part;
            behind_byline = byline;
            continue;
        }
        behind_byline = false;
        if (may_be_title && !titled) {
            if (n + 1 < content_.size() && is_section_name(text)) {
                line(n).kind = LineKind::Dropped;
                continue;
            }
            if (take_title(n)) { continue; }
            may_be_title = false;
        }
        prose += is_prose(text) ? 1 : 0;
    }
}

void LayoutReader::take_foot()
{
    for (std::size_t n = std::max(foot_begin(), last_prose_); n < content_.size(); ++n) {
        if (layout_.byline.empty() && line(n).kind == LineKind::Dropped) {
            if (const auto reporters = read_reporters(line(n).text)) {
                layout_.byline = reporters->names;
            }
        }
        if (!is_body(n)) { continue; }
        const auto credit = read_credit_line(line(n).text, false);
        if (!credit) { continue; }
        use(*credit, "footer");
        line(n).kind = LineKind::Part;
    }
}

/// The dateline of the first paragraph, for what nothing else has said.
void LayoutReader::take_dateline()
{
    for (std::size_t n = 0; n < std::min(content_.size(), kHeadLines); ++n) {
        if (!is_body(n) || !is_prose(line(n).text)) { continue; }
        if (const auto dateline = read_dateline(line(n).text)) {
            agency_ = dateline->agency;
            if (!layout_.date && dateline->date) {
                layout_.date = dateline->date;
                layout_.date_rule = "dateline";
            }
        }
        return;
    }
}

/// Decides between what several places say, and puts the body together.
void LayoutReader::settle()
{
    if (!layout_.date && !layout_.url.empty()) {
        layout_.date = date_in_url(layout_.url);
        if (layout_.date) { layout_.date_rule = "url"; }
    }
    take_dateline();
    for (const std::string& source : {own_source_, stated_source_, byline_source_, title_source_,
                                      host_of(layout_.url), agency_}) {
        if (layout_.source.empty()) { layout_.source = source; }
    }
    bool divided = false;
    for (const LayoutLine& line : lines_) {
        if (line.kind == LineKind::Blank) { divided = true; }
        if (line.kind != LineKind::Body) { continue; }
        if (!layout_.body.empty()) { layout_.body += divided ? "\n\n" : "\n"; }
        layout_.body += line.raw;
        divided = false;
    }
}

}  // namespace

Layout read_layout(std::string_view text)
{
    Layout layout = LayoutReader{text}.read();
    // Nothing but credits and furniture: better a strange article than a lost one.
    if (layout.title.empty() && layout.body.empty()) { layout.body = trimmed(text); }
    return layout;
}

}  // namespace dateline::indexer
