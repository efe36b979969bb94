// What is known of single words that stand in or around people's names: given names, titles,
// particles, and the words that show that something is no person. The rows are in given_names.def
// and name_words.def.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::indexer {

/// What a word can be; a word may be several of these.
using NameWord = std::uint32_t;

inline constexpr NameWord kGiven = 1U << 0;
inline constexpr NameWord kAmbiguousGiven = 1U << 1;  ///< with kGiven: also a word or a place
inline constexpr NameWord kFamilyFirst = 1U << 2;     ///< Chinese, Korean, Vietnamese family names
inline constexpr NameWord kSurname = 1U << 3;         ///< a word that is no word behind "John"
inline constexpr NameWord kParticle = 1U << 4;        ///< de, van, bin, al
inline constexpr NameWord kSuffix = 1U << 5;          ///< Jr., III
inline constexpr NameWord kTitle = 1U << 6;           ///< a surname may follow: President
inline constexpr NameWord kRoyal = 1U << 7;           ///< a given name may follow: King
inline constexpr NameWord kTitleOrName = 1U << 8;     ///< with one of the two: Major, King
inline constexpr NameWord kDescriptor = 1U << 9;      ///< a whole name may follow: spokesman
inline constexpr NameWord kSpeech = 1U << 10;         ///< said
inline constexpr NameWord kOrganisation = 1U << 11;   ///< Ministry, Inc, Street, Cup
inline constexpr NameWord kPlace = 1U << 12;
inline constexpr NameWord kNationality = 1U << 13;  ///< Russian, Democrat, Catholic
inline constexpr NameWord kCalendar = 1U << 14;
inline constexpr NameWord kFunction = 1U << 15;   ///< Later, And, Wins
inline constexpr NameWord kCredit = 1U << 16;     ///< Photo, Editing
inline constexpr NameWord kCompany = 1U << 17;    ///< Inc, Corp: what stands before is a company
inline constexpr NameWord kInflected = 1U << 18;  ///< found by its stem: Путина

/// Whether a word is a given name and nothing else: not May, not Virginia.
constexpr bool is_sure_given(NameWord word)
{
    return (word & (kGiven | kAmbiguousGiven)) == kGiven;
}

/// What a folded word is known to be; 0 if nothing. Russian words are found in all cases.
NameWord name_word(std::string_view folded);

/// Whether the two folded words begin the name of something that is no person: "merrill lynch".
bool is_known_phrase(std::string_view first, std::string_view second);

/// Whether the folded words, a blank between them, are the whole name of something that is no
/// person: "quintana roo".
bool is_known_other(std::string_view folded);

/// Whether "and" and this word behind a name make it a firm's: "Jones and Co".
bool is_firm_ending(std::string_view folded);

/// What the cases of a Cyrillic word have in common ("путин" of "путиным"); other words whole.
std::string_view name_stem(std::string_view folded);

/// A given name and a family name, folded; both empty if there are none.
struct RussianName {
    std::string given{};
    std::string family{};
};

/// The nominative of a Russian name in another case ("владимиром", "путиным"), if the given name is
/// in the table and the family name ends in -ов, -ев, -ин, -ский or -цкий; else empty.
RussianName russian_nominative(std::string_view given, std::string_view family);

}  // namespace dateline::indexer
