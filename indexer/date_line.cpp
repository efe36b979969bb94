#include "indexer/date_line.hpp"

#include "common/text/characters.hpp"
#include "common/text/utf8.hpp"
#include "common/text/word_set.hpp"
#include "indexer/line.hpp"
#include "indexer/outlets.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

constexpr std::size_t kLongestDateLine = 200;  ///< bytes
constexpr std::size_t kLongestDateline = 120;
constexpr unsigned kMostPlaceWords = 4;

// Folded, as fold() makes them.
constexpr WordSet kWeekdays{std::to_array<std::string_view>(
    {"monday",   "tuesday",  "wednesday",   "thursday",    "friday",   "saturday",   "sunday",
     "mon",      "tue",      "tues",        "wed",         "thu",      "thur",       "thurs",
     "fri",      "sat",      "sun",         "lunes",       "martes",   "miercoles",  "jueves",
     "viernes",  "sabado",   "domingo",     "segunda",     "terca",    "quarta",     "quinta",
     "sexta",    "feira",    "lundi",       "mardi",       "mercredi", "jeudi",      "vendredi",
     "samedi",   "dimanche", "montag",      "dienstag",    "mittwoch", "donnerstag", "freitag",
     "samstag",  "sonntag",  "sonnabend",   "lunedi",      "martedi",  "mercoledi",  "giovedi",
     "venerdi",  "sabato",   "domenica",    "понедельник", "вторник",  "среда",      "четверг",
     "пятница",  "суббота",  "воскресенье", "понеділок",   "вівторок", "середа",     "четвер",
     "пʼятниця", "субота",   "неділя",      "الاثنين",     "الثلاثاء", "الاربعاء",   "الخميس",
     "الجمعة",   "السبت",    "الاحد",       "الأحد"})};
constexpr WordSet kDateWords{std::to_array<std::string_view>({"published",
                                                              "posted",
                                                              "date",
                                                              "on",
                                                              "at",
                                                              "first",
                                                              "last",
                                                              "created",
                                                              "issued",
                                                              "released",
                                                              "release",
                                                              "dated",
                                                              "time",
                                                              "the",
                                                              "of",
                                                              "by",
                                                              "am",
                                                              "pm",
                                                              "a",
                                                              "p",
                                                              "m",
                                                              "h",
                                                              "hs",
                                                              "hrs",
                                                              "uhr",
                                                              "gmt",
                                                              "utc",
                                                              "est",
                                                              "edt",
                                                              "et",
                                                              "cst",
                                                              "cdt",
                                                              "ct",
                                                              "mst",
                                                              "pst",
                                                              "pdt",
                                                              "pt",
                                                              "cet",
                                                              "cest",
                                                              "bst",
                                                              "ist",
                                                              "msk",
                                                              "brt",
                                                              "art",
                                                              "vet",
                                                              "z",
                                                              "t",
                                                              "publicado",
                                                              "publicada",
                                                              "fecha",
                                                              "el",
                                                              "las",
                                                              "los",
                                                              "data",
                                                              "em",
                                                              "as",
                                                              "de",
                                                              "del",
                                                              "dia",
                                                              "publie",
                                                              "publiee",
                                                              "a",
                                                              "h",
                                                              "le",
                                                              "mis",
                                                              "jour",
                                                              "veroffentlicht",
                                                              "den",
                                                              "um",
                                                              "stand",
                                                              "pubblicato",
                                                              "il",
                                                              "alle",
                                                              "ore",
                                                              "опубликовано",
                                                              "дата",
                                                              "в",
                                                              "от",
                                                              "публикации",
                                                              "год",
                                                              "года",
                                                              "г",
                                                              "стр",
                                                              "pag",
                                                              "мск",
                                                              "horas",
                                                              "hora",
                                                              "cot",
                                                              "clt",
                                                              "pet",
                                                              "aest",
                                                              "jst",
                                                              "eat",
                                                              "sast",
                                                              "wat",
                                                              "на",
                                                              "время",
                                                              "ano",
                                                              "anno",
                                                              "опубліковано",
                                                              "о",
                                                              "نشر",
                                                              "تاريخ",
                                                              "في",
                                                              "发布时间"})};
/// "2 days ago": also names and everyday words, so only where a figure stands.
constexpr WordSet kRelativeWords{std::to_array<std::string_view>(
    {"ago",     "hour",  "hours", "minute", "minutes", "days",  "hace",  "minuto",
     "minutos", "dias",  "ha",    "назад",  "час",     "часа",  "часов", "минуту",
     "минуты",  "минут", "дня",   "дней",   "age",     "year",  "years", "month",
     "months",  "week",  "weeks", "day",    "semanas", "meses", "anos",  "лет"})};
constexpr WordSet kUpdateWords{std::to_array<std::string_view>(
    {"updated", "update", "actualizado", "actualizada", "atualizado", "atualizada", "aktualisiert",
     "aggiornato", "обновлено", "оновлено", "modified", "modificado", "изменено", "отредактировано",
     "modifie", "modifiee", "actualise", "actualisee", "maj"})};

