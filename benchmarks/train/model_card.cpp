#include "benchmarks/train/model_card.hpp"

#include "common/text/number.hpp"

namespace dateline::train {
namespace {

std::string percent(double ratio)
{
    constexpr double kHundredths = 10'000;
    const auto hundredths = static_cast<unsigned>(ratio * kHundredths + 0.5);
    const std::string fraction = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + (fraction.size() == 1 ? ".0" : ".") + fraction;
}

std::string scores_of(const quality::Counts& counts)
{
    return percent(counts.precision()) + " / " + percent(counts.recall()) + " / **" +
           percent(counts.f1()) + "**";
}

}  // namespace

std::string model_card(const CardFacts& facts)
{
    std::string card =
        "# The tagger's model\n\n"
        "`names.model` finds people, places, organisations and other names in English and Spanish "
        "news: a\nlinear-chain CRF, " +
        with_commas(facts.features) +
        " features with a byte for each of 15 labels, and what is "
        "known of " +
        with_commas(facts.words) + " words;\n" + with_commas(facts.bytes) +
        " bytes. Written by `scripts/train-tagger`, which gives the same bytes for the same "
        "input.\n\n"
        "It holds hashes of features, weights, single words and listed names; no sentence of any "
        "text.\n\n"
        "## Trained on\n\n" +
        with_commas(facts.articles) + " articles:\n\n| what | licence of the texts |\n|---|---|\n";
    for (const Corpus* corpus : facts.trained_on) {
        card += "| " + std::string{corpus->what} + " | " + std::string{corpus->licence} + " |\n";
    }
    card +=
        "| Word groups: k-means of GloVe vectors | PDDL |\n"
        "| Given and family names: cspell people-names, faker, stdlib | MIT, MIT, Apache-2.0 |\n"
        "| Cities: GeoNames | CC-BY 4.0 |\n\n"
        "None of these texts is in this repository. To train on others: "
        "`benchmarks/train/recipe.cpp`.\n\n"
        "## Scores\n\nExact spans by conlleval's definition, precision / recall / F1 in %, on "
        "texts "
        "that were joined from the\ngold's tokens and cut again by the product's own tokenizer. "
        "None of them was trained on.\n\n| | PER | LOC | ORG | MISC |\n|---|---|---|---|---|\n";
    for (const CardScore& score : facts.scores) {
        card += "| " + score.what;
        for (const quality::Counts& counts : score.counts) { card += " | " + scores_of(counts); }
        card += " |\n";
    }
    return card +
           "\n## Limits\n\nNews in English and Spanish; others were not trained on and are left to "
           "rules. Words in small letters are\nnames only between capitalised ones or right before "
           "one. Reuters 1996 has much sport, which shows in what is taken for a name.\n";
}

}  // namespace dateline::train
