#include "indexer/credit_line.hpp"

#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"
#include "indexer/credited_source.hpp"
#include "indexer/date_joint.hpp"
#include "indexer/date_line.hpp"
#include "indexer/dateish.hpp"
#include "indexer/desk.hpp"
#include "indexer/furniture.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"
#include "indexer/page_lines.hpp"
#include "indexer/written_date.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace dateline::indexer {
namespace {

/// The pieces of a line between bars and bullets.
std::vector<std::string_view> pieces_of(std::string_view line)
{
    static constexpr std::array<std::string_view, 4> kMarks{"|", "•", "·", "\t"};
    std::vector<std::string_view> pieces;
    while (!line.empty()) {
        const LinePart piece = take_part(line, kMarks);
        if (!piece.text.empty()) { pieces.push_back(piece.text); }
    }
    return pieces;
}

/// Names and nothing else: "Ann Lee, Bo Roe", "Ann Lee / EFE".
bool is_names(std::string_view text)
{
    static constexpr std::array<std::string_view, 4> kMarks{",", "/", ";", " & "};
    while (!text.empty()) {
        if (!is_name(take_part(text, kMarks).text)) { return false; }
    }
    return true;
}

/// "Editor: lw": who is no author, beside those who are.
bool names_editor(std::string_view piece)
{
    constexpr std::size_t kLongest = 60;  // bytes
    static constexpr std::array<std::string_view, 12> kLabels{
        "editor",      "editors",  "edited by", "edición", "edition", "edição",
        "editado por", "редактор", "Редактор",  "photo",   "foto",    "translation"};
    static constexpr FirstBytes kFirst{kLabels};
    constexpr std::size_t kLongestInitials = 4;
    return piece.size() <= kLongest && kFirst.may_open(piece) &&
           std::any_of(kLabels.begin(), kLabels.end(), [piece](std::string_view label) {
               const std::string_view value = behind_label(piece, label, true);
               return !value.empty() && (value.size() <= kLongestInitials || is_names(value));
           });
}

/// What stands beside credits and is none: an address, "Topics: Events, Speeches".
bool is_beside_credits(std::string_view piece)
{
    const bool address = piece.find('@') != std::string_view::npos && word_count(piece) == 1;
    return address || (piece.find(':') != std::string_view::npos && is_furniture(piece));
}

/// "3 418": a counter.
bool is_figures(std::string_view piece)
{
    constexpr std::size_t kLongest = 12;
    return piece.size() <= kLongest &&
           piece.find_first_not_of("0123456789., ") == std::string_view::npos;
}

/// Takes one line apart.
class CreditReader {
  public:
    explicit CreditReader(const CreditContext& context) : context_(context) {}

    std::optional<CreditLine> read(std::string_view line)
    {
        for (const std::string_view piece : pieces_of(line)) {
            if (!read_piece(piece)) { return {}; }
        }
        const bool something =
            credit_.date || !credit_.byline.names.empty() || !credit_.source.empty();
        if (!something || !place_names()) { return {}; }
        return std::move(credit_);
    }

  private:
    bool read_piece(std::string_view piece);
    bool read_dated(std::string_view piece);
    bool read_part(std::string_view part);
    bool read_single(std::string_view part);
    [[nodiscard]] bool opens_with_person(std::string_view piece) const;
    bool read_whole_byline(std::string_view text);
    bool place_names();

