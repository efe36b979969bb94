// What stands below an article's prose: lists of other articles, sources, authors, a date.
#include "common/text/utf8.hpp"
#include "indexer/author_note.hpp"
#include "indexer/furniture.hpp"
#include "indexer/layout_reader.hpp"
#include "indexer/line.hpp"
#include "indexer/outlets.hpp"
#include "indexer/stated_label.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

/// "La Patilla in English": a known outlet's name and little else.
bool names_outlet(std::string_view text)
{
    constexpr std::size_t kMostWords = 5;
    const std::size_t size = outlet_prefix(text);
    return size != 0 && word_count(text) <= kMostWords && !ends_sentence(text) &&
           is_capitalised(words_of(text).back());
}

}  // namespace

std::size_t character_border_of(std::string_view text)
{
    constexpr std::size_t kQuoted = 80;
    return character_border(text, std::min(text.size(), kQuoted));
}

/// "Related Topics", "Lo más leído", "Sources": a heading and nothing but entries to the end.
void LayoutReader::take_end_lists()
{
    constexpr std::size_t kMostInRecord = 40;
    constexpr std::size_t kMostOnPage = 150;
    const std::size_t most = hints_.is_body ? kMostInRecord : kMostOnPage;
    constexpr std::size_t kLongestEntry = 160;  // characters
    std::size_t heading = content_.size();
    for (std::size_t n = content_.size(); n-- > 1 && content_.size() - n <= most;) {
        const std::string_view text = line(n).text;
        // In wrapped prose "sources." ends a sentence.
        const bool goes_on = !is_capitalised(first_word(text)) &&
                             !ends_sentence(line(n - 1).text) &&
                             is_wrapped(lines_, content_[n - 1], width_);
        if (heads_list(text) && !goes_on) {
            heading = n;
            continue;
        }
        if (!is_body(n)) { continue; }
        const bool bullet =
            text.starts_with("* ") || text.starts_with("- ") || text.starts_with("• ");
        const bool sentence = ends_sentence(text) && has_more_characters(text, kLongestEntry / 2);
        if (!bullet && (sentence || goes_on || has_more_characters(text, kLongestEntry))) { break; }
    }
    const auto is_text = [this](std::size_t n) { return is_body(n) && is_prose(line(n).text); };
    bool below_prose = false;
    for (std::size_t n = 0; n < heading && !below_prose; ++n) { below_prose = is_text(n); }
    if (!below_prose) { return; }
    for (std::size_t n = heading; n < content_.size(); ++n) {
        if (is_body(n) && !credit_of(line(n).text, false)) {
            take(n, LineKind::Furniture, "end-list");
        }
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
        // "Source: Wire | 8 November 2024" is a line of credits.
        if (value.find('|') != std::string_view::npos && credit_of(line(n).text, false)) {
            continue;
        }
        offer_source(SourceRank::Stated, value, "label", value);
        take(n, LineKind::Part, "credit");
        source = n;
    }
    for (std::size_t n = std::max<std::size_t>(foot_begin(), 1); n < content_.size(); ++n) {
        if (!is_body(n)) { continue; }
        const bool below = n > source && content_.size() - source <= kMostNotes + 1;
        if (next_body(n) == content_.size()) { take_author_note(n); }
        if (is_body(n) && below && speaks_of_author(line(n).text)) {
            take(n, LineKind::Furniture, "author-note");
        }
    }
}

/// What authors say of themselves, or is said of them, below everything else.
void LayoutReader::take_author_note(std::size_t n)
{
    const std::string_view text = line(n).text;
    auto note = read_author_note(text);
    const bool own = note.has_value();
    if (!note) { note = read_author_bio(text); }
    if (!note) { return; }
    // Printed from elsewhere, the article is not theirs who are spoken of below it.
    if (!own && !offers_[static_cast<std::size_t>(SourceRank::Stated)].name.empty()) { return; }
    if (!own) {
        // Somebody whom the article speaks of is not its author.
        const std::string_view name = note->names.front();
        const std::string_view last = words_of(name).back();
        for (std::size_t other = 0; other < n; ++other) {
            if (is_body(other) && is_prose(line(other).text) &&
                line(other).text.find(last) != std::string_view::npos) {
                return;
            }
        }
    }
    set_byline(note->names, "author-note", text);
    offer_source(SourceRank::Author, note->outlet, "author-note", text);
    take(n, LineKind::Furniture, "author-note");
}

void LayoutReader::find_last_prose()
{
    // Many credits in a row are a list, and no foot.
    constexpr unsigned kMostCredits = 20;
    unsigned credits = 0;
    last_prose_ = 0;
    for (std::size_t n = content_.size(); n-- > 0;) {
        if (!is_body(n) || !is_prose(line(n).text)) { continue; }
        if (++credits > kMostCredits || !credit_of(line(n).text, true)) {
            last_prose_ = n;
            return;
        }
    }
}

/// A name by itself below the last paragraph.
void LayoutReader::take_signature(std::size_t n)
{
    if (!layout_.byline.empty() || n == 0 || next_body(n) != content_.size() || n <= last_prose_) {
        return;
    }
    const auto names = read_signature(line(n).text);
    if (!names) { return; }
    set_byline(names->names, "signature", line(n).text);
    take(n, LineKind::Part, "credit");
}

void LayoutReader::take_foot()
{
    for (std::size_t n = std::max(foot_begin(), last_prose_); n < content_.size(); ++n) {
        const std::string_view text = line(n).text;
        if (layout_.byline.empty() && line(n).kind == LineKind::Furniture) {
            if (const auto reporters = read_reporters(text)) {
                set_byline(reporters->names, "footer", text);
            }
        }
        if (!is_body(n)) { continue; }
        const auto credit = credit_of(text, false);
        if (credit) {
            use(*credit, "footer", text);
            take(n, LineKind::Part, "credit");
        } else if (next_body(n) == content_.size() && names_outlet(text)) {
            offer_source(SourceRank::Masthead, text.substr(0, outlet_prefix(text)), "footer", text);
            take(n, LineKind::Furniture, "outlet-line");
        } else {
            take_signature(n);
        }
    }
}

}  // namespace dateline::indexer
