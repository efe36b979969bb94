// What stands between the parts of an article and is none of them: buttons, counters, links to
// other articles, lines above the headline. Told by where it stands and how short it is, not by its
// words.
#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"
#include "indexer/author_note.hpp"
#include "indexer/author_role.hpp"
#include "indexer/date_line.hpp"
#include "indexer/furniture.hpp"
#include "indexer/headline.hpp"
#include "indexer/layout_reader.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"
#include "indexer/outlets.hpp"
#include "indexer/page_lines.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

constexpr std::size_t kMostScrapWords = 3;
constexpr std::size_t kLongestScrap = 32;  ///< characters

/// "Ouvir texto", "Просмотров: 1243", "12": too short for a sentence, and does not end one.
bool is_scrap(std::string_view text)
{
    constexpr std::string_view kNoScrap = "-*#>\"'([|";
    static constexpr std::array<std::string_view, 9> kOpeners{"•", "“", "„", "«", "—",
                                                              "–", "¿", "¡", "…"};
    static constexpr std::array<std::string_view, 6> kEnds{"?", "!", "…", "-", "–", "—"};
    const auto opens = [text](std::string_view mark) { return text.starts_with(mark); };
    const auto ends = [text](std::string_view mark) { return text.ends_with(mark); };
    return word_count(text) <= kMostScrapWords && !has_more_characters(text, kLongestScrap) &&
           !ends_sentence(text) && text.find(", ") == std::string_view::npos &&  // a place
           kNoScrap.find(text.front()) == std::string_view::npos &&
           std::none_of(kOpeners.begin(), kOpeners.end(), opens) &&
           std::none_of(kEnds.begin(), kEnds.end(), ends);
}

/// "The Post in your hands: get the app": no sentence, and short.
bool is_slogan(std::string_view text)
{
    constexpr std::size_t kLongest = 60;  // characters
    constexpr std::string_view kEnds = "?!,;-)\"'";
    return !has_more_characters(text, kLongest) && !ends_sentence(text) &&
           kEnds.find(text.back()) == std::string_view::npos && is_capitalised(text) &&
           !text.ends_with("”") && !text.ends_with("»") && !text.ends_with("…");
}

/// "World > Americas", "Новости Забайкалья » Общество": short names of sections and what divides
/// them.
bool is_trail(std::string_view text)
{
    constexpr std::size_t kLongest = 120;  // bytes
    constexpr std::size_t kMostWords = 5;
    static constexpr std::array<std::string_view, 8> kMarks{" > ", ">", "»",   "›",
                                                            " / ", "|", " · ", " • "};
    if (text.size() > kLongest || ends_sentence(text)) { return false; }
    std::size_t parts = 0;
    while (!text.empty()) {
        const LinePart part = take_part(text, kMarks);
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
    static constexpr std::array<std::string_view, 8> kMarks{" > ", ">", "»",   "›",
                                                            " / ", "|", " · ", " • "};
    const auto is_known = [](std::string_view part) {
        return is_section_name(part) || is_outlet_like(part) || word_count(part) == 1 ||
               !named_paper(part).empty() || is_letterhead(part);
    };
    if (has_figure(text) || is_in_capitals(text)) { return true; }
    if (!trail) { return is_known(text); }
    while (!text.empty()) {
        const std::string_view part = take_part(text, kMarks).text;
        if (!part.empty() && is_known(part)) { return true; }
    }
    return false;
}

/// "Ann Lee Ann Lee", a picture's text and a name, said once.
std::string_view said_once(std::string_view text)
{
    const std::size_t half = text.size() / 2;
    const bool twice = text.size() > 2 && text.size() % 2 == 1 && text[half] == ' ' &&
                       text.substr(0, half) == text.substr(half + 1);
    return twice ? text.substr(0, half) : text;
}

/// Whether what stands behind a name says what the person is or does: "is a reporter", "es
/// socióloga", "covers the coast", but not "is accused". Folded, and as it is written.
bool says_who(std::string_view folded, std::string_view written)
{
    static constexpr std::array<std::string_view, 10> kDoes{
        "covers", "writes", "reports", "teaches", "cubre", "escribe", "cobre", "escreve", "—", "–"};
    static constexpr std::array<std::string_view, 4> kIs{"is", "es", "e", "est"};
    static constexpr std::array<std::string_view, 14> kWhat{"a",   "an", "the",    "our",     "un",
                                                            "una", "um", "uma",    "une",     "el",
                                                            "la",  "o",  "author", "director"};
    static constexpr std::array<std::string_view, 8> kDone{"ado",  "ada",  "ido",  "ida",
                                                           "ados", "adas", "idos", "idas"};
    const std::string_view verb = first_word(folded);
    if (is_one_of(verb, kDoes)) { return true; }
    std::string_view behind = folded;
    behind.remove_prefix(static_cast<std::size_t>(verb.data() - folded.data()) + verb.size());
    const std::string_view what = first_word(behind);
    if (verb == "has") { return is_outlet_like(written) || speaks_of_author(written); }
    if (!is_one_of(verb, kIs) || what.empty()) { return false; }
    // "e" without its accent is "and".
    if (verb == "e" && (first_word(written) == "e" || first_word(written) == "E")) { return false; }
    if (is_one_of(what, kWhat) || speaks_of_author(written)) { return true; }
    return verb != "is" && std::none_of(kDone.begin(), kDone.end(), [what](std::string_view end) {
               return what.ends_with(end);
           });
}

/// "Norway 12": a row of a table.
bool is_result(std::string_view text)
{
    const char last = text.empty() ? ' ' : text.back();
    return ascii::is_digit(last) && word_count(text) > 1 &&
           text.find(':') == std::string_view::npos;
}

}  // namespace

