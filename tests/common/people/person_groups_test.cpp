#include "common/people/person_groups.hpp"

#include "common/storage/names.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace dateline;

namespace {

struct Named {
    const char* name;
    std::uint32_t articles;
};

struct Grouped {
    std::map<std::string, std::string> person{};  ///< by key: the key of the group's best name
    std::map<std::string, std::string> rule{};
    std::map<std::string, std::string> proposed{};  ///< by key: to whom
};

Grouped group(const std::vector<Named>& named)
{
    std::vector<std::string> keys;
    for (const Named& one : named) { keys.push_back(name_key(one.name)); }
    std::vector<CountedName> names;
    for (std::size_t i = 0; i < keys.size(); ++i) { names.push_back({keys[i], named[i].articles}); }
    std::vector<NameProposal> proposals;
    const auto links = group_people(names, &proposals);
    Grouped grouped;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        grouped.person[keys[i]] = keys[links[i].person];
        grouped.rule[keys[i]] = info(links[i].rule).name;
    }
    for (const NameProposal& p : proposals) { grouped.proposed[keys[p.name]] = keys[p.person]; }
    return grouped;
}

/// "" if the first two of the names stay two people, else the rule that makes them one.
std::string joined(const std::vector<Named>& named)
{
    const Grouped grouped = group(named);
    const std::string a = name_key(named[0].name);
    const std::string b = name_key(named[1].name);
    if (grouped.person.at(a) != grouped.person.at(b)) { return {}; }
    return grouped.rule.at(grouped.person.at(a) == a ? b : a);
}

}  // namespace

