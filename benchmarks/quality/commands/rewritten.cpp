// rewritten: dumps whose fields are known, written again in other layouts and read back.
#include "benchmarks/quality/article_report.hpp"
#include "benchmarks/quality/commands/command.hpp"
#include "benchmarks/quality/measure_files.hpp"
#include "benchmarks/quality/rewritings.hpp"
#include "common/text/number.hpp"
#include "indexer/input/open_dump.hpp"
#include "indexer/parse_article.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

namespace dateline::quality {
namespace {

/// Of a source's articles so many are read, spread over all of them: the rest says nothing new.
constexpr std::size_t kMostOfSource = 2000;

/// What the product makes of the first article in `bytes`; nothing: it could not read it.
std::optional<AnalyzedArticle> read_back(std::string bytes, std::string_view file_name)
{
    const indexer::FieldMap map;
    const auto dump = indexer::open_dump(indexer::open_memory(std::move(bytes)),
                                         std::string{file_name}, nullptr, map);
    for (;;) {
        const indexer::Record record = dump->next();
        if (std::holds_alternative<indexer::EndOfDump>(record)) { return {}; }
        const auto* const raw = std::get_if<indexer::RawDocument>(&record);
        if (raw == nullptr) { continue; }
        auto parsed = indexer::parse_article(*raw);
        if (!parsed) { return {}; }
        return std::move(parsed->analyzed);
    }
}

using Articles = std::vector<const GoldArticle*>;

ArticleScores score(const Articles& articles, const Rewriting& rewriting)
{
    ArticleScores scores;
    const std::size_t count = std::min(articles.size(), kMostOfSource);
    for (std::size_t n = 0; n < count; ++n) {
        GoldArticle gold = *articles[n * articles.size() / count];
        const auto read = read_back(rewriting.write(gold), rewriting.file_name);
        // Only fields say these: a layout that has none of them is not asked for them.
        if (rewriting.name != "fields") { gold.source.reset(); }
        if (rewriting.name == "sgml" || rewriting.name == "scraped") { gold.url.reset(); }
        gold.byline.reset();  // a field's "By Ann Lee, Lima" is no gold for whom it names
        scores.add(gold, read ? &*read : nullptr);
    }
    return scores;
}

Result<int> run_rewritten(const Call& call)
{
    Figures figures{"rewritten"};
    const int code = measure_files(
        files_of(call, call.settings.gold,
                 {"reuters.jsonl", "news/fakebr_pt.jsonl", "news/ljzac_es.jsonl",
                  "news/masakhanews.jsonl", "news/saudi_ar.jsonl", "news/english.jsonl"}),
        call.out, parse_gold,
        [&](const std::filesystem::path& file, const std::vector<GoldArticle>& gold) {
            std::map<std::string, Articles> by_source;
            for (const GoldArticle& article : gold) {
                if (article.body.value_or("").empty()) { continue; }
                by_source[source_of(article)].push_back(&article);
            }
            for (const auto& [source, articles] : by_source) {
                for (const Rewriting& rewriting : rewritings()) {
                    const ArticleScores scores = score(articles, rewriting);
                    call.out << file.string() << ", " << source << ", as " << rewriting.name << ": "
                             << with_commas(scores.articles) << " articles\n";
                    std::string key = key_of_file(file.string());
                    if (by_source.size() > 1) { key += "." + key_of_file(source); }
                    print_scores(scores, key + "." + std::string{rewriting.name}, figures,
                                 call.out);
                }
            }
        });
    call.out << figures.line() << '\n';
    return code;
}

}  // namespace

extern const Command rewritten_command{
    .name = "rewritten",
    .arguments = "[FILE…]",
    .summary =
        "Writes the records of dumps again as JSON with dates as spelled, SGML, Markdown and "
        "scraped text, reads them back, and scores headline, date, URL and body",
    .example = "dateline-quality rewritten --data ../shared/data",
    .run = run_rewritten,
};

}  // namespace dateline::quality
