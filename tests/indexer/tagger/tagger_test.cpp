#include "indexer/tagger/tagger.hpp"

#include <array>
#include <doctest/doctest.h>
#include <string>
#include <string_view>

namespace dateline::indexer {
namespace {

/// Cuts and tags texts as one article.
class Article {
  public:
    Article(std::string_view title, std::string_view body)
    {
        for (std::size_t i = 0; i < 2; ++i) {
            texts_[i].text = i == 0 ? title : body;
            TokenList tokens;
            tokenize(texts_[i].text, tokens);
            cut_pieces(texts_[i].text, tokens, pieces_[i]);
            texts_[i].pieces = &pieces_[i];
        }
    }

    void tag(Tagger& tagger) { tagger.tag(texts_); }

    /// The names of both texts: "PER Anna Quimby, LOC Quito".
    [[nodiscard]] std::string names() const
    {
        constexpr std::string_view kTags[] = {"PER ", "LOC ", "ORG ", "MISC "};
        std::string found;
        for (std::size_t i = 0; i < 2; ++i) {
            for (const NameRange& name : texts_[i].names) {
                if (!found.empty()) { found += ", "; }
                const std::uint32_t begin = pieces_[i].pieces[name.first].begin;
                const std::uint32_t end = pieces_[i].pieces[name.last - 1].end;
                found += kTags[static_cast<std::size_t>(name.type)];
                found += texts_[i].text.substr(begin, end - begin);
            }
        }
        return found;
    }

    [[nodiscard]] std::size_t count() const
    {
        return texts_[0].names.size() + texts_[1].names.size();
    }

  private:
    std::array<PieceList, 2> pieces_{};
    std::array<TaggedText, 2> texts_{};
};

std::string names_in(std::string_view title, std::string_view body)
{
    Tagger tagger{built_in_model()};
    Article article{title, body};
    article.tag(tagger);
    return article.names();
}

TEST_SUITE("indexer/tagger/tagger")
{
    TEST_CASE("names in plain news")
    {
        constexpr struct {
            std::string_view text;
            std::string_view names;
        } kRows[] = {
            {"", ""},
            {"It rained all day.", ""},
            {"Venezuelan President Nicolás Maduro flew to Moscow on Monday.",
             "MISC Venezuelan, PER Nicolás Maduro, LOC Moscow"},
            {"Anna Quimby told reporters in Quito that she would resign.",
             "PER Anna Quimby, LOC Quito"},
            {"The shares of Deutsche Bank fell, said Peter Ashdale, an analyst in London.",
             "ORG Deutsche Bank, PER Peter Ashdale, LOC London"},
            {"El presidente Nicolás Maduro llegó el lunes a Madrid.",
             "PER Nicolás Maduro, LOC Madrid"},
        };
        for (const auto& c : kRows) {
            CAPTURE(c.text);
            CHECK(names_in("", c.text) == c.names);
        }
    }

    TEST_CASE("the answer does not depend on what was tagged before")
    {
        constexpr std::string_view kBody =
            "Anna Quimby met Oriol Ferrando in Quito. Quimby left for Rome; Ferrando stayed.";
        Tagger tagger{built_in_model()};
        Article article{"Quimby in Rome", kBody};
        article.tag(tagger);
        const std::string first = article.names();
        CHECK_FALSE(first.empty());
        Article other{"", "Rome beat Quito 3-1. QUIMBY scored for Quimby Town."};
        other.tag(tagger);
        article.tag(tagger);
        CHECK(article.names() == first);
    }

    TEST_CASE("any text is tagged in time that grows with its length")
    {
        // Quadratic work on a megabyte would take minutes.
        constexpr std::string_view kPieces[] = {"ANNA ",  "Anna Quimby ", "de la ", "A-",
                                                "Anna, ", "X. ",          "Ñ",      "“A” "};
        Tagger tagger{built_in_model()};
        for (const std::string_view piece : kPieces) {
            CAPTURE(piece);
            std::string text;
            const std::size_t bytes = piece == "ANNA " ? 1'000'000 : 100'000;
            while (text.size() < bytes) { text += piece; }
            Article article{"", text};
            article.tag(tagger);
            CHECK(article.count() <= text.size());
        }
        std::string all_different;
        for (int i = 0; i < 50'000; ++i) { all_different += "Q" + std::to_string(i) + "x "; }
        Article article{"", all_different};
        article.tag(tagger);
        CHECK(article.count() <= all_different.size());
    }
}

}  // namespace
}  // namespace dateline::indexer
