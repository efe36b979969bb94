// Authors whose names need another line: "By" above a name, a name above a date or an office, and
// what is said of them at the end.
#include "common/text/utf8.hpp"
#include "indexer/author_note.hpp"
#include "indexer/author_role.hpp"
#include "indexer/desk.hpp"
#include "indexer/layout_reader.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"
#include "indexer/outlets.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

/// "Ann Lee, BBC Lima": an outlet that is known stands behind the name.
bool is_employed(const Byline& byline, std::string_view text)
{
    const std::string_view name = byline.names.front();
    const std::string_view outlet = byline.outlet;
    return !outlet.empty() && text.starts_with(name) && text.substr(name.size()).starts_with(',') &&
           (outlet_prefix(outlet) != 0 ||
            is_outlet_like(outlet.substr(0, outlet.find_first_of(" -"))));
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

}  // namespace

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
