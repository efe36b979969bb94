#include "searcher/search/similar.hpp"

#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

namespace dateline::searcher {
namespace {

constexpr std::size_t kWords = 25;
constexpr std::size_t kShingle = 5;
constexpr std::size_t kSketch = 256;

/// The smallest hashes of all runs of five words.
using Sketch = std::set<std::uint64_t>;

std::uint64_t mixed(std::uint64_t number)  // the finalizer of SplitMix64
{
    number = (number ^ (number >> 30U)) * 0xbf58476d1ce4e5b9U;
    number = (number ^ (number >> 27U)) * 0x94d049bb133111ebU;
    return number ^ (number >> 31U);
}

Sketch sketch_of(const Article& article)
{
    TokenList tokens;
    tokenize(article.body, tokens);
    std::vector<std::uint64_t> words;
    for (const Token& token : tokens.tokens) {
        words.push_back(mixed(std::hash<std::string_view>{}(tokens.surface(token))));
    }
    Sketch sketch;
    for (std::size_t i = 0; i + kShingle <= words.size(); ++i) {
        std::uint64_t hash = 0;
        for (std::size_t at = 0; at < kShingle; ++at) { hash = mixed(hash + words[i + at]); }
        if (sketch.size() == kSketch && hash >= *sketch.rbegin()) { continue; }
        sketch.insert(hash);
        if (sketch.size() > kSketch) { sketch.erase(std::prev(sketch.end())); }
    }
    return sketch;
}

/// Of the smallest hashes of both together, how many both have, in per cent.
unsigned shared_of(const Sketch& a, const Sketch& b)
{
    Sketch both = a;
    both.insert(b.begin(), b.end());
    std::size_t seen = 0;
    std::size_t shared = 0;
    for (const std::uint64_t hash : both) {
        if (++seen > kSketch) { break; }
        shared += a.contains(hash) && b.contains(hash) ? 1U : 0U;
    }
    seen = std::min(seen, kSketch);
    return seen == 0 ? 0 : static_cast<unsigned>(shared * 100 / seen);
}

/// How often a word stands in the article, headlines thrice.
std::map<std::string, double> words_in(const Article& article)
{
    constexpr double kHeadline = 3;
    std::map<std::string, double> words;
    TokenList tokens;
    const auto add = [&](const std::string& text, double weight) {
        tokenize(text, tokens);
        for (const Token& token : tokens.tokens) {
            words[std::string{tokens.surface(token)}] += weight;
        }
    };
    if (!article.title_derived) { add(article.title, kHeadline); }
    add(article.body, 1);
    return words;
}

/// The query for the words that set the article apart: frequent in it, rare elsewhere.
QuerySpec query_of(const Article& article, const Snapshot& snapshot)
{
    double articles = 1;
    for (const Segment& segment : snapshot.segments()) {
        articles += static_cast<double>(segment.articles());
    }
    std::vector<std::pair<double, std::string>> weighed;
    for (const auto& [word, times] : words_in(article)) {
        double having = 0;
        for (const Segment& segment : snapshot.segments()) {
            const auto entry = segment.vocabulary.find(word);
            if (entry) { having += entry->articles; }
        }
        // A word that no other article has finds nothing.
        if (having < 2) { continue; }
        const double weight = times / (times + 1) * std::log(articles / having);
        if (weight > 0) { weighed.emplace_back(-weight, word); }
    }
    std::sort(weighed.begin(), weighed.end());
    weighed.resize(std::min(weighed.size(), kWords));
    QuerySpec any{.op = "or"};
    for (const auto& [weight, word] : weighed) {
        any.parts.push_back({.op = "word", .text = word});
    }
    if (any.parts.size() == 1) { return any.parts.front(); }
    return any;
}

}  // namespace

Result<std::vector<SimilarHit>> similar(Engine& engine, const std::string& id, std::size_t limit,
                                        std::chrono::milliseconds time_limit)
{
    const auto shown = engine.show(id);
    if (!shown) { return Failure{shown.error()}; }
    const Article& article = shown->analyzed.article;
    const QuerySpec query = query_of(article, engine.snapshot());
    std::vector<SimilarHit> found;
    if (query.op == "or" && query.parts.empty()) { return found; }
    const auto result =
        engine.search({.query = query, .limit = limit + 1, .time_limit = time_limit});
    if (!result) { return Failure{result.error()}; }
    const Sketch sketch = sketch_of(article);
    for (const Hit& hit : result->hits) {
        if (hit.id == id || found.size() == limit) { continue; }
        const auto other = engine.show(hit.id);
        if (!other) { return Failure{other.error()}; }
        found.push_back({hit, shared_of(sketch, sketch_of(other->analyzed.article))});
    }
    return found;
}

}  // namespace dateline::searcher
