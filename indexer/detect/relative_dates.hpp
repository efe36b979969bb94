// Dates that only mean something in an article of a certain date: "on Wednesday", "last month", "en
// marzo", "две недели назад"; and years that stand alone, "in 2019".
#pragma once

#include "indexer/detect/date_clock.hpp"
#include "indexer/detect/date_text.hpp"

#include <vector>

namespace dateline::indexer {

/// A date found in a text, before it becomes a mark.
struct DateMark {
    std::size_t first = 0;  ///< its words
    std::size_t last = 0;
    std::size_t begin = 0;  ///< half-open byte span in the text
    std::size_t end = 0;
    Date date{};
    std::string_view rule{};
    Tense tense = Tense::Unknown;
};

/// "last year" behind a month or day: its step and its last word.
struct YearPhrase {
    Step step = Step::None;
    std::size_t last = 0;
};

/// The phrase that begins at a word, with "of" before it or not.
std::optional<YearPhrase> year_phrase(const DateText& text, std::size_t at);

/// The date at a word of which may_begin_date() is true, or which is a number. `is_stated(at)` says
/// whether a word belongs to a date that figures state: a weekday beside one is part of that.
std::optional<DateMark> relative_date(const DateText& text, const DateClock& clock, std::size_t at,
                                      bool stated_before, bool stated_behind);

}  // namespace dateline::indexer