TEST_SUITE("common/people/groups")
{
    TEST_CASE("forms of one person are joined, and the rule is known")
    {
        const struct {
            std::vector<Named> names;
            const char* rule;
        } cases[] = {
            {{{"Kim Tae-ho", 2}, {"Kim Tae Ho", 1}}, "signs"},
            {{{"J.R.R. Quell", 2}, {"J R R Quell", 1}}, "signs"},
            {{{"Sergei Lavrov", 9}, {"Sergey Lavrov", 3}}, "transliteration"},
            {{{"Sergei Lavrov", 9}, {"Sergej Lawrow", 3}}, "transliteration"},
            {{{"Сергей Лавров", 9}, {"Sergei Lavrov", 3}}, "transliteration"},
            {{{"Volodymyr Zelenskyy", 9}, {"Wolodymyr Selenskyj", 3}}, "transliteration"},
            {{{"Volodymyr Zelensky", 9}, {"Володимир Зеленський", 3}}, "transliteration"},
            {{{"Alexander Novak", 9}, {"Aleksandr Novak", 3}}, "transliteration"},
            {{{"Vladimir Putin", 9}, {"Vladimir Poutine", 9}}, "transliteration"},
            {{{"Muammar Gaddafi", 9}, {"Moammar Gadhafi", 3}}, "transliteration"},
            {{{"Bashar al-Assad", 9}, {"Bashar Assad", 3}}, "transliteration"},
            {{{"Mohammed Dahlan", 9}, {"Mohamed Dahlan", 3}}, "transliteration"},
            {{{"Vladimir Putin", 9}, {"Vladimir Vladimirovich Putin", 1}}, "patronymic"},
            {{{"Nicolás Maduro", 9}, {"Nicolas A. Maduro", 1}}, "initials"},
            {{{"Jon S. Corvane", 9}, {"Jon Corvane", 3}}, "initials"},
            {{{"Nicolás Maduro", 9}, {"Nicolás Maduro Moros", 2}}, "second-surname"},
            {{{"Juan Pérez", 40}, {"Juan Pérez Cuadrado", 2}}, "second-surname"},
            {{{"Bill Quorley", 9}, {"William Quorley", 2}}, "nickname"},
            {{{"Nicolás Maduro", 9}, {"N. Maduro", 1}}, "given-initial"},
            {{{"Alberto Fernández", 20}, {"Alberto Fernandes", 1}}, "typo"},
            {{{"Donald Rumsfeld", 20}, {"Donald Rumsfelt", 1}}, "typo"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.names[0].name);
            CAPTURE(c.names[1].name);
            CHECK(joined(c.names) == c.rule);
        }
    }

    TEST_CASE("what may be two people stays two")
    {
        const std::vector<Named> cases[] = {
            // Nobody knows which of the two the short name is.
            {{"John A. Quell", 5}, {"John Quell", 9}, {"John B. Quell", 5}},
            {{"Nicolás Maduro Guerra", 2}, {"Nicolás Maduro", 9}, {"Nicolás Maduro Moros", 2}},
            {{"N. Maduro", 1}, {"Nicolás Maduro", 9}, {"Norma Maduro", 9}},
            // The family name is that of too many.
            {{"John Smith", 9}, {"John A. Smith", 1}},
            {{"Bill Smith", 9}, {"William Smith", 1}},
            {{"J. Smith", 1}, {"John Smith", 9}},
            {{"Juan Pérez", 9}, {"Juan Pérez Cuadrado", 2}},
            // Not frequent enough to be what a misprint was meant to be.
            {{"Alberto Fernández", 19}, {"Alberto Fernandes", 1}},
            {{"Alberto Fernández", 30},
             {"Alberto Fernandes", 1},
             {"Rui Fernandes", 1},
             {"Ana Fernandes", 1}},
            {{"Ana Orlova", 50}, {"Ana Orlov", 3}},
            {{"John Hall", 99}, {"John Hill", 1}},
            {{"Alberto Fernández", 99}, {"Alfredo Fernández", 1}},
            {{"Quirin Fernández", 99}, {"Quirin Hernández", 5}},
            // Two given names are not one, and other names only look alike.
            {{"Mohamed Ali", 9}, {"Mohammed Ali", 3}},
            {{"Andriy Kostin", 9}, {"Andrei Kostin", 3}},
            {{"Igor Becker", 9}, {"Igor Bekker", 3}},
            {{"George Washington", 99}, {"George Washington Carver", 2}},
            {{"Juan Carlos", 99}, {"Juan Carlos Varela", 2}, {"Carlos Ruiz", 1}, {"Carlos Paz", 1}},
            {{"Maduro", 99}, {"Nicolás Maduro", 9}},
            {{"Jack Quell", 9}, {"John Quell", 1}},
            {{"", 9}, {"-", 9}},
        };
        for (const auto& names : cases) {
            CAPTURE(names[0].name);
            CAPTURE(names[1].name);
            CHECK(joined(names) == "");
        }
    }

    TEST_CASE("what is too uncertain is proposed")
    {
        const struct {
            std::vector<Named> names;
            const char* name;
            const char* person;
        } cases[] = {
            {{{"Bill Smith", 9}, {"William Smith", 1}}, "william smith", "bill smith"},
            {{{"J. Smith", 1}, {"John Smith", 9}}, "j. smith", "john smith"},
            {{{"Alberto Fernández", 9}, {"Alberto Fernandes", 1}},
             "alberto fernandes",
             "alberto fernandez"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            const Grouped grouped = group(c.names);
            REQUIRE(grouped.proposed.contains(c.name));
            CHECK(grouped.proposed.at(c.name) == c.person);
        }
        CHECK(group({{"Bill Quorley", 9}, {"William Quorley", 2}}).proposed.empty());
    }

    TEST_CASE("names that no article has any more join nobody")
    {
        CHECK(joined({{"Nicolás Maduro", 9}, {"Nicolás Maduro Moros", 0}}) == "");
        CHECK(joined({{"Nicolás Maduro Moros", 2},
                      {"Nicolás Maduro", 9},
                      {"Nicolás Maduro Guerra", 0}}) == "second-surname");
    }

    TEST_CASE("groups do not depend on the order of the names")
    {
        std::mt19937 random{7};
        const char* given[] = {"Sergei", "Sergey", "Bill", "William", "N.", "Nicolás", "Juan"};
        const char* middle[] = {"", "", "A. ", "B. ", "Carlos "};
        const char* family[] = {"Lavrov",  "Lawrow",   "Maduro",    "Maduro Moros",
                                "Quorley", "Quorleys", "Fernández", "Fernandes"};
        std::map<std::string, std::uint32_t> drawn;
        for (int i = 0; i < 150; ++i) {
            drawn[name_key(std::string{given[random() % 7]} + ' ' + middle[random() % 5] +
                           family[random() % 8])] =
                1 + static_cast<std::uint32_t>(random() % 3) *
                        static_cast<std::uint32_t>(random() % 90);
        }
        std::vector<CountedName> names;
        for (const auto& [key, count] : drawn) { names.push_back({key, count}); }
        const auto persons = [](const std::vector<CountedName>& list) {
            const auto links = group_people(list);
            std::map<std::string_view, std::pair<std::string_view, GroupRule>> all;
            for (std::size_t i = 0; i < list.size(); ++i) {
                all[list[i].key] = {list[links[i].person].key, links[i].rule};
            }
            return all;
        };
        const auto first = persons(names);
        CHECK(std::any_of(first.begin(), first.end(),
                          [](const auto& p) { return p.second.first != p.first; }));
        for (int i = 0; i < 20; ++i) {
            std::shuffle(names.begin(), names.end(), random);
            CHECK(persons(names) == first);
        }
    }

    TEST_CASE("names of which all are near each other are compared with few")
    {
        std::vector<std::string> keys;
        for (int i = 0; i < 20'000; ++i) {
            const std::string number = std::to_string(100'000 + i);
            keys.push_back("juan abc" + number);  // one letter apart, all of them
            keys.push_back("j. a. abc" + number.substr(3) + number);
            keys.push_back("bill q" + std::string(i % 300, 'x') + number);
        }
        keys.push_back(std::string(100'000, '-'));
        keys.push_back(std::string(100'000, 'a') + ' ' + std::string(100'000, 'b'));
        std::vector<CountedName> names;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            names.push_back({keys[i], static_cast<std::uint32_t>(1 + i % 100)});
        }
        CHECK(group_people(names).size() == names.size());
    }

    TEST_CASE("each rule has its row")
    {
        for (std::size_t i = 0; i < kGroupRules.size(); ++i) {
            CHECK(static_cast<std::size_t>(kGroupRules[i].rule) == i);
            CHECK_FALSE(kGroupRules[i].summary.ends_with('.'));
        }
        CHECK(info(static_cast<GroupRule>(200)).rule == GroupRule::Own);
    }
}