    CreditContext context_;
    CreditLine credit_{};
    std::vector<std::string_view> names_{};  ///< whose or what they are, the rest has to tell
};

bool CreditReader::read_whole_byline(std::string_view text)
{
    auto byline = read_byline(text, context_.behind_headline);
    if (!byline) { return false; }
    if (credit_.byline.names.empty()) {
        credit_.byline = std::move(*byline);
    } else if (credit_.byline.outlet.empty()) {
        credit_.byline.outlet = byline->names.front();
    }
    return true;
}

/// "Ann Lee, 8 November 2024": behind a headline without a byline rather a person than a place.
bool CreditReader::opens_with_person(std::string_view piece) const
{
    if (!context_.behind_headline || context_.has_byline) { return false; }
    const auto found = find_date(piece, 0, context_.order);
    const std::string_view name =
        found ? without_date_words(piece.substr(0, found->begin)) : std::string_view{};
    return is_person(name) && !is_place_like(name);
}

bool CreditReader::read_piece(std::string_view piece)
{
    if (credit_.date && is_figures(piece)) { return true; }
    if (is_reading_time(piece) || names_editor(piece) || is_beside_credits(piece)) { return true; }
    if (!find_date(piece, 0, context_.order)) {
        return is_relative_update(piece) || read_part(piece);
    }
    const auto date = read_date_line(piece, context_.order);
    if (!date || has_byline_label(piece) || opens_with_person(piece)) { return read_dated(piece); }
    if (!credit_.date || credit_.date->updated) { credit_.date = date; }
    return true;
}

/// A piece with dates in it: what stands between them has to be credits, too.
bool CreditReader::read_dated(std::string_view piece)
{
    std::size_t at = 0;
    bool dated = false;
    while (const auto found = find_date(piece, at, context_.order)) {
        const std::string_view before = piece.substr(at, found->begin - at);
        at = found->end;
        const auto words = words_of(before);
        const bool updated = std::any_of(words.begin(), words.end(), [](std::string_view word) {
            return is_update_word(fold(word));
        });
        const std::string_view part = without_date_words(before);
        // "The treaty of 8 November 2024": nothing but a date's own words joins it to a name.
        if (!part.empty() && !read_part(part)) { return false; }
        if (!credit_.date || (credit_.date->updated && !updated)) {
            credit_.date = DateLine{found->date, updated};
        }
        dated = true;
    }
    const std::string_view rest = without_date_words(piece.substr(at));
    return dated && (rest.empty() || is_relative_update(rest) || read_part(rest));
}

/// A part without a date: a byline, or what dashes divide.
bool CreditReader::read_part(std::string_view part)
{
    if (read_whole_byline(without_joint(part))) { return true; }
    static constexpr std::array<std::string_view, 3> kDashes{" – ", " — ", " - "};
    while (!part.empty()) {
        const std::string_view single = without_date_words(take_part(part, kDashes).text);
        if (!single.empty() && !read_single(single)) { return false; }
    }
    return true;
}

bool CreditReader::read_single(std::string_view part)
{
    constexpr std::size_t kMostNames = 4;
    if (is_dateish(part, has_figure(part))) { return true; }
    if (const std::string_view source = credited_source(part); !source.empty()) {
        credit_.source = source;
        return true;
    }
    if (is_desk(part) && context_.behind_headline) {
        credit_.byline.names.emplace_back(part);
        return true;
    }
    std::string_view name = part;
    if (const std::size_t bracket = name.find(" ("); bracket != std::string_view::npos) {
        name = name.substr(0, bracket);  // "São Luís (MA)"
    }
    if (!is_name(name) || names_.size() == kMostNames) { return false; }
    names_.push_back(name);
    return true;
}

/// Gives the names without a label their places, if what stands beside them proves them credits.
bool CreditReader::place_names()
{
    if (names_.empty()) { return true; }
    if (!credit_.byline.names.empty() && !context_.behind_headline) {
        // "By Ann Lee | Evening Wire": behind a byline stand its outlet and its place.
        if (credit_.byline.outlet.empty()) { credit_.byline.outlet = names_.front(); }
        return is_outlet_name(names_.front());
    }
    if (!context_.behind_headline) { return false; }
    bool has_names = context_.has_byline || !credit_.byline.names.empty();
    const bool alone = names_.size() == 1;
    for (std::size_t n = 0; n < names_.size(); ++n) {
        const std::string_view name = names_[n];
        if (is_outlet_like(name)) {
            if (credit_.byline.outlet.empty()) { credit_.byline.outlet = name; }
        } else if (!has_names && is_person(name) && !is_place_like(name)) {
            credit_.byline.names.emplace_back(name);
            has_names = true;
        } else if (has_names && !alone && n == 0 && credit_.byline.outlet.empty()) {
            credit_.byline.outlet = name;  // "Terra Livre | São Luís | 20 de novembro de 2022"
        } else if (!credit_.byline.names.empty() && credit_.byline.outlet.empty() && alone) {
            credit_.byline.outlet = name;
        }
    }
    return true;
}

/// Whether a line has more small words than credits ever have: of most lines no more is asked.
bool reads_as_prose(std::string_view line)
{
    constexpr std::size_t kShortest = 3;  // letters
    constexpr unsigned kEnough = 6;
    unsigned small = 0;
    std::size_t letters = 0;
    bool begins = true;
    for (const char c : line) {
        if (ascii::is_small(c)) {
            letters += begins || letters > 0 ? 1 : 0;
        } else {
            if (c == '|' || static_cast<unsigned char>(c) == 0xC2U ||
                static_cast<unsigned char>(c) == 0xE2U) {
                return false;  // what may divide a line: a bar, a dot, a bullet
            }
            if (letters >= kShortest && ++small == kEnough) { return true; }
            letters = 0;
        }
        begins = c == ' ';
    }
    return false;
}

/// A line with bars for its pictures: "7 June 2024 👁 3 418 💬 26"; empty if it has none.
std::string with_bars(std::string_view line)
{
    constexpr char kPlanes = '\xF0';  // the first byte of all emoji and of few letters
    std::string divided;
    if (line.find(kPlanes) == std::string_view::npos) { return divided; }
    while (!line.empty()) {
        const std::string_view before = line;
        const char32_t c = take_code_point(line);
        if (c >= 0x1F300 && c <= 0x1FAFF) {
            divided += " | ";
        } else {
            divided += before.substr(0, before.size() - line.size());
        }
    }
    return divided;
}

}  // namespace

std::optional<CreditLine> read_credit_line(std::string_view line, const CreditContext& context)
{
    if (line.size() > kLongestCreditLine || reads_as_prose(line)) { return {}; }
    auto bare = read_shared_byline(line);
    if (bare) { return CreditLine{.byline = std::move(*bare), .date = {}, .source = {}}; }
    std::string divided;
    if (has_figure(line)) { divided = with_bars(line); }
    const std::string_view shown = divided.empty() ? line : std::string_view{divided};
    if (auto credit = CreditReader{context}.read(shown)) { return credit; }
    if (!bare && context.behind_headline) { bare = read_bare_byline(line); }
    if (!bare) { return {}; }
    return CreditLine{.byline = std::move(*bare), .date = {}, .source = {}};
}

std::optional<Byline> read_reporters(std::string_view line)
{
    if (line.starts_with('(')) { line.remove_prefix(1); }
    constexpr std::string_view kLabel = "reporting by";
    if (!begins_with(line, kLabel)) { return {}; }
    line = line.substr(0, line.find_first_of(";)"));
    return read_byline("By" + std::string{line.substr(kLabel.size())}, true);
}

}  // namespace dateline::indexer