/// Whether line `n` is the end of a sentence that was wrapped.
bool LayoutReader::ends_wrapped(std::size_t n) const
{
    const std::size_t at = content_[n];
    return at > 0 && lines_[at - 1].kind == LineKind::Body && !ends_sentence(lines_[at - 1].text) &&
           is_wrapped(lines_, at - 1, width_);
}

/// Whether a sentence goes on from line `n` to the next one.
bool LayoutReader::is_broken(std::size_t n) const
{
    constexpr std::size_t kNarrowest = 40;  // bytes
    constexpr std::size_t kWidest = 100;    // characters
    if (n + 1 >= content_.size() || content_[n + 1] != content_[n] + 1 || !is_body(n) ||
        !is_body(n + 1)) {
        return false;
    }
    const std::string_view text = line(n).text;
    const char next = line(n + 1).text.front();
    return ascii::is_small(next) && text.size() >= kNarrowest && !ends_sentence(text) &&
           !has_more_characters(text, kWidest);
}

/// Whether prose was wrapped, so that lines are no paragraphs, and short ones those of tables.
bool LayoutReader::is_wrapped_text() const
{
    constexpr std::size_t kLinesToLookAt = 40;
    constexpr unsigned kEnough = 2;
    unsigned wrapped = 0;
    const std::size_t end = std::min(content_.size(), kLinesToLookAt);
    unsigned broken = 0;  // below a headline that is wider than the text
    constexpr unsigned kEnoughBroken = 4;
    for (std::size_t n = 0; n < end && wrapped < kEnough && broken < kEnoughBroken; ++n) {
        wrapped += ends_wrapped(n) ? 1 : 0;
        broken += is_broken(n) ? 1 : 0;
    }
    return wrapped == kEnough || broken == kEnoughBroken;
}

/// Whether short lines may be what a page has around its article. Bodies of records are taken out
/// of pages already.
bool LayoutReader::may_have_scraps() const { return !hints_.is_body && !is_wrapped_text(); }

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

/// A dateline on a line of its own: "MOSCOW (Reuters)", "Caracas". It stays part of the text.
bool LayoutReader::is_place_above(std::size_t n)
{
    constexpr std::size_t kMostWords = 2;
    const std::string_view text = line(n).text;
    if (const auto dateline = read_dateline(std::string{text} + " - …")) {
        offer_source(SourceRank::Agency, dateline->agency, "dateline", text);
        use_dateline(*dateline, text);
        return true;
    }
    // Right above the text, below credits or the headline, and no button among others.
    const std::size_t next = next_body(n);
    return next < content_.size() && is_prose(line(next).text) && n > 0 &&
           line(n - 1).kind == LineKind::Part && next == n + 1 && is_name(text) &&
           word_count(text) <= kMostWords && !is_outlet_like(text);
}

/// Between headline and text, and with the credits: what a page has there for its readers to press.
bool LayoutReader::take_head_scrap(std::size_t n)
{
    const std::string_view text = line(n).text;
    if (!may_have_scraps() || n >= last_prose_ || !is_scrap(text)) { return false; }
    if (is_place_above(n)) { return false; }
    take(n, LineKind::Furniture, "scrap");
    return true;
}

