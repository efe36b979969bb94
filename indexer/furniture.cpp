#include "indexer/furniture.hpp"

#include "common/schema/article.hpp"
#include "common/text/utf8.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"
#include "indexer/opening_table.hpp"
#include "indexer/page_lines.hpp"
#include "indexer/picture_credit.hpp"

#include <algorithm>
#include <string>

namespace dateline::indexer {
namespace {

/// Whether nothing but marks and figures stands behind the opening.
bool is_whole(std::string_view folded, const FoldedOpening& opening)
{
    constexpr std::string_view kMarks = " :.!|>0123456789()*";
    return folded.find_first_not_of(kMarks, opening.text.size()) == std::string_view::npos;
}

/// "Help!" and "More." are said by somebody.
bool is_cry(std::string_view line, const FoldedOpening& opening)
{
    // Of several words it is a button's: "Link copied!"
    const bool letters = opening.text.find_first_of(" .!*()[]-#") == std::string::npos;
    return letters && (line.ends_with('!') || (line.ends_with('.') && !line.ends_with("..")));
}

/// Whether a line ends like a sentence, and not like a headline that was cut short.
bool ends_statement(std::string_view line)
{
    constexpr std::string_view kClosing = "\"')]*";
    while (!line.empty() && kClosing.find(line.back()) != std::string_view::npos) {
        line.remove_suffix(1);
    }
    for (const std::string_view quote : {"”", "’", "»"}) {
        if (line.ends_with(quote)) { line.remove_suffix(quote.size()); }
    }
    return line.ends_with('.') && !line.ends_with("..");
}

/// Whether names or initials stand behind an opening: "Editor: lw", "Edited by Ann Lee; Bo Roe".
bool names_follow(std::string_view line, const FoldedOpening& opening)
{
    static constexpr std::array<std::string_view, 9> kMarks{";",     ",",   "/",   "|",  " - ",
                                                            " and ", " y ", " e ", " и "};
    constexpr std::size_t kLongestInitials = 4;
    // Folding keeps words.
    for (auto count = word_count(opening.text); count > 0; --count) {
        const std::string_view word = first_word(line);
        line.remove_prefix(static_cast<std::size_t>(word.data() - line.data()) + word.size());
    }
    while (!(line = trimmed(line)).empty()) {
        std::string_view name = take_part(line, kMarks).text;
        while (name.ends_with('.')) { name.remove_suffix(1); }
        if (name.size() > kLongestInitials && !is_name(name) &&
            name.find(':') == std::string_view::npos) {
            return false;
        }
    }
    return true;
}

struct Place {
    bool of_record;
    bool is_foot;
};

bool fits(std::string_view line, std::string_view folded, const FoldedOpening& opening, Place place)
{
    switch (opening.reach) {
        case Reach::Word:
            if (place.of_record) { return false; }
            [[fallthrough]];
        case Reach::Whole:
            return line.size() <= folded.size() + kShortLine && is_whole(folded, opening) &&
                   !is_cry(line, opening);
        case Reach::Teaser: {
            if (has_more_characters(line, kLongLine)) { return false; }
            const bool labelled =
                folded.size() > opening.text.size() && folded[opening.text.size()] == ':';
            return labelled || !ends_statement(line);
        }
        case Reach::Names:
            return !has_more_characters(line, kShortLine) && names_follow(line, opening);
        case Reach::Foot:
            return place.is_foot && !has_more_characters(line, kLongLine);
        case Reach::ShortLine:
            return !has_more_characters(line, kShortLine);
        case Reach::LongLine:
            return !has_more_characters(line, kLongLine);
        case Reach::List:
            return false;
    }
    return false;
}

/// "Facebook Twitter WhatsApp": buttons side by side.
bool is_button_row(std::string_view line)
{
    constexpr std::size_t kMostWords = 10;
    constexpr std::size_t kLongest = 120;  // bytes
    const auto words = line.size() <= kLongest ? words_of(line) : std::vector<std::string_view>{};
    if (words.size() < 2 || words.size() > kMostWords) { return false; }
    return std::all_of(words.begin(), words.end(), [](std::string_view word) {
        return word == "|" ||
               openings().any(word, [](const FoldedOpening& opening, std::string_view folded) {
                   return opening.reach == Reach::Whole && folded.size() == opening.text.size();
               });
    });
}

bool is_furniture_at(std::string_view line, Place place)
{
    line = trimmed(line);
    constexpr std::size_t kMostBytes = 4 * kLongLine;
    if (line.empty() || line.size() > kMostBytes) { return false; }
    constexpr std::string_view kTeaser = "::";
    if (line.size() > 2 * kTeaser.size() && line.starts_with(kTeaser) && line.ends_with(kTeaser)) {
        return true;
    }
    const bool opens =
        openings().any(line, [&](const FoldedOpening& opening, std::string_view folded) {
            return fits(line, folded, opening, place);
        });
    return opens || is_reading_time(line) || is_initials(line) || is_breadcrumb(line) ||
           is_picture_credit(line) || names_contributors(line) ||
           (!place.of_record && is_button_row(line));
}

}  // namespace

bool is_furniture(std::string_view line, bool of_record)
{
    return is_furniture_at(line, {.of_record = of_record, .is_foot = false});
}

bool is_foot_furniture(std::string_view line)
{
    line = trimmed(line);
    if (line.empty() || line.size() > 4 * kLongLine) { return false; }
    return openings().any(line, [line](const FoldedOpening& opening, std::string_view folded) {
        return opening.reach == Reach::Foot &&
               fits(line, folded, opening, {.of_record = false, .is_foot = true});
    });
}

bool heads_list(std::string_view line)
{
    line = trimmed(line);
    if (line.empty() || line.size() > 2 * kShortLine) { return false; }
    return list_openings().any(line, [](const FoldedOpening& opening, std::string_view folded) {
        return is_whole(folded, opening);
    });
}

void add_furniture(std::string& all, std::string_view line)
{
    line = trimmed(line);
    const std::size_t end = all.empty() ? 0 : all.size() + 1;
    if (line.empty() || end >= kMostFurniture) { return; }
    if (all.ends_with(line) &&
        (all.size() == line.size() || all[all.size() - line.size() - 1] == '\n')) {
        return;
    }
    const std::size_t room = std::min(line.size(), kMostFurniture - end);
    line = trimmed(line.substr(0, character_border(line, room)));
    if (line.empty()) { return; }
    if (!all.empty()) { all += '\n'; }
    all += line;
}

}  // namespace dateline::indexer
