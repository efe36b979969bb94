// The words that stand for countries, as hand-written tables: names, demonyms, capitals and places,
// for each language; country_lexicon.hpp makes them ready for searching.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace dateline {

enum class FormKind : std::uint8_t {
    Name,
    Demonym,  ///< of the people or the country: "Venezuelan"
    Capital,
    City,
    Metonym,  ///< a place or body that stands for a government: "Kremlin"
    State,    ///< a part of a country: "Texas", "Scotland"
    Mask,     ///< holds another country's word but stands for none: "Gulf of Mexico"
};

// In all tables:
//
// `codes` is an ISO code (or SU, YU, CS, DD), or several with commas between: then the one that the
// article otherwise mentions most is meant, on a tie the first; "-" stands for none of them.
//
// A list of forms has "|" between them. A form whose word begins with a capital needs one in the
// text, one that is all capitals needs all; lower case matches anything. Accents do not matter.
// "Venezuelan~" stands for the word with each of the language's endings marked "~", "Росси~я" with
// those marked "~я". "=Malé" must stand in the text exactly so; ",Pa" only behind a capitalized
// word and a comma; of "La." the full stop is wanted, of "St. John's" the possessive ending.

struct CountryForms {
    std::string_view codes;
    std::string_view names;
    std::string_view demonyms;
    std::string_view capitals;
};

struct PlaceForms {
    FormKind kind;
    std::string_view codes;
    std::string_view forms;
};

/// What a mark behind a stem stands for: `endings` has "|" between them, and may begin with one for
/// the bare stem.
struct FormEndings {
    std::string_view mark;
    std::string_view endings;
};

/// A word with the beginning `from` may also be written with `to` in its place (Arabic's
/// prepositions and article are written in one with the word).
struct FormPrefix {
    std::string_view from;
    std::string_view to;
};

struct LanguageForms {
    std::string_view language;  ///< ISO 639-1
    std::span<const CountryForms> countries;
    std::span<const PlaceForms> places;
    std::span<const FormEndings> endings;
    std::span<const FormPrefix> prefixes;
};

/// English first.
std::span<const LanguageForms* const> country_languages();

}  // namespace dateline