/// Below a heading like "Keep reading" in the midst of a text: headlines of other articles.
void LayoutReader::take_teasers()
{
    constexpr std::size_t kLongest = 160;  // characters
    constexpr unsigned kMost = 6;
    bool text_above = false;
    unsigned left = 0;
    const auto heads = [this](std::size_t n) {
        return line(n).kind == LineKind::Furniture && heads_list(line(n).text);
    };
    bool any = false;
    for (std::size_t n = 0; n < content_.size() && !any; ++n) { any = heads(n); }
    if (!any || !may_have_scraps()) { return; }
    for (std::size_t n = 0; n < content_.size(); ++n) {
        const std::string_view text = line(n).text;
        if (line(n).kind == LineKind::Furniture) {
            left = text_above && heads(n) ? kMost : left;
            continue;
        }
        if (!is_body(n)) { continue; }
        text_above = text_above || is_prose(text);
        const bool next = n > 0 && (left == kMost || content_[n] == content_[n - 1] + 1);
        const bool bullet = text.front() == '-' || text.front() == '*' || text.starts_with("•");
        const bool teaser = left > 0 && next && !bullet && !ends_sentence(text) &&
                            is_capitalised(text) && !has_more_characters(text, kLongest) &&
                            !ends_wrapped(n) && !read_dateline(text) && !credit_of(text, false);
        if (teaser) { take(n, LineKind::Furniture, "teaser"); }
        left = teaser ? left - 1 : 0;
    }
}

/// Below the last sentence of a text of several: buttons, counters, headings without a list.
void LayoutReader::take_end_scraps()
{
    if (!may_have_scraps()) { return; }
    std::size_t prose = 0;
    for (std::size_t n = 0; n < content_.size() && prose < 2; ++n) {
        prose += is_body(n) && is_prose(line(n).text) ? 1 : 0;
    }
    if (prose < 2) { return; }
    // No text ends with a colon: what it led to is gone.
    constexpr std::size_t kLongestHeading = 80;  // characters
    constexpr unsigned kMostHeadings = 3;
    for (unsigned taken = 0; taken < kMostHeadings && last_prose_ > 0; ++taken) {
        const std::string_view last = line(last_prose_).text;
        if (!last.ends_with(':') || next_body(last_prose_) != content_.size() ||
            has_more_characters(last, kLongestHeading)) {
            break;
        }
        take(last_prose_, LineKind::Furniture, "scrap");
        find_last_prose();
    }
    for (std::size_t n = content_.size(); n-- > std::max(last_prose_ + 1, foot_begin());) {
        if (!is_body(n)) { continue; }
        const std::string_view text = line(n).text;
        if (is_result(text) && n > 0 && is_body(n - 1) &&
            (is_result(line(n - 1).text) || line(n - 1).text.ends_with(':'))) {
            return;
        }
        const bool above_furniture =
            n + 1 < content_.size() && line(n + 1).kind == LineKind::Furniture;
        const bool scrap = is_scrap(text) || (above_furniture && is_slogan(text));
        if (!scrap || outlet_prefix(text) != 0 || read_signature(text) || credit_of(text, false)) {
            return;
        }
        take(n, LineKind::Furniture, "scrap");
    }
}

/// "By" and on the next line the name.
bool LayoutReader::take_split_byline(std::size_t n)
{
    constexpr std::size_t kLongestLabel = 24;  // bytes
    const std::string_view text = line(n).text;
    const std::size_t next = next_body(n);
    if (text.size() > kLongestLabel || next == content_.size() || !is_byline_label(text)) {
        return false;
    }
    const auto names = read_signature(said_once(line(next).text));
    if (!names) { return false; }
    add_byline(names->names, "header", line(next).text);
    offer_source(SourceRank::Byline, names->outlet, "header", line(next).text);
    take(n, LineKind::Part, "credit");
    take(next, LineKind::Part, "credit");
    behind_byline_ = true;
    return true;
}

/// A name above the headline, and below it what the person is: "Ann Lee", "Columnist of the Post".
bool LayoutReader::take_author_above(std::size_t n)
{
    const std::string_view text = line(n).text;
    const std::size_t next = next_body(n);
    if (!is_person(text) || next == content_.size()) { return false; }
    const auto employer = read_role(line(next).text);
    if (!employer) { return false; }
    set_byline({std::string{text}}, "header", text);
    offer_source(SourceRank::Byline, *employer, "header", *employer);
    take(n, LineKind::Part, "credit");
    take(next, LineKind::Part, "credit");
    return true;
}

/// "Ann Lee covers the coast for …" at the end, if she has written the article.
void LayoutReader::take_biographies()
{
    constexpr std::size_t kLongest = 600;  // bytes
    if (layout_.byline.empty()) { return; }
    for (std::size_t n = std::max<std::size_t>(foot_begin(), 1); n < content_.size(); ++n) {
        const std::string_view text = line(n).text;
        if (!is_body(n) || text.size() > kLongest) { continue; }
        std::string folded = fold(text);
        folded.erase(0, folded.find_first_not_of("*[( "));
        for (const std::string& name : layout_.byline) {
            const std::string front = fold(name) + ' ';
            if (!folded.starts_with(front)) { continue; }
            const std::string_view rest = std::string_view{folded}.substr(front.size());
            const auto at = line(n).text.find(' ', name.size());
            const std::string_view said = at == std::string_view::npos ? rest : text.substr(at);
            if (says_who(rest, said)) { take(n, LineKind::Furniture, "author-note"); }
        }
    }
}

}  // namespace dateline::indexer
