// ner: the product's own detectors on gold tokens, exact spans by conlleval's definition.
#include "benchmarks/quality/commands/command.hpp"
#include "benchmarks/quality/measure_files.hpp"
#include "benchmarks/quality/name_spans.hpp"
#include "benchmarks/quality/tagger_score.hpp"
#include "common/text/ascii.hpp"
#include "common/text/number.hpp"
#include "indexer/detect/detector.hpp"
#include "indexer/detected_language.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>

namespace dateline::quality {
namespace {

using Clock = std::chrono::steady_clock;

/// Of so many passes over a file the fastest counts, for each detector by itself: others use the
/// machine, too.
constexpr int kPasses = 5;

/// How long each detector takes, over all files.
struct Speed {
    std::map<std::string_view, double> seconds{};  ///< by detector, and "words" for finding words
    std::uint64_t tokens = 0;                      ///< of the gold
    std::uint64_t bytes = 0;
};

double seconds_since(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// The marks of all detectors, each timed. The article has a body only: which of the gold's lines
/// are headlines is not said.
std::vector<Mention> detect(const std::string& text, std::map<std::string_view, double>& seconds)
{
    Article article{.body = text};
    article.language = indexer::detect_language(text);
    auto begin = Clock::now();
    TokenList body;
    tokenize(article.body, body);
    seconds["words"] += seconds_since(begin);
    std::vector<Mention> mentions;
    const TokenList no_title;
    for (const indexer::Detector* detector : indexer::detectors()) {
        begin = Clock::now();
        detector->detect({article, no_title, body}, mentions);
        seconds[detector->name] += seconds_since(begin);
    }
    return mentions;
}

using Scores = std::array<NameScores, std::size(kNameTypes)>;

Scores score(const std::vector<TaggedArticle>& articles)
{
    Scores scores;
    std::map<std::string_view, double> not_used;  // tables are made when a language is first met
    for (const TaggedArticle& article : articles) {
        const JoinedText joined = join_tokens(article);
        const auto mentions = detect(joined.text, not_used);
        for (std::size_t i = 0; i < scores.size(); ++i) {
            const auto field = kNameTypes[i].field;
            const auto found = field ? found_names(joined, mentions, *field) : std::set<Range>{};
            scores[i].add(joined, gold_names(article, kNameTypes[i].tag), found);
        }
    }
    return scores;
}

/// To be called when the articles were scored before.
void add_speed(const std::vector<TaggedArticle>& articles, Speed& speed)
{
    std::vector<std::string> texts;
    for (const TaggedArticle& article : articles) {
        JoinedText joined = join_tokens(article);
        speed.tokens += joined.tokens.size();
        speed.bytes += joined.text.size();
        texts.push_back(std::move(joined.text));
    }
    std::map<std::string_view, double> fastest;
    for (int pass = 0; pass < kPasses; ++pass) {
        std::map<std::string_view, double> seconds;
        for (const std::string& text : texts) { detect(text, seconds); }
        for (const auto& [name, time] : seconds) {
            const auto known = fastest.try_emplace(name, time).first;
            known->second = std::min(known->second, time);
        }
    }
    for (const auto& [name, time] : fastest) { speed.seconds[name] += time; }
}

void print(const Scores& scores, const std::string& key, Figures& figures, std::ostream& out)
{
    Table table{{"type", "gold", "found", "right", "precision", "recall", "F1"}};
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const NameType& type = kNameTypes[i];
        const Counts& counts = scores[i].counts;
        if (!type.field) {
            table.add({std::string{type.tag}, with_commas(counts.gold)});
            continue;
        }
        table.add({std::string{type.tag}, with_commas(counts.gold), with_commas(counts.found),
                   with_commas(counts.right), as_ratio(counts.precision()),
                   as_ratio(counts.recall()), as_ratio(counts.f1())});
        figures.add(key + "." + ascii::lower(type.tag), counts);
    }
    table.print(out);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const std::string tag{kNameTypes[i].tag};
        if (!kNameTypes[i].field) {
            out << "  " << tag << ": the product does not detect them yet\n";
            continue;
        }
        print_most_frequent(tag + " most often false", scores[i].false_names, out);
        print_most_frequent(tag + " most often missed", scores[i].missed_names, out);
    }
    out << '\n';
}

/// The names as the tagger gives them, whatever the article's language and whoever is made of them.
void print_tagger(const std::vector<TaggedArticle>& articles, const std::string& key,
                  Figures& figures, std::ostream& out)
{
    const TypeCounts scores = score_tagger(indexer::built_in_model(), articles);
    Table table{{"tagger", "gold", "found", "right", "precision", "recall", "F1"}};
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const Counts& counts = scores[i];
        table.add({std::string{kTypeTags[i]}, with_commas(counts.gold), with_commas(counts.found),
                   with_commas(counts.right), as_ratio(counts.precision()),
                   as_ratio(counts.recall()), as_ratio(counts.f1())});
        figures.add(key + ".tagger." + ascii::lower(kTypeTags[i]), counts);
    }
    table.print(out);
    out << '\n';
}

void print_speed(const Speed& speed, Figures& figures, std::ostream& out)
{
    if (speed.tokens == 0) { return; }
    Table table{{"speed", "tokens/s", "MB/s"}};
    for (const auto& [name, seconds] : speed.seconds) {
        const double least = std::max(seconds, 1e-9);
        const auto tokens = static_cast<std::uint64_t>(static_cast<double>(speed.tokens) / least);
        const double megabytes = static_cast<double>(speed.bytes) / 1e6 / least;
        table.add({std::string{name}, with_commas(tokens), as_ratio(megabytes)});
        figures.add_count(std::string{name} + ".tokens_per_s", tokens);
        figures.add(std::string{name} + ".mb_per_s", megabytes);
    }
    table.print(out);
    out << '\n';
}

Result<int> run_ner(const Call& call)
{
    Figures figures{"ner"};
    Speed speed;
    const int code = measure_files(
        files_of(call, call.settings.bio, {"ner/conll.dev", "ner/ww.dev"}), call.out, parse_bio,
        [&](const std::filesystem::path& file, const std::vector<TaggedArticle>& articles) {
            call.out << file.string() << ": " << with_commas(articles.size())
                     << " articles, exact spans\n";
            const std::string key = key_of_file(file.string());
            print(score(articles), key, figures, call.out);
            print_tagger(articles, key, figures, call.out);
            add_speed(articles, speed);
        });
    print_speed(speed, figures, call.out);
    call.out << figures.line() << '\n';
    return code;
}

}  // namespace

extern const Command ner_command{
    .name = "ner",
    .arguments = "[FILE…]",
    .summary = "Scores names against tagged tokens: exact spans, and the detectors' speed",
    .example = "dateline-quality ner --bio ../shared/data/ner/conll.dev",
    .run = run_ner,
};

}  // namespace dateline::quality
