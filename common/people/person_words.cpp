#include "common/people/person_words.hpp"

#include "common/people/romanization.hpp"
#include "common/text/ascii.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dateline {
namespace {

enum class List {
    GivenSpellings,
    SlavicGiven,
    Nicknames,
    LooseGiven,
    FamilySpellings,
    Common,
    Spanish
};

struct Row {
    List list;
    std::string_view words;
};

constexpr Row kRows[] = {
#define GIVEN_NAME_SPELLINGS(groups) {List::GivenSpellings, groups},
#define SLAVIC_GIVEN_NAMES(groups) {List::SlavicGiven, groups},
#define NICKNAMES(groups) {List::Nicknames, groups},
#define LOOSE_GIVEN_NAMES(groups) {List::LooseGiven, groups},
#define FAMILY_NAME_SPELLINGS(groups) {List::FamilySpellings, groups},
#define COMMON_FAMILY_NAMES(words) {List::Common, words},
#define SPANISH_GIVEN_NAMES(words) {List::Spanish, words},
#include "common/people/person_names.def"
};

/// Calls `take` with each piece of `text` between any of the characters `separators`.
template <class Take>
void for_each_piece(std::string_view text, std::string_view separators, Take take)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(separators), text.size());
        if (end != 0) { take(text.substr(0, end)); }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

using Keys = std::unordered_map<std::string_view, std::string_view>;

/// The first form of a group is the key of all.
void add_groups(std::string_view groups, Keys& keys)
{
    for_each_piece(groups, "|\n", [&](std::string_view group) {
        std::string_view key;
        for_each_piece(group, " ", [&](std::string_view form) {
            if (key.empty()) { key = form; }
            keys.emplace(form, key);
        });
    });
}

struct Tables {
    Keys given{};
    Keys family{};
    Keys nicknames{};
    Keys loose{};
    std::unordered_set<std::string_view> common{};
    std::unordered_set<std::string_view> spanish{};
    std::unordered_map<std::string, unsigned> slavic{};  ///< by romanization key
    std::vector<std::string_view> slavic_names{};        ///< by number - 1: its group's first form

    Tables()
    {
        for (const Row& row : kRows) { add(row); }
    }

    void add(const Row& row)
    {
        switch (row.list) {
            case List::GivenSpellings:
                return add_groups(row.words, given);
            case List::Nicknames:
                return add_groups(row.words, nicknames);
            case List::LooseGiven:
                return add_groups(row.words, loose);
            case List::FamilySpellings:
                return add_groups(row.words, family);
            case List::SlavicGiven:
                return for_each_piece(row.words, "|\n", [&](auto group) { add_slavic(group); });
            case List::Common:
                return for_each_piece(row.words, " \n", [&](auto word) { common.insert(word); });
            case List::Spanish:
                return for_each_piece(row.words, " \n", [&](auto word) { spanish.insert(word); });
        }
    }

    /// Each Cyrillic form has a number of its own, Latin ones have that of the first.
    void add_slavic(std::string_view group)
    {
        const std::string_view first = group.substr(0, group.find(' '));
        const auto first_number = static_cast<unsigned>(slavic_names.size() + 1);
        for_each_piece(group, " ", [&](std::string_view form) {
            const bool is_latin = ascii::is_small(form.front());
            if (!is_latin) { slavic_names.push_back(first); }
            const auto number =
                is_latin ? first_number : static_cast<unsigned>(slavic_names.size());
            for (std::string& key : romanization_keys(form)) {
                slavic.emplace(std::move(key), number);
            }
        });
    }
};

const Tables& tables()
{
    static const Tables all;
    return all;
}

std::string_view key_in(const Keys& keys, std::string_view word)
{
    const auto found = keys.find(word);
    return found == keys.end() ? word : found->second;
}

/// What a given name is short for, in the one spelling of that.
std::string_view nickname_key(std::string_view word)
{
    const Tables& known = tables();
    return key_in(known.given, key_in(known.nicknames, key_in(known.given, word)));
}

}  // namespace

std::string_view given_name_key(std::string_view folded)
{
    const Tables& known = tables();
    const std::string_view key = nickname_key(folded);
    const unsigned slavic = slavic_given_name(key);
    return slavic != 0 ? known.slavic_names[slavic - 1] : key_in(known.loose, key);
}

PersonWord person_word(std::string_view folded)
{
    const Tables& known = tables();
    return {.given = key_in(known.given, folded),
            .family = key_in(known.family, folded),
            .nickname = nickname_key(folded),
            .is_given_in_table = known.given.contains(folded),
            .is_long_form = known.nicknames.contains(folded),
            .is_common_family = known.common.contains(folded),
            .is_spanish_given = known.spanish.contains(folded)};
}

unsigned slavic_given_name(std::string_view folded)
{
    const Tables& known = tables();
    for (const std::string& key : romanization_keys(folded)) {
        if (const auto found = known.slavic.find(key); found != known.slavic.end()) {
            return found->second;
        }
    }
    return 0;
}

}  // namespace dateline
