// What stands between the parts of an article and is none of them: buttons, counters, links to
// other articles. Told by where it stands and how short it is, not by its words.
#include "common/text/ascii.hpp"
#include "indexer/dateline.hpp"
#include "indexer/furniture.hpp"
#include "indexer/layout_reader.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"
#include "indexer/outlets.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

/// "The Post in your hands: get the app": no sentence, and short.
bool is_slogan(std::string_view text)
{
    constexpr std::size_t kLongest = 60;  // characters
    constexpr std::string_view kEnds = "?!,;-)\"'";
    return !has_more_characters(text, kLongest) && !ends_sentence(text) &&
           kEnds.find(text.back()) == std::string_view::npos && is_capitalised(text) &&
           !text.ends_with("”") && !text.ends_with("»") && !text.ends_with("…");
}

/// "Norway 12": a row of a table.
bool is_result(std::string_view text)
{
    const char last = text.empty() ? ' ' : text.back();
    return ascii::is_digit(last) && word_count(text) > 1 &&
           text.find(':') == std::string_view::npos;
}

}  // namespace

bool is_scrap(std::string_view text)
{
    constexpr std::size_t kMostWords = 3;
    constexpr std::size_t kLongest = 32;  // characters
    constexpr std::string_view kNoScrap = "-*#>\"'([|";
    static constexpr std::array<std::string_view, 9> kOpeners{"•", "“", "„", "«", "—",
                                                              "–", "¿", "¡", "…"};
    static constexpr std::array<std::string_view, 6> kEnds{"?", "!", "…", "-", "–", "—"};
    const auto opens = [text](std::string_view mark) { return text.starts_with(mark); };
    const auto ends = [text](std::string_view mark) { return text.ends_with(mark); };
    return word_count(text) <= kMostWords && !has_more_characters(text, kLongest) &&
           !ends_sentence(text) && text.find(", ") == std::string_view::npos &&  // a place
           kNoScrap.find(text.front()) == std::string_view::npos &&
           std::none_of(kOpeners.begin(), kOpeners.end(), opens) &&
           std::none_of(kEnds.begin(), kEnds.end(), ends);
}

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

}  // namespace dateline::indexer
