#include "indexer/date_line.hpp"

#include "common/text/utf8.hpp"
#include "common/text/word_set.hpp"
#include "indexer/dateish.hpp"
#include "indexer/letter_runs.hpp"
#include "indexer/line.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t kLongestDateLine = 200;  ///< bytes
constexpr unsigned kMostPlaceWords = 4;

/// What the words beside a date say.
struct Surroundings {
    unsigned strange = 0;     ///< words that are no part of a date line
    bool capitalised = true;  ///< the strange ones all are
    bool updated = false;
};

Surroundings look_around(std::string_view text)
{
    Surroundings seen;
    const bool figures = has_figure(text);
    each_letter_run(text, [&](std::string_view word) {
        const std::string folded = fold(word);
        if (is_update_word(folded)) {
            seen.updated = true;
        } else if (!is_date_word(folded, figures)) {
            ++seen.strange;
            seen.capitalised = seen.capitalised && is_capitalised(word);
        }
        return true;
    });
    return seen;
}

/// Whether `before` is a place: "Caracas, ".
bool is_place(std::string_view before, const Surroundings& seen)
{
    before = trimmed(before);
    return seen.capitalised && seen.strange <= kMostPlaceWords &&
           (before.ends_with(",") || before.ends_with("،"));
}

}  // namespace

std::optional<DateLine> read_date_line(std::string_view line, DayOrder order)
{
    line = trimmed(line);
    if (line.empty() || line.size() > kLongestDateLine) { return {}; }
    std::optional<DateLine> first;
    std::size_t at = 0;
    while (const auto found = find_date(line, at, order)) {
        const std::string_view before = line.substr(at, found->begin - at);
        const Surroundings seen = look_around(before);
        const bool place =
            at == 0 && found->date.precision == Precision::Day && is_place(before, seen);
        if (seen.strange > 0 && !place) { return {}; }
        // Of a published and an updated date, the published one counts.
        if (!first || (first->updated && !seen.updated)) { first = {found->date, seen.updated}; }
        at = found->end;
    }
    if (!first || look_around(line.substr(at)).strange > 0) { return {}; }
    return first;
}

}  // namespace dateline::indexer
