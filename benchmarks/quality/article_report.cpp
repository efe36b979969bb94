#include "benchmarks/quality/article_report.hpp"

#include "benchmarks/quality/table.hpp"
#include "common/text/display_width.hpp"
#include "common/text/number.hpp"

#include <algorithm>

namespace dateline::quality {
namespace {

constexpr std::size_t kMistakes = 40;
constexpr std::size_t kWorst = 10;

void print_values(const std::string& name, const Counts& counts, const std::string& key,
                  Figures& figures, Table& table)
{
    if (counts.gold + counts.found == 0) { return; }
    table.add({name, with_commas(counts.gold), with_commas(counts.found), with_commas(counts.right),
               as_ratio(counts.precision()), as_ratio(counts.recall()), as_ratio(counts.f1())});
    figures.add(key, counts);
}

void print_exact(const ArticleScores& scores, const std::string& key, Figures& figures,
                 std::ostream& out)
{
    Table table{{"field", "articles", "exact", "share"}};
    for (const ExactField& field : exact_fields()) {
        const auto at = scores.fields.find(field.name);
        const std::string name{field.name};
        if (at == scores.fields.end()) {
            table.add({name, "0", "n/a", "n/a"});
            continue;
        }
        const Exact& exact = at->second;
        const double share = static_cast<double>(exact.right) / static_cast<double>(exact.scored);
        table.add({name, with_commas(exact.scored), with_commas(exact.right), as_ratio(share)});
        figures.add(key + "." + name, share);
    }
    table.print(out);
}

/// As scrapinghub's benchmark does: of the means, not the mean of each article's.
void print_runs(const ArticleScores& scores, const std::string& key, Figures& figures, Table& table)
{
    if (scores.kept_bodies == 0) { return; }
    const double precision = scores.run_precision / static_cast<double>(scores.kept_bodies);
    const double recall = scores.run_recall / static_cast<double>(scores.bodies);
    const double sum = precision + recall;
    const double f1 = sum > 0 ? 2 * precision * recall / sum : 0;
    table.add({"runs of four words, F1", as_ratio(f1)});
    figures.add(key + ".body.runs.f1", f1);
}

/// The bodies that were found worst, unless they are whole.
void print_worst(const ArticleScores& scores, std::ostream& out)
{
    std::vector<BodyScore> worst = scores.body_scores;
    std::stable_sort(worst.begin(), worst.end(), [](const BodyScore& a, const BodyScore& b) {
        return a.words.f1() < b.words.f1();
    });
    worst.resize(std::min(worst.size(), kWorst));
    Table table{{"worst bodies", "words", "kept", "precision", "recall", "F1"}};
    bool any = false;
    for (const BodyScore& score : worst) {
        if (score.words.f1() >= 1) { break; }
        any = true;
        table.add({score.article, with_commas(score.words.gold), with_commas(score.words.found),
                   as_ratio(score.words.precision()), as_ratio(score.words.recall()),
                   as_ratio(score.words.f1())});
    }
    if (any) { table.print(out); }
}

void print_body(const ArticleScores& scores, const std::string& key, Figures& figures,
                std::ostream& out)
{
    Table table{{"body", "value"}};
    const auto add = [&](const std::string& title, const std::string& name, double sum,
                         std::uint64_t bodies) {
        if (bodies == 0) {
            table.add({title, "n/a"});
            return;
        }
        const double mean = sum / static_cast<double>(bodies);
        table.add({title, as_ratio(mean)});
        figures.add(key + "." + name, mean);
    };
    add("words of the gold's body, F1", "body.f1", scores.body_f1, scores.bodies);
    add("its words that are kept", "body.r", scores.body_recall, scores.bodies);
    // Where nothing was kept there is no furniture either.
    add("kept words that it lacks", "body.furniture",
        static_cast<double>(scores.kept_bodies) - scores.body_precision, scores.kept_bodies);
    add("runs of four words that are the gold's", "body.runs.p", scores.run_precision,
        scores.kept_bodies);
    add("its runs of four words that are kept", "body.runs.r", scores.run_recall, scores.bodies);
    print_runs(scores, key, figures, table);
    table.add({"bodies that stand twice", with_commas(scores.doubled)});
    table.add({"articles not read", with_commas(scores.unread)});
    table.print(out);
    figures.add_count(key + ".doubled", scores.doubled);
    figures.add_count(key + ".unread", scores.unread);
}

void print_mistakes(const ArticleScores& scores, std::ostream& out)
{
    if (scores.mistakes.empty()) { return; }
    constexpr std::size_t kColumns = 60;
    const auto shown = [](const std::string& text) {
        return text.empty() ? std::string{"none"} : displayable(text, kColumns);
    };
    out << "  mistakes:\n";
    for (std::size_t i = 0; i < std::min(kMistakes, scores.mistakes.size()); ++i) {
        const Mistake& mistake = scores.mistakes[i];
        out << "    " << shown(mistake.article) << ", " << mistake.field << ": "
            << shown(mistake.wanted) << " in the gold, " << shown(mistake.found) << " found\n";
    }
    if (scores.mistakes.size() > kMistakes) {
        out << "  and " << with_commas(scores.mistakes.size() - kMistakes) << " more\n";
    }
}

}  // namespace

void print_scores(const ArticleScores& scores, const std::string& key, Figures& figures,
                  std::ostream& out)
{
    print_exact(scores, key, figures, out);
    Table values{{"values", "gold", "found", "right", "precision", "recall", "F1"}};
    print_values("people", scores.people, key + ".people", figures, values);
    print_values("people, as spelled", scores.people_exact, key + ".people_exact", figures, values);
    print_values("countries", scores.countries, key + ".countries", figures, values);
    if (scores.people.gold + scores.people.found + scores.countries.gold > 0) { values.print(out); }
    print_body(scores, key, figures, out);
    print_worst(scores, out);
    print_mistakes(scores, out);
    out << '\n';
}

}  // namespace dateline::quality
