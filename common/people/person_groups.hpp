// Which names of an index are one person's: "Nicolás Maduro", "Nicolás Maduro Moros" and "Nicolas
// A. Maduro". Names and how many articles have each in, groups and the rule of each link out.
//
// Two people taken for one are worse than one taken for two: a rule joins what its tables and the
// other names of the index leave no doubt about, and proposes what they do.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dateline {

/// Why a name counts as another one. Stored: never change or reuse a number.
enum class GroupRule : std::uint8_t {
    Own,              ///< no other name: accents and case aside
    Signs,            ///< hyphens, blanks and apostrophes
    Transliteration,  ///< a spelling of the same name in the tables
    Patronymic,       ///< Vladimir Vladimirovich Putin
    Initials,         ///< middle initials
    SecondSurname,    ///< Nicolás Maduro Moros
    Nickname,         ///< Bill Clinton
    GivenInitial,     ///< N. Maduro
    Typo,             ///< one letter, of a name that is far more frequent
};

struct GroupRuleInfo {
    GroupRule rule;
    std::string_view name;     ///< in JSON
    std::string_view summary;  ///< as a reason
};

inline constexpr auto kGroupRules = std::to_array<GroupRuleInfo>({
    {GroupRule::Own, "own", "the same letters"},
    {GroupRule::Signs, "signs", "other hyphens, blanks or apostrophes"},
    {GroupRule::Transliteration, "transliteration", "another spelling of the same name"},
    {GroupRule::Patronymic, "patronymic", "with the father's name"},
    {GroupRule::Initials, "initials", "with other middle initials or none"},
    {GroupRule::SecondSurname, "second-surname", "with the second surname"},
    {GroupRule::Nickname, "nickname", "short for the same given name"},
    {GroupRule::GivenInitial, "given-initial", "only one person has this initial and surname"},
    {GroupRule::Typo, "typo", "one letter differs, and the other is far more frequent"},
});

/// Of a number that no rule has, the row of Own.
const GroupRuleInfo& info(GroupRule rule);

/// A name of the index.
struct CountedName {
    std::string_view key;        ///< see name_key(); each comes once
    std::uint32_t articles = 0;  ///< that have it; with none it is nobody's
};

/// Whose name it is.
struct NameLink {
    std::uint32_t person = 0;  ///< the place of the group's most frequent name; that of itself too
    GroupRule rule = GroupRule::Own;
};

/// Two names that may be one person's: places in the list, the more frequent one second.
struct NameProposal {
    std::uint32_t name = 0;
    std::uint32_t person = 0;
    GroupRule rule = GroupRule::Own;

    friend bool operator==(const NameProposal&, const NameProposal&) = default;
};

/// By place in the list. It does not depend on the order of the list. Takes about n log n for n
/// names, however they are chosen.
///
/// `proposals`, if wanted, gets the pairs that are too uncertain, in no order.
std::vector<NameLink> group_people(std::span<const CountedName> names,
                                   std::vector<NameProposal>* proposals = nullptr);

}  // namespace dateline
