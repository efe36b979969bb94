#include "indexer/input/prose.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace dateline::indexer;

TEST_SUITE("indexer/input/prose")
{
    TEST_CASE("signs of sentences are counted in any script, those in numbers are not")
    {
        const struct {
            std::string text;
            unsigned signs;
            bool sentence;
        } cases[] = {
            {"One, two. Three?", 3, true},
            {"3.5 of www.e.org", 0, false},
            {"It was (so he said.)", 1, true},
            {"“Yes.”", 1, true},
            {"通车了。", 1, true},
            {"नाव चली।", 1, true},
            {"وقال: نعم،", 2, false},
            {"a headline", 0, false},
            {"", 0, false},
            {std::string(100'000, ','), 20, false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text.substr(0, 80));
            CHECK(sentence_signs(c.text) == c.signs);
            CHECK(is_whole_sentence(c.text) == c.sentence);
        }
    }

    TEST_CASE("prose is long, or ends as a sentence does, and has few links")
    {
        const auto score = [](std::string text, std::uint32_t linked = 0,
                              std::uint8_t heading = 0) {
            PageBlock block;
            block.letters = static_cast<std::uint32_t>(text.size());
            block.text = std::move(text);
            block.linked = linked;
            block.heading = heading;
            return prose_score(block);
        };
        const std::string sentence = "They came, they saw the bridge, they went.";
        CHECK(score(sentence) == sentence.size());
        CHECK(score(sentence, 30) == 0);
        CHECK(score(sentence, 0, 2) == 0);
        CHECK(score("They saw a bridge with many names on it") == 0);
        CHECK(score("Home, news, more") == 0);
        CHECK(score(std::string(2000, 'x') + ".") == 600);
    }
}
