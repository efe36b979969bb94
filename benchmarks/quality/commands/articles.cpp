// articles: what the product reads off whole articles, against gold written from the same texts.
#include "benchmarks/quality/article_report.hpp"
#include "benchmarks/quality/article_scores.hpp"
#include "benchmarks/quality/commands/command.hpp"
#include "benchmarks/quality/measure_files.hpp"
#include "benchmarks/quality/product.hpp"
#include "common/text/number.hpp"

namespace dateline::quality {
namespace {

Result<int> run_articles(const Call& call)
{
    Figures figures{"articles"};
    const int code = measure_files(
        files_of(call, call.settings.gold, {"seeds/gold.json"}), call.out, parse_gold,
        [&](const std::filesystem::path& file, const std::vector<GoldArticle>& gold) {
            ArticleScores scores;
            read_files(gold, file.parent_path(),
                       [&scores](const GoldArticle& article, const AnalyzedArticle* read) {
                           scores.add(article, read);
                       });
            const std::string folder = file.parent_path().filename().string();
            const std::string name = key_of_file(file.string());
            const std::string key = name == "gold" ? key_of_file(folder) : name;
            call.out << file.string() << ": " << with_commas(scores.articles) << " articles\n";
            print_scores(scores, key, figures, call.out);
        });
    call.out << figures.line() << '\n';
    return code;
}

}  // namespace

extern const Command articles_command{
    .name = "articles",
    .arguments = "[FILE…]",
    .summary =
        "Scores title, date, byline, source, URL, people, countries and body of texts and "
        "pages: JSONL of {html, url, title, author, date, body}, html being a page or the "
        "path of one beside the file",
    .example = "dateline-quality articles --gold pages/gold.jsonl",
    .run = run_articles,
};

}  // namespace dateline::quality
