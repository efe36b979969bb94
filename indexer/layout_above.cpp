// What stands above the headline: sections, mastheads, kickers, the trail that leads to the page.
#include "common/text/ascii.hpp"
#include "indexer/headline.hpp"
#include "indexer/layout_reader.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"
#include "indexer/outlets.hpp"
#include "indexer/page_lines.hpp"

#include <array>

namespace dateline::indexer {
namespace {

/// What divides the sections of a trail.
constexpr std::array<std::string_view, 8> kTrailMarks{" > ", ">", "»",   "›",
                                                      " / ", "|", " · ", " • "};

/// "World > Americas", "Новости Забайкалья » Общество": short names of sections and what divides
/// them.
bool is_trail(std::string_view text)
{
    constexpr std::size_t kLongest = 120;  // bytes
    constexpr std::size_t kMostWords = 5;
    if (text.size() > kLongest || ends_sentence(text)) { return false; }
    std::size_t parts = 0;
    while (!text.empty()) {
        const LinePart part = take_part(text, kTrailMarks);
        if (word_count(part.text) > kMostWords) { return false; }
        parts += part.text.empty() ? 0 : 1;
    }
    return parts > 1;
}

/// "The Harbour Courier — Your Town, Your Paper", "Institute of Tides".
bool is_letterhead(std::string_view text)
{
    for (const std::string_view dash : {" — ", " – ", " - "}) {
        const std::size_t at = text.find(dash);
        if (at != std::string_view::npos && names_institution(trimmed(text.substr(0, at)))) {
            return true;
        }
    }
    // "HIGHER WEEKLY OUTPUT" is a headline.
    constexpr std::size_t kMostWords = 6;
    const std::size_t words = word_count(text);
    return names_institution(text) && words <= kMostWords && find_outlet(text) == nullptr &&
           (words <= 2 || !is_in_capitals(text)) &&
           (is_outlet_like(last_word(text)) || is_outlet_like(first_word(text)) ||
            opens_with_institution(text));
}

/// Whether a line or a part of a trail is known to stand above headlines: a section's name, an
/// outlet's, one word. "Venezuela votes" is a headline, and what stands below it says more.
bool is_known_above(std::string_view text, bool trail)
{
    const auto is_known = [](std::string_view part) {
        return is_section_name(part) || is_outlet_like(part) || word_count(part) == 1 ||
               !named_paper(part).empty() || is_letterhead(part);
    };
    if (has_figure(text) || is_in_capitals(text)) { return true; }
    if (!trail) { return is_known(text); }
    while (!text.empty()) {
        const std::string_view part = take_part(text, kTrailMarks).text;
        if (!part.empty() && is_known(part)) { return true; }
    }
    return false;
}

}  // namespace

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
    const bool quoted = text.front() < 'A' && ascii::is_ascii(text.front());
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

/// Whether line `n` stands above the headline and is none: a name of a section, a paper or a
/// button, of up to three words, and a line that reads like a headline comes before any text.
bool LayoutReader::has_title_below(std::size_t n) const
{
    constexpr unsigned kMostLines = 8;
    const std::string_view text = line(n).text;
    const bool trail = is_trail(text);
    if (!trail && !is_scrap(text) && !is_letterhead(text)) { return false; }
    if (!is_known_above(text, trail)) { return false; }
    std::size_t below = next_body(n);
    for (unsigned seen = 0; below < content_.size() && seen < kMostLines; ++seen) {
        const std::string_view other = line(below).text;
        const auto credit = credit_of(other, true);
        // What stands above a byline is a headline, however short.
        if (credit && !credit->byline.names.empty() && !trail) { return false; }
        if (!credit) {
            if (is_whole_title(below) && !is_trail(other)) { return true; }
            if (is_prose(other)) { return false; }
        }
        below = next_body(below);
    }
    return false;
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

}  // namespace dateline::indexer
