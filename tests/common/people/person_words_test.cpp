#include "common/people/person_words.hpp"

#include "common/people/romanization.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <sstream>

using namespace dateline;

namespace {

constexpr std::string_view kLists[] = {
#define GIVEN_NAME_SPELLINGS(groups) groups,
#define SLAVIC_GIVEN_NAMES(groups) groups,
#define NICKNAMES(groups) groups,
#define LOOSE_GIVEN_NAMES(groups) groups,
#define FAMILY_NAME_SPELLINGS(groups) groups,
#define COMMON_FAMILY_NAMES(words) words,
#define SPANISH_GIVEN_NAMES(words) words,
#include "common/people/person_names.def"
};

bool share_a_key(std::string_view a, std::string_view b)
{
    const auto first = romanization_keys(a);
    const auto second = romanization_keys(b);
    return std::any_of(first.begin(), first.end(), [&](const std::string& key) {
        return std::find(second.begin(), second.end(), key) != second.end();
    });
}

}  // namespace

TEST_SUITE("common/people/words")
{
    TEST_CASE("every word of the tables is folded, and so can be found")
    {
        std::size_t count = 0;
        for (const std::string_view list : kLists) {
            std::string text{list};
            std::replace(text.begin(), text.end(), '|', ' ');
            std::istringstream words{text};
            for (std::string word; words >> word; ++count) {
                CAPTURE(word);
                CHECK(fold(word) == word);
            }
        }
        CHECK(count > 700);
    }

    TEST_CASE("forms of a given name have one key inside of an article")
    {
        constexpr std::string_view kRows[][2] = {
            {"jim", "james"},      {"sergey", "sergei"},       {"serhiy", "сергей"},
            {"alex", "aleksandr"}, {"oleksandr", "alexander"}, {"mohamed", "muhammad"},
            {"jose", "joseph"},    {"steve", "stephen"},
        };
        for (const auto& c : kRows) {
            CAPTURE(c[0]);
            CHECK(given_name_key(c[0]) == given_name_key(c[1]));
        }
        CHECK(given_name_key("quirren") == "quirren");
        CHECK(given_name_key("").empty());
    }

    TEST_CASE("Volodymyr is the same name as Vladimir in one article, and another one elsewhere")
    {
        CHECK(given_name_key("volodymyr") == given_name_key("wladimir"));
        CHECK(slavic_given_name("volodymyr") != slavic_given_name("vladimir"));
        CHECK(slavic_given_name("vladimir") == slavic_given_name("владимир"));
        CHECK(slavic_given_name("vladimir") != 0);
        CHECK(slavic_given_name("ludwig") == 0);
        CHECK(slavic_given_name("") == 0);
    }
}

TEST_SUITE("common/people/romanization")
{
    TEST_CASE("spellings of one Cyrillic name share a key")
    {
        constexpr std::string_view kRows[][2] = {
            {"lavrov", "lawrow"},           {"lavrov", "лавров"},
            {"yevgeny", "evgeni"},          {"jewgeni", "евгений"},
            {"zelensky", "zelenskyy"},      {"zelenskiy", "зеленський"},
            {"selenskyj", "zelenskyi"},     {"gorbachev", "gorbatschow"},
            {"gorbatchev", "горбачёв"},     {"khrushchev", "chruschtschow"},
            {"poutine", "putin"},           {"medvedev", "medwedew"},
            {"prigozhin", "prigoschin"},    {"zakharova", "sacharowa"},
            {"chernyshenko", "чернышенко"}, {"medvedev", "miedwiediew"},
            {"kuznetsov", "kuznecow"},      {"yulia", "юлия"},
        };
        for (const auto& c : kRows) {
            CAPTURE(c[0]);
            CAPTURE(c[1]);
            CHECK(share_a_key(fold(c[0]), fold(c[1])));
        }
    }

    TEST_CASE("other names do not")
    {
        constexpr std::string_view kRows[][2] = {
            {"lavrov", "lavrova"}, {"ivanov", "ivanenko"}, {"hall", "hill"},
            {"zotov", "sotov"},    {"shernov", "chernov"}, {"", ""},
        };
        for (const auto& c : kRows) {
            CAPTURE(c[0]);
            CAPTURE(c[1]);
            CHECK_FALSE(share_a_key(c[0], c[1]));
        }
    }

    TEST_CASE("endings")
    {
        CHECK(has_slavic_ending(romanization_keys("peskov").front()));
        CHECK(has_slavic_ending(romanization_keys("zelensky").front()));
        CHECK(has_slavic_ending(romanization_keys("tymoshenko").front()));
        CHECK_FALSE(has_slavic_ending(romanization_keys("bell").front()));
        CHECK(is_patronymic(romanization_keys("vladimirovich").front()));
        CHECK(is_patronymic(romanization_keys("ивановна").front()));
        CHECK_FALSE(is_patronymic(romanization_keys("putin").front()));
    }

    TEST_CASE("any bytes are read, and long words are no names")
    {
        CHECK(romanization_keys(std::string(10'000, 'a')).empty());
        CHECK(romanization_keys("\xff\xfe").empty());
        CHECK(romanization_keys("王小明").empty());
    }
}
