// Which line of a text is the headline, and where it stands again.
#include "indexer/headline.hpp"
#include "indexer/layout_reader.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"
#include "indexer/stated_label.hpp"

namespace dateline::indexer {
namespace {

/// "MINISTERS MEET IN LIMA"
bool is_headline_in_capitals(std::string_view text)
{
    constexpr std::size_t kFewestWords = 3;
    return is_in_capitals(text) && word_count(text) >= kFewestWords;
}

}  // namespace

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

/// Whether line `n` could be the headline if nothing better came: it has words enough, and a text
/// stands below it.
bool LayoutReader::is_whole_title(std::size_t n) const
{
    constexpr std::size_t kFewestWords = 4;
    const std::string_view text = line(n).text;
    return word_count(text) >= kFewestWords && may_be_headline(text) &&
           may_be_headline_sentence(text) && reads_as_headline(text) &&
           next_body(n) < content_.size() && n < last_prose_ &&
           !is_wrapped(lines_, content_[n], width_);
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

}  // namespace dateline::indexer
