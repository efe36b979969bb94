#include "indexer/tagger/features.hpp"

#include <doctest/doctest.h>
#include <string>

namespace dateline::indexer {
namespace {

/// The candidates of a sentence, with blanks between them.
std::string candidates_of(std::string_view sentence)
{
    const KnownWords lexicon{{0}, {0}};
    Words words{lexicon};
    TokenList tokens;
    PieceList pieces;
    tokenize(sentence, tokens);
    cut_pieces(sentence, tokens, pieces);
    std::vector<WordId> ids;
    words.append_ids(sentence, pieces.pieces, ids);
    SentenceView view;
    view.read(ids, words, lexicon);
    std::string found;
    for (std::size_t i = 0; i < view.size(); ++i) {
        if (!view.is_candidate(i)) { continue; }
        const Piece& piece = pieces.pieces[i];
        if (!found.empty()) { found += ' '; }
        found += sentence.substr(piece.begin, piece.end - piece.begin);
    }
    CHECK(view.has_candidates() == !found.empty());
    return found;
}

TEST_SUITE("indexer/tagger/features")
{
    TEST_CASE("candidates are capitalised words, what stands between them, and one word before")
    {
        constexpr struct {
            std::string_view sentence;
            std::string_view candidates;
        } kRows[] = {
            {"", ""},
            {"it rained in 2024", ""},
            {"Quito slept", "Quito"},
            {"then she left Quito by night", "left Quito"},
            {"with bin Salman there", "bin Salman"},
            {"the Bank of England, of the North", "the Bank of England the North"},
            {"from England, of Quito", "from England , of Quito"},
            {"a Ministry of the Interior said", "a Ministry of the Interior"},
            {"the House built by an Englishman", "the House an Englishman"},
            {"the Euro 2024 final in 2025", "the Euro 2024"},
            {"Quito; Lima", "Quito ; Lima"},
        };
        for (const auto& row : kRows) {
            CAPTURE(row.sentence);
            CHECK(candidates_of(row.sentence) == row.candidates);
        }
    }
}

}  // namespace
}  // namespace dateline::indexer
