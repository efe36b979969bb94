#include "benchmarks/quality/bio.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::quality;

namespace {

/// "PER0-2 LOC3-4".
std::string text_of(const std::vector<Chunk>& chunks)
{
    std::string text;
    for (const Chunk& chunk : chunks) {
        text += (text.empty() ? "" : " ") + chunk.type + std::to_string(chunk.first) + '-' +
                std::to_string(chunk.past);
    }
    return text;
}

/// "Ann/B-PER ran/O | Rome/B-LOC || …": sentences and articles.
std::string text_of(const std::vector<TaggedArticle>& articles)
{
    std::string text;
    for (std::size_t a = 0; a < articles.size(); ++a) {
        text += a == 0 ? "" : " || ";
        for (std::size_t s = 0; s < articles[a].size(); ++s) {
            text += s == 0 ? "" : " | ";
            const TaggedSentence& sentence = articles[a][s];
            REQUIRE(sentence.tokens.size() == sentence.tags.size());
            for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
                text += (i == 0 ? "" : " ") + sentence.tokens[i] + '/' + sentence.tags[i];
            }
        }
    }
    return text;
}

}  // namespace

TEST_SUITE("benchmarks/quality/bio")
{
    TEST_CASE("names are those that conlleval sees, in both ways of writing BIO")
    {
        const struct {
            std::vector<std::string> tags;
            std::string chunks;
        } cases[] = {
            {{}, ""},
            {{"O", "O"}, ""},
            {{"B-PER", "I-PER", "O", "B-LOC"}, "PER0-2 LOC3-4"},
            {{"I-PER", "I-PER", "O", "I-LOC"}, "PER0-2 LOC3-4"},  // IOB1
            {{"I-PER", "B-PER", "I-PER"}, "PER0-1 PER1-3"},       // IOB1: B divides two
            {{"B-PER", "B-PER"}, "PER0-1 PER1-2"},
            {{"B-PER", "I-LOC"}, "PER0-1 LOC1-2"},  // another type begins another
            {{"B-PER", "I-LOC", "I-PER"}, "PER0-1 LOC1-2 PER2-3"},
            {{"B-PER", "O", "I-PER"}, "PER0-1 PER2-3"},  // I behind O begins one
            {{"O", "B-ORG"}, "ORG1-2"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.chunks);
            CHECK(text_of(chunks_of(c.tags)) == c.chunks);
        }
    }

    TEST_CASE("sentences end at empty lines and articles at -DOCSTART-")
    {
        const struct {
            std::string bio;
            std::string articles;
        } cases[] = {
            {"", ""},
            {"\n\n\n", ""},
            {"-DOCSTART-\n\n-DOCSTART-\tO\n\n", ""},
            {"Ann\tB-PER\nran\tO\n\nRome\tB-LOC\n", "Ann/B-PER ran/O | Rome/B-LOC"},
            {"Ann\tB-PER\n-DOCSTART-\nBob\tI-PER", "Ann/B-PER || Bob/I-PER"},
            {"-DOCSTART- -X- O O\r\n\r\nAnn\tNNP\tB-PER\r\n\r\n\r\nran\tVB\tO\r\n",
             "Ann/B-PER | ran/O"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.bio);
            const auto articles = parse_bio(c.bio);
            REQUIRE(articles);
            CHECK(text_of(*articles) == c.articles);
        }
    }

    TEST_CASE("a line that is no token, tab, tag is refused by its number")
    {
        const std::string long_line(1 << 20, 'x');
        const struct {
            std::string bio;
            std::string line;
        } cases[] = {
            {"Ann B-PER\n", "line 1 "},
            {"a\tO\nb\n", "line 2 "},
            {"a\tO\n\tO\n", "line 2 "},
            {"a\tPER\n", "line 1 "},
            {"a\tB-\n", "line 1 "},
            {"a\t\n", "line 1 "},
            {"\n\na\tE-PER\n", "line 3 "},
            {" \n", "line 1 "},
            {std::string("\0\0", 2), "line 1 "},
            {long_line, "line 1 "},
            {"\xff\xfe", "line 1 "},
        };
        for (const auto& c : cases) {
            const auto articles = parse_bio(c.bio);
            CAPTURE(c.bio.substr(0, 20));
            REQUIRE_FALSE(articles);
            CHECK(articles.error().kind == ErrorKind::InputFormat);
            CHECK(articles.error().message.starts_with(c.line));
        }
    }
}