/// Calls `use(word)` for each run of letters of `text`, as it is written, until it says false.
template <class Use>
void for_each_word(std::string_view text, Use use)
{
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::string_view rest = text.substr(at, 4);
        const std::size_t size = rest.size();
        const char32_t c = take_code_point(rest);
        const std::size_t next = at + size - rest.size();
        const bool digit = c >= U'0' && c <= U'9';
        if (digit || character_class(c) != CharacterClass::Word) {
            if (at > begin && !use(text.substr(begin, at - begin))) { return; }
            begin = next;
        }
        at = next;
    }
    if (begin < text.size()) { use(text.substr(begin)); }
}

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
    for_each_word(text, [&](std::string_view word) {
        const std::string folded = fold(word);
        if (kUpdateWords.contains(folded)) {
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

/// Where a dateline ends, and its dash or its mark of an agency begins; npos if it has none.
std::size_t dateline_end(std::string_view front)
{
    std::size_t first = std::string_view::npos;
    for (const std::string_view dash :
         {" - ", " – ", " — ", "— ", "– ", " -- ", ").-", ".- ", ": ", "/. "}) {
        const std::size_t at = front.find(dash);
        // Behind the bracket or slash: it is part of what stands before.
        if (at < first) { first = dash[0] == ')' || dash[0] == '/' ? at + 1 : at; }
    }
    return first;
}

/// Cuts the agency off the end of `front`: "(Reuters)", "/TASS/".
std::string take_agency(std::string_view& front)
{
    front = trimmed(front);
    const bool bracket = front.ends_with(')');
    if (!bracket && !front.ends_with('/')) { return {}; }
    const std::size_t open = front.substr(0, front.size() - 1).rfind(bracket ? '(' : '/');
    if (open == std::string_view::npos) { return {}; }
    std::string agency{trimmed(front.substr(open + 1, front.size() - open - 2))};
    front = front.substr(0, open);
    return is_capitalised(agency) && word_count(agency) <= 4 ? agency : std::string{};
}

/// Cuts a known agency off the end of `front`, behind a full stop: "Москва. 3 июня. INTERFAX.RU".
std::string take_site(std::string_view& front)
{
    const std::size_t stop = front.rfind(". ");
    if (stop == std::string_view::npos) { return {}; }
    const std::string_view last = trimmed(front.substr(stop + 1));
    if (!is_agency(last)) { return {}; }
    front = front.substr(0, stop);
    return std::string{last};
}

/// The known agency behind a dateline's dash: "ХОЛМСК, 8 фев - РИА Новости. …".
std::string agency_behind(std::string_view behind)
{
    while (!behind.empty() && (behind.front() == ' ' || behind.front() == '-')) {
        behind.remove_prefix(1);
    }
    for (const std::string_view dash : {"–", "—"}) {
        if (behind.starts_with(dash)) { behind = trimmed(behind.substr(dash.size())); }
    }
    const std::size_t size = outlet_prefix(behind);
    const std::string_view name = behind.substr(0, size);
    const bool ends = size != 0 && behind.substr(size).starts_with('.');
    return ends && is_agency(name) ? std::string{name} : std::string{};
}

/// Whether `text` is nothing but names of places: capitals, and small words between them.
bool is_place_list(std::string_view text)
{
    unsigned capitals = 0;
    unsigned words = 0;
    bool good = true;
    for_each_word(text, [&](std::string_view word) {
        static constexpr std::array<std::string_view, 10> kSmall{"de", "do", "da",  "del", "la",
                                                                 "el", "of", "the", "e",   "al"};
        const bool capital = is_capitalised(word);
        capitals += capital ? 1 : 0;
        good = ++words <= 8 && (capital || is_one_of(word, kSmall));
        return good;
    });
    return good && capitals > 0;
}

}  // namespace

bool is_weekday(std::string_view folded) { return kWeekdays.contains(folded); }

bool is_date_word(std::string_view folded, bool beside_figure)
{
    return kDateWords.contains(folded) || kUpdateWords.contains(folded) || is_weekday(folded) ||
           (beside_figure && kRelativeWords.contains(folded));
}

bool is_update_word(std::string_view folded) { return kUpdateWords.contains(folded); }

bool is_dateish(std::string_view text, bool beside_figure)
{
    bool good = true;
    for_each_word(text, [&](std::string_view run) {
        good = is_date_word(fold(run), beside_figure);
        return good;
    });
    return good;
}

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

std::optional<Dateline> read_dateline(std::string_view paragraph)
{
    const std::string_view text = trimmed(paragraph);
    const std::size_t enough = std::min(text.size(), kLongestDateline);
    const std::string_view front = text.substr(0, character_border(text, enough));
    const std::size_t end = dateline_end(front);
    if (end == std::string_view::npos) { return {}; }
    std::string_view rest = front.substr(0, end);
    Dateline dateline;
    dateline.agency = take_agency(rest);
    if (dateline.agency.empty()) { dateline.agency = take_site(rest); }
    const auto day = find_day(rest);
    if (dateline.agency.empty() && day) { dateline.agency = agency_behind(text.substr(end)); }
    if (!day && dateline.agency.empty()) { return {}; }
    std::string places{rest};
    if (day) {
        std::visit([&](const auto& found) { places.erase(found.begin, found.end - found.begin); },
                   *day);
        if (const auto* written = std::get_if<WrittenDate>(&*day)) {
            dateline.date = written->date;
        } else {
            dateline.day = std::get<OpenDay>(*day).day;
        }
    }
    if (!is_place_list(places)) { return {}; }
    dateline.size = static_cast<std::size_t>(text.data() - paragraph.data()) + end;
    return dateline;
}

}  // namespace dateline::indexer
