#include "indexer/tagger/pieces.hpp"

#include <doctest/doctest.h>
#include <string>
#include <string_view>

namespace dateline::indexer {
namespace {

/// The pieces of a text with a blank between them, sentences divided by " | ".
std::string pieces_in(std::string_view text)
{
    TokenList tokens;
    tokenize(text, tokens);
    PieceList list;
    cut_pieces(text, tokens, list);
    std::string found;
    for (std::size_t s = 0; s < list.sentences.size(); ++s) {
        if (s > 0) { found += " |"; }
        for (const Piece& piece : list.sentence(s)) {
            if (!found.empty()) { found += ' '; }
            found += piece.of(text);
        }
    }
    return found;
}

TEST_SUITE("indexer/tagger/pieces")
{
    TEST_CASE("words, endings and signs are pieces, sentences are apart")
    {
        constexpr struct {
            std::string_view text;
            std::string_view pieces;
        } kRows[] = {
            {"", ""},
            {" \n ", ""},
            {"Anna came.", "Anna came ."},
            {"Anna came. Peter left!", "Anna came . | Peter left !"},
            {"Anna's dog, Peter’s cat", "Anna 's dog , Peter ’s cat"},
            {"Kim Jong-un at AT&T", "Kim Jong-un at AT&T"},
            {"Mr. Brown of the U.S. met J. K. Rowling.",
             "Mr. Brown of the U.S. met J. K. Rowling ."},
            {"He said: “Stop.” “Yes,” she said.", "He said : “ Stop . ” | “ Yes , ” she said ."},
            {"One\n\nTwo", "One | Two"},
            {"wrapped\nline", "wrapped line"},
            {"-- dash ... dots", "-- dash ... dots"},
            {"l'accord d'Anna", "l ' accord d ' Anna"},
            {"O'Brien", "O'Brien"},
            {"((((x))))", "(((( x ))))"},
            {"a - b", "a - b"},
            {"Владимир Путин.", "Владимир Путин ."},
        };
        for (const auto& c : kRows) {
            CAPTURE(c.text);
            CHECK(pieces_in(c.text) == c.pieces);
        }
    }

    TEST_CASE("pieces are in order, apart, and know their words")
    {
        const std::string text = "“Anna's Jong-un” met J. P. Brown & Co. in (St. Ives) – 1,000 … x";
        TokenList tokens;
        tokenize(text, tokens);
        PieceList list;
        cut_pieces(text, tokens, list);
        std::uint32_t end = 0;
        std::uint32_t word = 0;
        for (const Piece& piece : list.pieces) {
            CHECK(piece.begin >= end);
            CHECK(piece.begin < piece.end);
            end = piece.end;
            if (piece.first == piece.last) { continue; }
            CHECK(piece.first == word);
            word = piece.last;
        }
        CHECK(end <= text.size());
        CHECK(word == tokens.tokens.size());
    }

    TEST_CASE("a sentence without an end is cut, a gap full of signs shortened")
    {
        std::string text;
        for (int i = 0; i < 1000; ++i) { text += "Anna "; }
        for (int i = 0; i < 1000; ++i) { text += "+-"; }
        TokenList tokens;
        tokenize(text, tokens);
        PieceList list;
        cut_pieces(text, tokens, list);
        CHECK(list.sentences.size() == 4);
        CHECK(list.pieces.size() < 1020);
    }
}

}  // namespace
}  // namespace dateline::indexer
