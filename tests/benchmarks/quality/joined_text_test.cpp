#include "benchmarks/quality/joined_text.hpp"

#include "benchmarks/split.hpp"
#include "common/text/utf8.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::quality;

namespace {

/// A sentence a line, tokens between blanks.
TaggedArticle article_of(std::string_view lines)
{
    TaggedArticle article;
    for (const std::string_view line : split(lines, '\n')) {
        TaggedSentence sentence;
        for (const std::string_view token : split(line, ' ')) {
            sentence.tokens.emplace_back(token);
            sentence.tags.emplace_back("O");
        }
        article.push_back(std::move(sentence));
    }
    return article;
}

}  // namespace

TEST_SUITE("benchmarks/quality/joined_text")
{
    TEST_CASE("tokens become a text as people write it, and each knows its place")
    {
        const struct {
            std::string tokens;
            std::string text;
        } cases[] = {
            {"He left .", "He left."},
            {"Ann 's dog ( a poodle ) did n't bark , did it ?",
             "Ann's dog (a poodle) didn't bark, did it?"},
            {"Ann ’ s dog and Bo ' S cat", "Ann’s dog and Bo'S cat"},
            {"’ s is ' 's'", "’ s is ' 's'"},
            {"Up 5 % to $ 3", "Up 5% to $3"},
            {"MILAN 1999\nShe won .", "MILAN 1999\n\nShe won."},
            {". and ( ,", ". and (,"},
            {"caf\xC3\xA9 caf\xE9 x", "café caf\xEF\xBF\xBD x"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.tokens);
            const TaggedArticle article = article_of(c.tokens);
            const JoinedText joined = join_tokens(article);
            CHECK(joined.text == c.text);
            std::size_t n = 0;
            for (const TaggedSentence& sentence : article) {
                for (const std::string& token : sentence.tokens) {
                    REQUIRE(n < joined.tokens.size());
                    const Range place = joined.tokens[n++];
                    CHECK(joined.text.substr(place.begin, place.end - place.begin) ==
                          clean_text(token).text);
                }
            }
            CHECK(n == joined.tokens.size());
        }
    }

    TEST_CASE("a span of bytes stands for the tokens that it touches")
    {
        const JoinedText joined = join_tokens(article_of("Ann Lee-led 's men"));
        REQUIRE(joined.text == "Ann Lee-led's men");
        const struct {
            Range bytes;
            std::optional<Range> tokens;
        } cases[] = {
            {{0, 3}, Range{0, 1}},    {{0, 7}, Range{0, 2}},  {{4, 7}, Range{1, 2}},
            {{3, 4}, std::nullopt},   {{4, 13}, Range{1, 3}}, {{0, 17}, Range{0, 4}},
            {{17, 20}, std::nullopt}, {{5, 5}, std::nullopt},
        };
        for (const auto& c : cases) {
            CAPTURE(c.bytes.begin);
            CAPTURE(c.bytes.end);
            CHECK(tokens_at(joined, c.bytes) == c.tokens);
        }
        CHECK(tokens_at({}, {0, 1}) == std::nullopt);
    }
}
