// The words that dates in a text are told by besides months and figures: weekdays, "yesterday",
// "last", "ago", and what shows the tense around them. A table (date_words.def) of four languages.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline::indexer {

/// A set of languages, a bit each.
using LanguageSet = std::uint8_t;

enum class DateLanguage : LanguageSet { English = 1, Spanish = 2, Portuguese = 4, Russian = 8 };

/// What a word may be to a date. A word may be several things, in several languages.
enum class DateWord : std::uint8_t {
    Weekday,        ///< value: 1, Monday, to 7
    WeekdayOfFair,  ///< only with "-feira", or beside its day
    Fair,           ///< "feira"
    Month,          ///< value: 1 to 12
    Day,            ///< "yesterday"; value: days from that of publication
    Morning,        ///< "mañana": tomorrow, unless BeforeMorning stands before it
    DayPart,        ///< "evening": a day with "this" before it
    Night,          ///< likewise; with "last" the day before
    Unit,           ///< value: 1 day, 7 week, 30 month, 365 year
    Count,          ///< value: how many
    Last,
    LastDay,  ///< "último": of days only, since "el último año" is a year until now
    Next,
    NextOfTwo,  ///< behind "que"
    This,
    Ago,
    AgoBefore,    ///< "hace": before count and unit
    Vague,        ///< before a count, which then is none: "more than"
    Period,       ///< "the" makes of "last month" a month until now
    Opener,       ///< before a month or year: "in", "since"
    WeakOpener,   ///< likewise, unless it could be a name: "by May"
    PartOf,       ///< before "de" and a month: "fines de marzo"
    Joint,        ///< between two months, years or days
    Of,           ///< between a month and "last year"
    Article,      ///< before a weekday that has a capital
    Habit,        ///< before a weekday that is any: "every"
    Range,        ///< between two weekdays that are any: "Monday to Friday"
    BeforeName,   ///< makes a name of a weekday: "Black Friday"
    BehindName,   ///< likewise: "Sunday Times"; of days, too: "July 26 Movement"
    BehindToday,  ///< "hoy en día", "hoy por hoy": these days
    BeforeMorning,
    Street,    ///< before a day that is a name: "avenida 5 de Julio"
    Counted,   ///< behind a number that is no year
    YearWord,  ///< behind a year
    Future,    ///< tells of what is to come
    Past,
    Report,  ///< past, but of telling: what is told may be to come
    Anniversary,
    Planned,  ///< of what is to come, with OfPlan beside it: "is expected", "set for"
    OfPlan,
};

/// What a word may be: a bit for each kind.
using DateKinds = std::uint64_t;
static_assert(static_cast<unsigned>(DateWord::OfPlan) < 64);

constexpr bool has(DateKinds kinds, DateWord kind)
{
    return (kinds >> static_cast<unsigned>(kind) & 1U) != 0;
}

/// The languages to read a text of this language by: all if it is unknown, none if the table has
/// no words of it.
LanguageSet date_languages(std::string_view language);

/// Everything that `surface` (folded) may be; 0 for nearly all words.
DateKinds date_kinds(std::string_view surface, LanguageSet languages);

/// What `surface` (folded) is worth as a word of this kind; nothing if it is none.
std::optional<int> date_word(std::string_view surface, DateWord kind, LanguageSet languages);

/// Whether a date may be found at such a word. Never false for Weekday, Month, Day, Unit and the
/// like; seldom true for others.
bool may_begin_date(std::string_view surface);

/// Whether a word as written ends as verbs do in the past tense, or in the future.
bool ends_in_past(std::string_view word, LanguageSet languages);
bool ends_in_future(std::string_view word, LanguageSet languages);

}  // namespace dateline::indexer
