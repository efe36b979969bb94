#include "indexer/detect/name_tables.hpp"

#include "common/text/tokenizer.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {
namespace {

constexpr std::string_view kWordLists[] = {
#define NAME_WORDS(meaning, words) words,
#define NAME_PHRASES(phrases)
#define NAME_FIRMS(names)
#define NAME_OTHERS(names)
#include "indexer/detect/given_names.def"
#include "indexer/detect/name_words.def"
#undef NAME_WORDS
#undef NAME_PHRASES
#undef NAME_FIRMS
#undef NAME_OTHERS
};

constexpr std::string_view kOtherLists[] = {
#define NAME_WORDS(meaning, words)
#define NAME_PHRASES(phrases)
#define NAME_FIRMS(names) names,
#define NAME_OTHERS(names) names,
#include "indexer/detect/name_words.def"
#undef NAME_WORDS
#undef NAME_PHRASES
#undef NAME_FIRMS
#undef NAME_OTHERS
};

TEST_SUITE("indexer/detect/name_tables")
{
    TEST_CASE("every whole name of the tables is written as the tokenizer makes it")
    {
        std::size_t count = 0;
        for (std::string list :
             std::vector<std::string>(std::begin(kOtherLists), std::end(kOtherLists))) {
            std::replace(list.begin(), list.end(), '\n', '|');
            std::istringstream names{list};
            for (std::string name; std::getline(names, name, '|');) {
                if (name.empty()) { continue; }
                CAPTURE(name);
                TokenList words;
                tokenize(name, words);
                std::string joined;
                for (const Token& token : words.tokens) {
                    (joined += joined.empty() ? "" : " ") += words.surface(token);
                }
                CHECK(joined == name);
                CHECK(words.tokens.size() <= 4);
                CHECK(is_known_other(name));
                ++count;
            }
        }
        CHECK(count > 40);
    }

    TEST_CASE("every word of the tables is folded, and so can be found")
    {
        std::size_t count = 0;
        for (const std::string_view list : kWordLists) {
            std::istringstream words{std::string{list}};
            for (std::string word; words >> word; ++count) {
                CAPTURE(word);
                CHECK(fold(word) == word);
                CHECK(name_word(word) != 0);
            }
        }
        CHECK(count > 5000);
    }

    TEST_CASE("words are known for what they are")
    {
        constexpr struct {
            std::string_view word;
            NameWord meaning;
        } kRows[] = {
            {"vladimir", kGiven},
            {"president", kTitle},
            {"canciller", kTitle},
            {"xi", kFamilyFirst},
            {"bin", kParticle},
            {"jr", kSuffix},
            {"king", kRoyal},
            {"said", kSpeech},
            {"ministry", kOrganisation},
            {"caracas", kPlace},
            {"russian", kNationality},
            {"monday", kCalendar},
            {"later", kFunction},
            {"editing", kCredit},
            {"inc", kCompany},
            {"spokeswoman", kDescriptor},
            {"paris", kPlace},
            {"paris", kAmbiguousGiven},
            {"young", kSurname},
            {"президентом", kTitle},
            {"владимиру", kGiven},
            {"владимиру", kInflected},
        };
        for (const auto& c : kRows) {
            CAPTURE(c.word);
            CHECK((name_word(c.word) & c.meaning) != 0);
        }
        CHECK(name_word("maduro") == 0);
        CHECK(name_word("") == 0);
    }

    TEST_CASE("phrases and firms")
    {
        CHECK(is_known_phrase("merrill", "lynch"));
        CHECK_FALSE(is_known_phrase("lynch", "merrill"));
        CHECK(is_firm_ending("sons"));
        CHECK_FALSE(is_firm_ending("anna"));
    }

    TEST_CASE("the cases of a Russian word have one stem")
    {
        constexpr std::string_view kRows[][2] = {
            {"путина", "путин"},
            {"путиным", "путин"},
            {"захаровой", "захаров"},
            {"зеленского", "зеленск"},
            {"зеленский", "зеленск"},
            {"сергеем", "серг"},
            {"сергей", "серг"},
            {"юлия", "юли"},
            {"юлией", "юли"},
            {"maduro", "maduro"},
            {"", ""},
            {"а", "а"},
        };
        for (const auto& c : kRows) {
            CAPTURE(c[0]);
            CHECK(name_stem(c[0]) == c[1]);
        }
    }

    TEST_CASE("Russian names are put into the nominative where that is certain")
    {
        constexpr struct {
            std::string_view given;
            std::string_view family;
            std::string_view nominative;
        } kRows[] = {
            {"владимира", "путина", "владимир путин"},
            {"владимиром", "путиным", "владимир путин"},
            {"марией", "захаровой", "мария захарова"},
            {"владимиру", "зеленскому", "владимир зеленский"},
            {"дональда", "трампа", "дональд трамп"},
            {"сергею", "шойгу", " "},
            {"владимир", "путин", " "},
            {"nicolas", "maduro", " "},
            {"", "", " "},
        };
        for (const auto& c : kRows) {
            CAPTURE(c.given);
            const RussianName name = russian_nominative(c.given, c.family);
            CHECK(name.given + " " + name.family == c.nominative);
        }
    }
}

}  // namespace
}  // namespace dateline::indexer
