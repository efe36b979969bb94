#include "indexer/credit_line.hpp"

#include "indexer/furniture.hpp"
#include "indexer/line.hpp"
#include "indexer/written_date.hpp"

#include <algorithm>
#include <vector>

namespace dateline::indexer {
namespace {

constexpr std::size_t kLongestCreditLine = 400;  ///< bytes
constexpr std::size_t kLongestSource = 120;

/// The pieces of a line between bars and bullets.
std::vector<std::string_view> pieces_of(std::string_view line)
{
    std::vector<std::string_view> pieces;
    while (!line.empty()) {
        std::size_t end = line.size();
        std::size_t size = 0;
        for (const std::string_view mark : {"|", "•", "·", "\t"}) {
            const std::size_t at = line.find(mark);
            if (at < end) {
                end = at;
                size = mark.size();
            }
        }
        if (const auto piece = trimmed(line.substr(0, end)); !piece.empty()) {
            pieces.push_back(piece);
        }
        line.remove_prefix(end + size);
    }
    return pieces;
}

/// `text` without the marks and words at its end that lead over to a date.
std::string_view without_joint(std::string_view text)
{
    while (true) {
        text = trimmed(text);
        const std::size_t size = text.size();
        for (const std::string_view joint :
             {",", "-", "–", "—", ":", " on", " published", " updated", " posted"}) {
            if (size > joint.size() && same_words(text.substr(size - joint.size()), joint)) {
                text.remove_suffix(joint.size());
                break;
            }
        }
        if (text.size() == size) { return text; }
    }
}

/// Reads "By Ann Lee, November 8, 2024" and its parts alone.
bool read_byline_piece(std::string_view piece, bool behind_headline, CreditLine& credit)
{
    std::optional<DateLine> date;
    if (const auto found = find_date(piece); found && found->begin > 0) {
        date = read_date_line(piece.substr(found->begin));
        if (date) { piece = without_joint(piece.substr(0, found->begin)); }
    }
    auto byline = read_byline(piece, behind_headline);
    if (!byline) { return false; }
    credit.byline = std::move(*byline);
    if (date) { credit.date = date; }
    return true;
}

bool read_piece(std::string_view piece, bool behind_headline, CreditLine& credit)
{
    if (is_reading_time(piece) || read_byline_piece(piece, behind_headline, credit)) {
        return true;
    }
    if (const auto date = read_date_line(piece)) {
        if (!credit.date || credit.date->updated) { credit.date = date; }
        return true;
    }
    const std::string_view source = stated_source(piece);
    if (!source.empty() && source.size() <= kLongestSource) {
        credit.source = source;
        return true;
    }
    if (!credit.byline.names.empty() && credit.byline.outlet.empty() && is_outlet_name(piece)) {
        credit.byline.outlet = piece;
        return true;
    }
    return false;
}

}  // namespace

std::optional<CreditLine> read_credit_line(std::string_view line, bool behind_headline)
{
    if (line.size() > kLongestCreditLine) { return {}; }
    CreditLine credit;
    const auto pieces = pieces_of(line);
    const bool whole = std::all_of(pieces.begin(), pieces.end(), [&](std::string_view piece) {
        return read_piece(piece, behind_headline, credit);
    });
    const bool something = credit.date || !credit.byline.names.empty() || !credit.source.empty();
    if (whole && something) { return credit; }
    if (!behind_headline) { return {}; }
    auto bare = read_bare_byline(line);
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
