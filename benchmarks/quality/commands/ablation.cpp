// ablation: what each part of the ranking is worth on queries with judgments, and what choosing
// its weights by the other queries would have given each query.
#include "benchmarks/quality/commands/command.hpp"
#include "benchmarks/quality/figures.hpp"
#include "benchmarks/quality/measure_files.hpp"
#include "benchmarks/quality/ranking_task.hpp"
#include "benchmarks/quality/table.hpp"

#include <array>
#include <cstdio>

namespace dateline::quality {
namespace {

using Precisions = std::vector<double>;  ///< average precision by query

constexpr std::array kEarly{0.0F, 1.0F / 6, 1.0F / 3, 1.0F / 2, 2.0F / 3};
constexpr std::array kNear{0.0F, 0.4F, 0.8F, 1.2F};

struct Setting {
    searcher::Ranking ranking{};
    Precisions precisions{};
};

/// The first setting is BM25 alone.
std::vector<Setting> ask_grid(RankingTask& task)
{
    std::vector<Setting> grid;
    for (const float early : kEarly) {
        for (const float near : kNear) {
            Setting& setting = grid.emplace_back();
            setting.ranking = {.early = early, .near = near};
            for (const Answer& answer : task.ask(setting.ranking).answers) {
                setting.precisions.push_back(answer.scores.average_precision);
            }
        }
    }
    return grid;
}

double sum_without(const Precisions& values, std::size_t left_out)
{
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) { sum += i == left_out ? 0 : values[i]; }
    return sum;
}

/// Each query as the setting ranks it that is best for all the others.
Precisions held_out(const std::vector<Setting>& grid)
{
    Precisions precisions;
    for (std::size_t query = 0; query < grid.front().precisions.size(); ++query) {
        const Setting* best = &grid.front();
        for (const Setting& setting : grid) {
            if (sum_without(setting.precisions, query) > sum_without(best->precisions, query)) {
                best = &setting;
            }
        }
        precisions.push_back(best->precisions[query]);
    }
    return precisions;
}

std::string signed_ratio(double value) { return (value < 0 ? "" : "+") + as_ratio(value); }

void add_row(const std::string& name, const Precisions& precisions, const Precisions& bm25,
             Table& table)
{
    Precisions gains;
    std::size_t better = 0;
    std::size_t worse = 0;
    for (std::size_t i = 0; i < precisions.size(); ++i) {
        gains.push_back(precisions[i] - bm25[i]);
        better += gains.back() > 0 ? 1 : 0;
        worse += gains.back() < 0 ? 1 : 0;
    }
    const Mean map = mean_of(precisions);
    const Mean gain = mean_of(gains);
    table.add({name, as_ratio(map.value), as_ratio(map.standard_error), signed_ratio(gain.value),
               as_ratio(gain.standard_error), std::to_string(better), std::to_string(worse)});
}

std::string name_of(const searcher::Ranking& ranking)
{
    if (ranking == searcher::kBm25Only) { return "BM25"; }
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "early %.2f near %.2f%s",
                  static_cast<double>(ranking.early), static_cast<double>(ranking.near),
                  ranking == searcher::Ranking{} ? " (preset)" : "");
    return text.data();
}

Status measure(const Settings& settings, Figures& figures, std::ostream& out)
{
    auto opened = RankingTask::open(settings);
    if (!opened) { return Failure{opened.error()}; }
    RankingTask task = *std::move(opened);
    const auto grid = ask_grid(task);
    const Precisions& bm25 = grid.front().precisions;
    Table table{{"on top of BM25", "MAP", "± se", "gain", "± se", "better", "worse"}};
    for (const Setting& setting : grid) {
        add_row(name_of(setting.ranking), setting.precisions, bm25, table);
    }
    const Precisions chosen = held_out(grid);
    add_row("chosen by the other queries", chosen, bm25, table);
    std::vector<Setting> with_preset_near;
    for (const Setting& setting : grid) {
        if (setting.ranking.near == searcher::Ranking{}.near) {
            with_preset_near.push_back(setting);
        }
    }
    add_row("only early chosen so", held_out(with_preset_near), bm25, table);
    table.print(out);
    figures.add("bm25", mean_of(bm25).value);
    figures.add("held_out", mean_of(chosen).value);
    return Done{};
}

Result<int> run_ablation(const Call& call)
{
    Figures figures{"ablation"};
    const Status done = measure(call.settings, figures, call.out);
    const int code = done ? 0 : say_not_measured(done.error(), call.out);
    call.out << figures.line() << '\n';
    return code;
}

}  // namespace

extern const Command ablation_command{
    .name = "ablation",
    .arguments = "",
    .summary = "MAP by the weights of the ranking, and with weights chosen by the other queries",
    .example = "dateline-quality ablation --data ../shared/data",
    .run = run_ablation,
};

}  // namespace dateline::quality
