#include "indexer/tagger/word_form.hpp"

#include <doctest/doctest.h>
#include <string>
#include <string_view>

namespace dateline::indexer {
namespace {

KnownWords small_lexicon()
{
    KnownWords lexicon{{0, 7, 8}, {0, 3, 4}};
    lexicon.add("anna", {.group = 2, .kinds = kListedGiven});
    lexicon.add("president", {.group = 1, .kinds = kListedTitle});
    lexicon.add("based", {.group = 1});
    lexicon.add("new york", {.kinds = kListedCity});
    return lexicon;
}

TEST_SUITE("indexer/tagger/word_form")
{
    TEST_CASE("capitals in any script, and behind small beginnings")
    {
        constexpr struct {
            std::string_view word;
            bool capital;
            bool all_capitals;
            bool small;
        } kRows[] = {
            {"Anna", true, false, false},      {"ANNA", true, true, false},
            {"anna", false, false, true},      {"A", true, false, false},
            {"al-Assad", true, false, false},  {"d'Estaing", true, false, false},
            {"d’Estaing", true, false, false}, {"anti-Trump", false, false, false},
            {"Élodie", true, false, false},    {"Владимир", true, false, false},
            {"ВЛАДИМИР", true, true, false},   {"владимир", false, false, true},
            {"Ǆ", true, false, false},         {"1996", false, false, false},
            {",", false, false, false},        {"中文", false, false, true},
            {"", false, false, false},
        };
        const KnownWords lexicon = small_lexicon();
        for (const auto& c : kRows) {
            CAPTURE(c.word);
            const WordForm form = word_form(c.word, lexicon);
            CHECK(form.is(kCapital) == c.capital);
            CHECK(form.is(kAllCapitals) == c.all_capitals);
            CHECK(form.is(kSmall) == c.small);
        }
    }

    TEST_CASE("numbers have figures and no letters")
    {
        const KnownWords lexicon = small_lexicon();
        for (const std::string_view word : {"7", "1996", "2,000", "7.5", "٧"}) {
            CAPTURE(word);
            CHECK(word_form(word, lexicon).is(kNumber));
            CHECK(!word_form(word, lexicon).is(kHasLetter));
        }
        for (const std::string_view word : {"", ",", "F16", "2nd", "a"}) {
            CAPTURE(word);
            CHECK(!word_form(word, lexicon).is(kNumber));
        }
    }

    TEST_CASE("folded forms: case, accents, digits and typographic signs do not count")
    {
        constexpr std::string_view kSame[][2] = {{"Maduro", "MADURO"}, {"Nicolás", "nicolas"},
                                                 {"1996", "2024"},     {"’", "'"},
                                                 {"Owen’s", "owen's"}, {"ПУТИН", "Путин"}};
        const KnownWords lexicon = small_lexicon();
        for (const auto& pair : kSame) {
            CAPTURE(pair[0]);
            CHECK(word_form(pair[0], lexicon).folded == word_form(pair[1], lexicon).folded);
        }
        CHECK(word_form("Anna", lexicon).folded != word_form("Anne", lexicon).folded);
        CHECK(word_form("Anna", lexicon).shape != word_form("ANNA", lexicon).shape);
        CHECK(word_form("Anna", lexicon).brief == word_form("Annabel", lexicon).brief);
    }

    TEST_CASE("what the lexicon knows")
    {
        const KnownWords lexicon = small_lexicon();
        CHECK(word_form("Anna", lexicon).groups.fine == 2);
        CHECK(word_form("Anna", lexicon).groups.middle == 8);
        CHECK(word_form("Anna", lexicon).groups.coarse == 4);
        CHECK(word_form("Anna", lexicon).kinds == kListedGiven);
        CHECK(word_form("anna", lexicon).kinds == 0);  // a small word is no name
        CHECK(word_form("president", lexicon).kinds == kListedTitle);
        CHECK(word_form("Quito-based", lexicon).groups.fine == 1);
        CHECK(word_form("Quirren", lexicon).groups.fine == 0);
        CHECK(lexicon.begins_phrase(hash_of("new")));
        CHECK_FALSE(lexicon.begins_phrase(hash_of("york")));
        CHECK(lexicon.find(phrase_key(hash_of("new"), hash_of("york"))).kinds == kListedCity);
        CHECK(lexicon.groups(999).fine == 0);
    }

    TEST_CASE("affixes are of whole characters")
    {
        const KnownWords lexicon = small_lexicon();
        CHECK(word_form("éa", lexicon).affixes == 2);
        CHECK(word_form("Путин", lexicon).affixes == 4);
        CHECK(word_form("Путин", lexicon).suffixes[1] == hash_of("ин"));
        CHECK(word_form("Maduro", lexicon).prefixes[2] == hash_of("mad"));
    }
}

}  // namespace
}  // namespace dateline::indexer
