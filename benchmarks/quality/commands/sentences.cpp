// sentences: pastes sentences of random articles, and words that stand together in them, and sees
// how high the article comes.
#include "benchmarks/quality/commands/command.hpp"
#include "benchmarks/quality/data_file.hpp"
#include "benchmarks/quality/figures.hpp"
#include "benchmarks/quality/measure_files.hpp"
#include "benchmarks/quality/scratch_index.hpp"
#include "benchmarks/quality/table.hpp"
#include "benchmarks/quality/trec.hpp"
#include "common/text/tokenizer.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/search/engine.hpp"

#include <random>

namespace dateline::quality {
namespace {

constexpr std::size_t kSentences = 300;
constexpr std::size_t kLeastWords = 8;
constexpr std::size_t kMostWords = 20;
constexpr std::size_t kLongWord = 5;  ///< bytes of a word that somebody would remember
constexpr std::chrono::minutes kPatience{1};
constexpr searcher::Ranking kRankings[] = {
    searcher::kBm25Only,
    {.early = searcher::Ranking{}.early, .near = 0},
    {.early = 0, .near = searcher::Ranking{}.near},
    {},
};
constexpr const char* kNames[] = {"BM25", "BM25, early", "BM25, near", "BM25, early, near"};

/// A sentence, and two long words of it that stand one behind the other but for shorter ones.
struct Pasted {
    std::string sentence{};
    std::string two_words{};
};

/// A sentence of the article, by chance; empty if none is of the right length.
Pasted draw_sentence(const std::string& body, std::mt19937& chance)
{
    TokenList words;
    tokenize(body, words);
    std::vector<std::pair<std::size_t, std::size_t>> sentences;
    for (std::size_t begin = 0, end = 0; begin < words.tokens.size(); begin = end) {
        ++end;
        while (end < words.tokens.size() && words.tokens[end].before == Break::None) { ++end; }
        if (end - begin >= kLeastWords && end - begin <= kMostWords) {
            sentences.emplace_back(begin, end);
        }
    }
    if (sentences.empty()) { return {}; }
    const auto [begin, end] = sentences[chance() % sentences.size()];
    const std::size_t first = words.tokens[begin].begin;
    Pasted pasted{.sentence = body.substr(first, words.tokens[end - 1].end - first)};
    std::vector<std::string> longer;
    for (std::size_t i = begin; i < end; ++i) {
        const auto surface = words.surface(words.tokens[i]);
        if (surface.size() >= kLongWord) { longer.emplace_back(surface); }
    }
    if (longer.size() >= 2) {
        const std::size_t at = chance() % (longer.size() - 1);
        pasted.two_words = longer[at] + " " + longer[at + 1];
    }
    return pasted;
}

Result<std::vector<Pasted>> draw(const Snapshot& snapshot)
{
    std::mt19937 chance{1987};
    std::vector<Pasted> drawn;
    for (std::size_t tries = 0; drawn.size() < kSentences && tries < 100 * kSentences; ++tries) {
        const Segment& segment = snapshot.segments()[chance() % snapshot.segments().size()];
        const auto article = segment.bodies.article(chance() % segment.articles());
        if (!article) { return Failure{article.error()}; }
        Pasted pasted = draw_sentence(article->article.body, chance);
        if (!pasted.two_words.empty()) { drawn.push_back(std::move(pasted)); }
    }
    return drawn;
}

/// 1 / the rank of the first hit that has the sentence (articles come again, word for word); 0 if
/// none of the first ten has it.
Result<double> reciprocal_rank(searcher::Engine& engine, const searcher::QuerySpec& query,
                               const searcher::Ranking& ranking, const std::string& sentence)
{
    const auto result = engine.search({.query = query,
                                       .ranking = ranking,
                                       .detail = searcher::HitDetail::Ids,
                                       .time_limit = kPatience});
    if (!result) { return Failure{result.error()}; }
    for (std::size_t i = 0; i < result->hits.size(); ++i) {
        const auto shown = engine.show(result->hits[i].id);
        if (!shown) { return Failure{shown.error()}; }
        if (shown->analyzed.article.body.find(sentence) != std::string::npos) {
            return 1.0 / static_cast<double>(i + 1);
        }
    }
    return 0.0;
}

Status measure_ranking(searcher::Engine& engine, const std::vector<Pasted>& drawn,
                       const searcher::Ranking& ranking, std::vector<double>& by_sentence,
                       std::vector<double>& by_words)
{
    for (const Pasted& pasted : drawn) {
        const auto any = searcher::parse_any(pasted.sentence);
        const auto both = searcher::parse_query(pasted.two_words);
        if (!any || !both) { continue; }  // of a word that is an operator
        const auto sentence = reciprocal_rank(engine, any->spec, ranking, pasted.sentence);
        if (!sentence) { return Failure{sentence.error()}; }
        const auto words = reciprocal_rank(engine, both->spec, ranking, pasted.sentence);
        if (!words) { return Failure{words.error()}; }
        by_sentence.push_back(*sentence);
        by_words.push_back(*words);
    }
    return Done{};
}

/// By how much the first are above the second, query by query.
Mean mean_gain(std::vector<double> values, const std::vector<double>& bm25)
{
    for (std::size_t i = 0; i < values.size(); ++i) { values[i] -= bm25[i]; }
    return mean_of(values);
}

Status measure(const Settings& settings, Figures& figures, std::ostream& out)
{
    const auto docs =
        find_file(settings.docs.empty() ? settings.data / "news/english.jsonl" : settings.docs);
    if (!docs) { return Failure{docs.error()}; }
    const auto index = ScratchIndex::of(*docs, ScratchIndex::NoArticle::IsPassedOver);
    if (!index) { return Failure{index.error()}; }
    auto opened = searcher::Engine::open(index->path());
    if (!opened) { return Failure{opened.error()}; }
    searcher::Engine engine = *std::move(opened);
    const auto drawn = draw(engine.snapshot());
    if (!drawn) { return Failure{drawn.error()}; }
    Table table{
        {"mean reciprocal rank", "--any SENTENCE", "gain", "± se", "two words", "gain", "± se"}};
    std::vector<double> bm25_by_sentence;
    std::vector<double> bm25_by_words;
    for (std::size_t i = 0; i < std::size(kRankings); ++i) {
        std::vector<double> by_sentence;
        std::vector<double> by_words;
        const Status done = measure_ranking(engine, *drawn, kRankings[i], by_sentence, by_words);
        if (!done) { return done; }
        if (i == 0) {
            bm25_by_sentence = by_sentence;
            bm25_by_words = by_words;
        }
        const Mean sentence = mean_of(by_sentence);
        const Mean words = mean_of(by_words);
        const Mean sentence_gain = mean_gain(by_sentence, bm25_by_sentence);
        const Mean words_gain = mean_gain(by_words, bm25_by_words);
        table.add({kNames[i], as_ratio(sentence.value), as_ratio(sentence_gain.value),
                   as_ratio(sentence_gain.standard_error), as_ratio(words.value),
                   as_ratio(words_gain.value), as_ratio(words_gain.standard_error)});
        figures.add("sentence." + std::to_string(i), sentence.value);
        figures.add("words." + std::to_string(i), words.value);
    }
    table.print(out);
    return Done{};
}

Result<int> run_sentences(const Call& call)
{
    Figures figures{"sentences"};
    const Status done = measure(call.settings, figures, call.out);
    const int code = done ? 0 : say_not_measured(done.error(), call.out);
    call.out << figures.line() << '\n';
    return code;
}

}  // namespace

extern const Command sentences_command{
    .name = "sentences",
    .arguments = "",
    .summary = "Pastes 300 sentences of a dump: how high does the article come?",
    .example = "dateline-quality sentences --docs news.jsonl",
    .run = run_sentences,
};

}  // namespace dateline::quality
