// dateline-train FOLDER MODEL CARD: trains the tagger on the tagged texts and word lists of a
// folder (recipe.hpp says which), writes its model and the page that says what it is.
#include "benchmarks/quality/data_file.hpp"
#include "benchmarks/train/integer_model.hpp"
#include "benchmarks/train/model_card.hpp"
#include "benchmarks/train/word_lists.hpp"
#include "indexer/tagger/model_file.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>

namespace dateline::train {
namespace {

namespace fs = std::filesystem;
using quality::TaggedArticle;

constexpr unsigned kRecased = 40;  ///< of a thousand sentences, for each way of writing headlines
constexpr std::uint32_t kRecaseSeed = 7;
constexpr std::size_t kSplit = 10;  ///< of Use::Split, the last of so many articles is scored
constexpr CrfSettings kSettings{.runs = 3};
constexpr CrfSettings kFoldSettings{.epochs = 4};

using Gold = std::vector<TaggedArticle>;

/// The articles of a corpus that train, or those that are scored.
Gold part_of(const Gold& gold, Use use, bool scored)
{
    if (use != Use::Split) { return (use == Use::Score) == scored ? gold : Gold{}; }
    Gold part;
    for (std::size_t i = 0; i < gold.size(); ++i) {
        if ((i % kSplit == kSplit - 1) == scored) { part.push_back(gold[i]); }
    }
    return part;
}

class Training {
  public:
    explicit Training(fs::path folder) : folder_(std::move(folder)) {}

    Status read()
    {
        const auto clusters = quality::read_whole(folder_ / kClusters);
        if (!clusters) { return Failure{clusters.error()}; }
        const auto names = quality::read_whole(folder_ / kNames);
        if (!names) { return Failure{names.error()}; }
        if (auto status = read_word_lists(*clusters, kClusteredWords, *names, parts_); !status) {
            return status;
        }
        for (const Corpus& corpus : corpora()) {
            const auto text = quality::read_whole(folder_ / corpus.file);
            if (!text) {
                std::cerr << "without " << corpus.file << ": " << text.error().message << '\n';
                continue;
            }
            auto gold = quality::parse_bio(*text);
            if (!gold) { return Failure{gold.error()}; }
            corpora_.push_back({&corpus, *std::move(gold)});
        }
        return Done{};
    }

    void train()
    {
        const indexer::Model lists{parts_};
        indexer::Words words{lists.lexicon()};
        std::vector<Article> articles;
        for (const auto& [corpus, all] : corpora_) {
            Gold gold = part_of(all, corpus->use, false);
            if (gold.empty()) { continue; }
            recase(gold, kRecased, kRecaseSeed);
            append_articles(gold, words, articles);
            facts_.trained_on.push_back(corpus);
        }
        facts_.articles = articles.size();
        std::cerr << articles.size() << " articles; first pass, two halves crosswise\n";
        const Labelling first = cross_label(articles, kFoldSettings, words, lists.lexicon());
        std::cerr << "both passes\n";
        const Instances instances = make_instances(articles, first, words, lists.lexicon());
        const CrfWeights weights = train_crf(instances, kSettings);
        parts_.transitions = integer_transitions(weights);
        parts_.features = integer_features(instances, weights, kMostFeatures);
    }

    std::string file()
    {
        std::string bytes = write_model(parts_);
        facts_.features = parts_.features.size();
        facts_.words = parts_.lexicon.size();
        facts_.bytes = bytes.size();
        return bytes;
    }

    std::string card()
    {
        const indexer::Model model{parts_};
        for (const auto& [corpus, all] : corpora_) {
            Gold gold = part_of(all, corpus->use, true);
            if (gold.empty()) { continue; }
            const std::string what{corpus->what};
            facts_.scores.push_back({what, quality::score_tagger(model, gold)});
            facts_.scores.push_back(
                {what + ", in capitals", quality::score_tagger(model, capitals(gold))});
        }
        return model_card(facts_);
    }

  private:
    struct ReadCorpus {
        const Corpus* corpus;
        Gold gold;
    };

    fs::path folder_;
    indexer::ModelParts parts_{};
    std::vector<ReadCorpus> corpora_{};
    CardFacts facts_{};
};

Status write_whole(const fs::path& path, const std::string& bytes)
{
    std::ofstream out{path, std::ios::binary};
    out << bytes;
    out.flush();
    if (out) { return Done{}; }
    return fail(ErrorKind::Io, "cannot write '" + path.string() + "'");
}

Status run(const fs::path& folder, const fs::path& model, const fs::path& card)
{
    Training training{folder};
    if (auto status = training.read(); !status) { return status; }
    training.train();
    if (auto status = write_whole(model, training.file()); !status) { return status; }
    return write_whole(card, training.card());
}

}  // namespace
}  // namespace dateline::train

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::cerr << "usage: dateline-train FOLDER MODEL CARD\n";
        return 2;
    }
    const auto status = dateline::train::run(argv[1], argv[2], argv[3]);
    if (status) { return 0; }
    std::cerr << "dateline-train: " << status.error().message << '\n';
    return dateline::info(status.error().kind).exit_code;
}
