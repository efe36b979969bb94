#include "benchmarks/train/training_text.hpp"

#include "benchmarks/quality/joined_text.hpp"
#include "benchmarks/train/random.hpp"
#include "common/text/tokenizer.hpp"
#include "common/text/utf8.hpp"
#include "indexer/tagger/pieces.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unicode/uchar.h>

namespace dateline::train {

using indexer::kOutside;
using indexer::NameRange;
using indexer::NameType;
using indexer::Piece;
using indexer::PlaceInName;

namespace {

constexpr std::size_t kShortWord = 3;  ///< bytes; such words stay small in headlines

std::optional<NameType> name_type(std::string_view tag)
{
    if (tag == "PER") { return NameType::Person; }
    if (tag == "LOC") { return NameType::Place; }
    if (tag == "ORG") { return NameType::Organisation; }
    if (tag == "MISC") { return NameType::Other; }
    return std::nullopt;
}

std::string in_capitals(std::string_view word, bool first_only)
{
    std::string out;
    while (!word.empty()) {
        const char32_t c = take_code_point(word);
        const bool change = !first_only || out.empty();
        const auto upper = static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)));
        append_utf8(out, change ? upper : c);
    }
    return out;
}

/// The names of an article, as byte spans of its joined text, in order.
struct GoldName {
    quality::Range bytes;
    NameType type;
};

std::vector<GoldName> gold_names(const quality::TaggedArticle& article,
                                 const quality::JoinedText& joined)
{
    std::vector<GoldName> names;
    std::size_t before = 0;
    for (const quality::TaggedSentence& sentence : article) {
        for (const quality::Chunk& chunk : quality::chunks_of(sentence.tags)) {
            const auto type = name_type(chunk.type);
            if (!type) { continue; }
            names.push_back({{joined.tokens[before + chunk.first].begin,
                              joined.tokens[before + chunk.past - 1].end},
                             *type});
        }
        before += sentence.tokens.size();
    }
    return names;
}

Article labelled(const std::string& text, const indexer::PieceList& list,
                 const std::vector<GoldName>& names, indexer::Words& words)
{
    Article article;
    auto name = names.begin();
    for (std::size_t s = 0; s < list.sentences.size(); ++s) {
        const auto pieces = list.sentence(s);
        Sentence& sentence = article.emplace_back();
        words.append_ids(text, pieces, sentence.words);
        sentence.gold.assign(pieces.size(), kOutside);
        NameRange open;  // the name that is being read
        auto of = names.end();
        for (std::uint32_t i = 0; i < pieces.size(); ++i) {
            while (name != names.end() && name->bytes.end <= pieces[i].begin) { ++name; }
            const bool inside = name != names.end() && name->bytes.begin < pieces[i].end;
            if (of != names.end() && (!inside || of != name)) {
                spell(open, sentence.gold);
                of = names.end();
            }
            if (inside && of == names.end()) {
                of = name;
                open = {.first = i, .last = i, .type = name->type};
            }
            if (inside) { open.last = i + 1; }
        }
        if (of != names.end()) { spell(open, sentence.gold); }
    }
    return article;
}

}  // namespace

void spell(const NameRange& name, std::vector<Label>& labels)
{
    const std::size_t end = std::min<std::size_t>(name.last, labels.size());
    for (std::size_t i = name.first; i < end; ++i) {
        const bool first = i == name.first;
        const bool last = i + 1 == end;
        labels[i] = label_of(name.type, first  ? last ? PlaceInName::Unit : PlaceInName::Begin
                                        : last ? PlaceInName::Last
                                               : PlaceInName::Inside);
    }
}

void append_articles(const std::vector<quality::TaggedArticle>& gold, indexer::Words& words,
                     std::vector<Article>& articles)
{
    TokenList tokens;
    indexer::PieceList pieces;
    for (const quality::TaggedArticle& article : gold) {
        const quality::JoinedText joined = quality::join_tokens(article);
        tokenize(joined.text, tokens);
        indexer::cut_pieces(joined.text, tokens, pieces);
        articles.push_back(labelled(joined.text, pieces, gold_names(article, joined), words));
    }
}

std::vector<quality::TaggedArticle> capitals(std::vector<quality::TaggedArticle> articles)
{
    for (quality::TaggedArticle& article : articles) {
        for (quality::TaggedSentence& sentence : article) {
            for (std::string& token : sentence.tokens) { token = in_capitals(token, false); }
        }
    }
    return articles;
}

void recase(std::vector<quality::TaggedArticle>& articles, unsigned per_mille, std::uint32_t seed)
{
    Random random{seed};
    for (quality::TaggedArticle& article : articles) {
        for (quality::TaggedSentence& sentence : article) {
            const std::uint32_t drawn = random.below(1000);
            if (drawn >= 2 * per_mille) { continue; }
            const bool title = drawn < per_mille;
            for (std::string& token : sentence.tokens) {
                if (!title || token.size() > kShortWord) { token = in_capitals(token, title); }
            }
        }
    }
}

}  // namespace dateline::train
