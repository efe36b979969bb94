#include "indexer/dateish.hpp"

#include "common/text/utf8.hpp"
#include "common/text/word_set.hpp"
#include "indexer/letter_runs.hpp"

namespace dateline::indexer {
namespace {

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
    each_letter_run(text, [&](std::string_view run) {
        good = is_date_word(fold(run), beside_figure);
        return good;
    });
    return good;
}

}  // namespace dateline::indexer
