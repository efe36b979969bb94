#include "indexer/segment/lexicon.hpp"

#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>
#include <set>

using dateline::kUnitedStates;
using dateline::StemmedWord;
using dateline::VocabularyContents;
using dateline::indexer::Lexicon;

namespace {

/// The number of a word that stands by itself.
std::uint32_t number_of(Lexicon& lexicon, std::string_view surface, std::uint32_t article)
{
    dateline::TokenList words;
    words.surfaces = surface;
    words.tokens.push_back({.surface_size = static_cast<std::uint16_t>(surface.size())});
    return lexicon.numbers(words, article).front();
}

std::string words_of(const VocabularyContents& contents)
{
    std::string text;
    for (const auto& [surface, entry] : contents.words) {
        text += surface + "=" + std::to_string(entry.number) + "/" +
                std::to_string(entry.articles) + " ";
    }
    return text;
}

}  // namespace

TEST_SUITE("indexer/segment/lexicon")
{
    TEST_CASE("a word keeps its number and counts each article once")
    {
        Lexicon lexicon;
        CHECK(number_of(lexicon, "ferry", 0) == 0);
        CHECK(number_of(lexicon, "lake", 0) == 1);
        CHECK(number_of(lexicon, "ferry", 0) == 0);
        CHECK(number_of(lexicon, "ferry", 3) == 0);
        CHECK(number_of(lexicon, "ferries", 3) == 2);
        CHECK(number_of(lexicon, "lake", 3) == 1);
        CHECK(number_of(lexicon, "ferry", 4) == 0);
        CHECK(lexicon.ranks() == std::vector<std::uint32_t>{0, 1, 2});
        CHECK(words_of(lexicon.contents(lexicon.ranks())) == "ferries=2/1 ferry=0/3 lake=1/2 ");
    }

    TEST_CASE("ranks run from the commonest word down, in the order of appearance on a tie")
    {
        Lexicon lexicon;
        for (const char* word : {"rare", "one", "often", "often", "two", "often", "two", "one"}) {
            number_of(lexicon, word, 0);
        }
        CHECK(lexicon.ranks() == std::vector<std::uint32_t>{3, 1, 0, 2});
        CHECK(words_of(lexicon.contents(lexicon.ranks())) == "often=0/1 one=1/1 rare=3/1 two=2/1 ");
        CHECK(Lexicon{}.ranks().empty());
        CHECK(Lexicon{}.contents({}).words.empty());
    }

    TEST_CASE("one word may have another stem in each language")
    {
        Lexicon lexicon;
        const auto english = lexicon.language("en");
        const auto unknown = lexicon.language("und");
        CHECK(english != unknown);
        CHECK(lexicon.language("en") == english);
        const auto ministers = number_of(lexicon, "ministers", 0);
        const auto minister = number_of(lexicon, "minister", 0);
        CHECK(lexicon.stem(english, ministers) == lexicon.stem(english, minister));
        CHECK(lexicon.stem(unknown, ministers) != lexicon.stem(unknown, minister));
        CHECK(lexicon.stem(english, ministers) == lexicon.stem(english, ministers));
        CHECK(lexicon.stem_text(lexicon.stem(english, ministers)) == "minist");
        CHECK(lexicon.stem_text(lexicon.stem(unknown, ministers)) == "ministers");
        CHECK(lexicon.stem_count() == 3);

        const VocabularyContents contents = lexicon.contents(lexicon.ranks());
        CHECK(contents.languages == std::vector<std::string>{"en", "und"});
        CHECK(contents.stems.at("minist") == std::vector<StemmedWord>{{0, 0}, {0, 1}});
        CHECK(contents.stems.at("ministers") == std::vector<StemmedWord>{{1, 0}});
        CHECK(contents.stems.at("minister") == std::vector<StemmedWord>{{1, 1}});
    }

    TEST_CASE("a stem is only there for the languages in which its word stands")
    {
        Lexicon lexicon;
        const auto english = lexicon.language("en");
        const auto spanish = lexicon.language("es");
        const auto lake = number_of(lexicon, "lake", 0);
        lexicon.stem(english, lake);
        for (int i = 0; i < 100; ++i) {
            lexicon.stem(spanish, number_of(lexicon, "lago" + std::to_string(i), 1));
        }
        const VocabularyContents contents = lexicon.contents(lexicon.ranks());
        CHECK(contents.stems.at("lake") == std::vector<StemmedWord>{{english, lake}});
        CHECK(contents.stems.size() == 101);
    }

    TEST_CASE("the country's abbreviation is found under its stem and that of us")
    {
        Lexicon lexicon;
        const auto english = lexicon.language("en");
        const auto us = number_of(lexicon, "us", 0);
        const auto country = number_of(lexicon, kUnitedStates, 0);
        CHECK(lexicon.is_united_states(country));
        CHECK_FALSE(lexicon.is_united_states(us));
        lexicon.stem(english, us);
        lexicon.stem(english, country);
        const auto plain = lexicon.plain_us_stem(english);
        CHECK(plain == lexicon.stem(english, us));
        const VocabularyContents contents = lexicon.contents(lexicon.ranks());
        CHECK(contents.stems.at(lexicon.stem_text(plain)) ==
              std::vector<StemmedWord>{{english, us}, {english, country}});
        CHECK(contents.stems.at(lexicon.stem_text(lexicon.stem(english, country))) ==
              std::vector<StemmedWord>{{english, country}});
    }

    TEST_CASE("many words: numbers are a permutation, sorted by occurrences")
    {
        std::mt19937 random{91};
        Lexicon lexicon;
        std::map<std::string, std::uint32_t> occurrences;
        std::map<std::string, std::set<std::uint32_t>> articles;
        for (std::uint32_t article = 0; article < 50; ++article) {
            for (int i = 0; i < 200; ++i) {
                std::string word = "w" + std::to_string(random() % (1 + random() % 500));
                number_of(lexicon, word, article);
                ++occurrences[word];
                articles[word].insert(article);
            }
        }
        const VocabularyContents contents = lexicon.contents(lexicon.ranks());
        REQUIRE(contents.words.size() == occurrences.size());
        std::vector<std::uint32_t> by_rank(contents.words.size(), 0);
        auto wanted = occurrences.begin();
        for (const auto& [surface, entry] : contents.words) {
            CHECK(surface == (wanted++)->first);
            CHECK(entry.articles == articles[surface].size());
            REQUIRE(entry.number < by_rank.size());
            CHECK(by_rank[entry.number] == 0);
            by_rank[entry.number] = occurrences[surface];
        }
        CHECK(std::is_sorted(by_rank.rbegin(), by_rank.rend()));
    }
}
