// The tagger: any text → names that are ranges of its pieces.
#include "indexer/tagger/tagger.hpp"

#include "common/text/tokenizer.hpp"
#include "common/text/utf8.hpp"
#include "tests/fuzz/fuzz_target.hpp"

#include <array>

namespace dateline::tests {
namespace {

void run(std::string_view bytes)
{
    static indexer::Tagger tagger{indexer::built_in_model()};
    const std::string text = clean_text(bytes).text;
    TokenList tokens;
    tokenize(text, tokens);
    indexer::PieceList pieces;
    indexer::cut_pieces(text, tokens, pieces);
    std::array<indexer::TaggedText, 1> texts{indexer::TaggedText{.text = text, .pieces = &pieces}};
    tagger.tag(texts);
    std::uint32_t end = 0;
    for (const indexer::NameRange& name : texts[0].names) {
        demand(name.first >= end && name.first < name.last, "names overlap");
        demand(name.last <= pieces.pieces.size(), "a name goes over the end");
        end = name.last;
    }
    const auto names = texts[0].names;
    tagger.tag(texts);
    demand(texts[0].names == names, "the same text has other names");
}

}  // namespace

extern const FuzzTarget tagger_target{.name = "tagger", .run = run};

}  // namespace dateline::tests
