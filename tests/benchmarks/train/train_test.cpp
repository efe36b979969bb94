// Training on a few sentences of our own: it learns them, and always alike.
#include "benchmarks/quality/tagger_score.hpp"
#include "benchmarks/train/integer_model.hpp"
#include "benchmarks/train/model_card.hpp"
#include "benchmarks/train/word_lists.hpp"
#include "indexer/tagger/model_file.hpp"

#include <doctest/doctest.h>
#include <string>

namespace dateline::train {
namespace {

std::vector<quality::TaggedArticle> gold()
{
    constexpr std::string_view kText =
        "Anna\tB-PER\nQuimby\tI-PER\nmet\tO\nOriol\tB-PER\nFerrando\tI-PER\nin\tO\nQuito\tB-LOC\n"
        ".\tO\n\nQuimby\tB-PER\nlikes\tO\nRome\tB-LOC\n.\tO\n\n-DOCSTART-\n\nThe\tO\nQuito\tB-ORG\n"
        "Bank\tI-ORG\nfell\tO\n,\tO\nAnna\tB-PER\nAshdale\tI-PER\nsaid\tO\n.\tO\n\n";
    auto parsed = quality::parse_bio(kText);
    REQUIRE(parsed);
    return *std::move(parsed);
}

indexer::ModelParts lists()
{
    indexer::ModelParts parts;
    REQUIRE(read_word_lists("anna\t0\t0\t0\nrome\t1\t1\t0\nbeyond\t2\t1\t0\n", 2,
                            "GIVEN\tAnna\nCITY\tQuito\nCITY\tNew York\n", parts));
    return parts;
}

std::string trained()
{
    indexer::ModelParts parts = lists();
    const indexer::Model words_only{parts};
    indexer::Words words{words_only.lexicon()};
    std::vector<Article> articles;
    for (int i = 0; i < 4; ++i) { append_articles(gold(), words, articles); }
    const CrfSettings settings{.epochs = 6};
    const Labelling first = cross_label(articles, settings, words, words_only.lexicon());
    const Instances instances = make_instances(articles, first, words, words_only.lexicon());
    const CrfWeights weights = train_crf(instances, settings);
    parts.transitions = integer_transitions(weights);
    parts.features = integer_features(instances, weights, 500);
    return write_model(parts);
}

TEST_SUITE("benchmarks/train")
{
    TEST_CASE("what was trained on is found, and training again gives the same bytes")
    {
        const std::string file = trained();
        CHECK(trained() == file);
        const auto parts = indexer::read_model(file);
        REQUIRE(parts);
        CHECK(parts->features.size() <= 500);
        const quality::TypeCounts counts = quality::score_tagger(indexer::Model{*parts}, gold());
        CHECK(counts[0].gold == 4);
        CHECK(counts[0].f1() == 1);
        CHECK(counts[1].f1() == 1);
        CHECK(counts[2].f1() == 1);
    }

    TEST_CASE("lists become the lexicon")
    {
        const indexer::ModelParts parts = lists();
        const indexer::Model model{parts};
        const auto entry = [&](std::string_view word) {
            return model.lexicon().find(indexer::hash_of(word));
        };
        CHECK(entry("anna").group == 1);
        CHECK(entry("anna").kinds == indexer::kListedGiven);
        CHECK(entry("rome").group == 2);
        CHECK(entry("beyond").group == 0);
        CHECK(entry("president").kinds == indexer::kListedTitle);
        CHECK(model.lexicon().begins_phrase(indexer::hash_of("new")));
        indexer::ModelParts none;
        CHECK_FALSE(read_word_lists("anna\t0\t0\n", 9, "", none));
        CHECK_FALSE(read_word_lists("", 9, "KING\tAnna\n", none));
    }

    TEST_CASE("sentences in capitals keep their tags")
    {
        auto articles = capitals(gold());
        CHECK(articles[0][0].tokens[0] == "ANNA");
        CHECK(articles[0][0].tags == gold()[0][0].tags);
        articles = gold();
        recase(articles, 500, 1);  // each sentence one way or the other
        for (const auto& article : articles) {
            for (const auto& sentence : article) {
                CHECK(sentence.tokens[1][0] >= 'A');
                CHECK(sentence.tokens[1][0] <= 'Z');
            }
        }
    }

    TEST_CASE("the card names what was trained on, and the scores")
    {
        CardFacts facts{.trained_on = {&corpora().front()}, .articles = 1234};
        facts.scores.push_back({"some news", {}});
        facts.scores.back().counts[0] = {.gold = 4, .found = 2, .right = 1};
        const std::string card = model_card(facts);
        CHECK(card.find("1,234 articles") != std::string::npos);
        CHECK(card.find(corpora().front().what) != std::string::npos);
        CHECK(card.find("| some news | 50.00 / 25.00 / **33.33**") != std::string::npos);
    }
}

}  // namespace
}  // namespace dateline::train
