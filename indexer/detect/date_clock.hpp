// What relative dates mean in an article of a certain date. All that is not known for sure of that
// date gives nothing: an article of which only the year is known has no yesterday.
#pragma once

#include "common/date.hpp"
#include "indexer/detect/date_text.hpp"

#include <chrono>
#include <optional>

namespace dateline::indexer {

/// "last", "this", "next", or none of them.
enum class Step : std::uint8_t { None, Last, This, Next };

class DateClock {
  public:
    explicit DateClock(const std::optional<Date>& published) : published_(published) {}

    /// So many days from the day of publication.
    [[nodiscard]] std::optional<Date> day(int offset) const;

    /// A weekday (1, Monday, to 7). Without a step the last one, the day of publication included;
    /// if the tense is Future, the coming one. "last" and "next" leave that day out; "this" goes by
    /// the tense, and without one to the nearest.
    [[nodiscard]] std::optional<Date> weekday(int number, Step step, Tense tense) const;

    /// The weekday in the week (from Monday) before, of, or behind that of publication.
    [[nodiscard]] std::optional<Date> weekday_of_week(int number, Step week) const;

    /// The nearest such day that is this weekday, 45 days away at most: "Tuesday (28)".
    [[nodiscard]] std::optional<Date> weekday_and_day(int number, unsigned day) const;

    /// A month without a year: by its tense the last one or the coming one, that of publication
    /// included. If the tense is not known, it may lie two months ahead, as for days. What would
    /// come only in more than nine months is the last one.
    [[nodiscard]] std::optional<Date> month(unsigned month, Step step, Tense tense) const;

    /// A day without a year: at most 60 days ahead, half a year if the tense is Future, 30 days if
    /// it is Past. A weekday beside it (0: none) decides if it fits a year.
    [[nodiscard]] std::optional<Date> month_day(std::chrono::month_day day, Step step, Tense tense,
                                                int weekday) const;

    /// "last week" (7), "this month" (30), "next year" (365). A week gives the month that it lies
    /// in, and nothing if there are two.
    [[nodiscard]] std::optional<Date> period(int unit, Step step) const;

    /// So many units ago. Up to ten days give a day, weeks and months a month (nobody counts
    /// them by the day), up to 30 years a year.
    [[nodiscard]] std::optional<Date> ago(int count, int unit) const;

    /// The year of publication, moved by a step.
    [[nodiscard]] std::optional<std::chrono::year> year(Step step) const;

    /// Whether a date is still to come, by itself or by the tense beside it.
    [[nodiscard]] bool is_to_come(const Date& date, Tense tense) const;

  private:
    [[nodiscard]] std::optional<std::chrono::sys_days> today() const;
    [[nodiscard]] std::optional<std::chrono::year_month> this_month() const;

    const std::optional<Date>& published_;
};

}  // namespace dateline::indexer
