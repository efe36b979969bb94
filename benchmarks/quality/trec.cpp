#include "benchmarks/quality/trec.hpp"

#include "benchmarks/split.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <optional>
#include <set>

namespace dateline::quality {
namespace {

constexpr std::size_t kNdcgDepth = 10;
constexpr std::size_t kPrecisionDepth = 5;
constexpr std::size_t kRecallDepth = 100;

Failure bad_line(std::size_t number, const std::string& what)
{
    return fail(ErrorKind::InputFormat, "line " + std::to_string(number) + " " + what);
}

/// Runs of tabs and blanks divide.
std::vector<std::string_view> words_of(std::string_view line)
{
    std::vector<std::string_view> words;
    for (const std::string_view part : split(line, '\t')) {
        for (const std::string_view word : split(part, ' ')) {
            if (!word.empty()) { words.push_back(word); }
        }
    }
    return words;
}

std::string_view without_return(std::string_view line)
{
    if (line.ends_with('\r')) { line.remove_suffix(1); }
    return line;
}

std::optional<int> whole_number(std::string_view text)
{
    int number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data(), end, number);
    if (problem != std::errc{} || stop != end) { return std::nullopt; }
    return number;
}

double discounted(double grade, std::size_t rank)
{
    return grade / std::log2(static_cast<double>(rank) + 1);
}

double ideal_gain(const Grades& grades)
{
    std::vector<int> best;
    for (const auto& [document, grade] : grades) { best.push_back(grade); }
    std::sort(best.rbegin(), best.rend());
    double gain = 0;
    for (std::size_t i = 0; i < std::min(best.size(), kNdcgDepth) && best[i] > 0; ++i) {
        gain += discounted(best[i], i + 1);
    }
    return gain;
}

}  // namespace

Result<std::vector<TrecQuery>> parse_queries(std::string_view text)
{
    std::vector<TrecQuery> queries;
    std::set<std::string_view> ids;
    std::size_t number = 0;
    for (const std::string_view whole : split(text, '\n')) {
        const std::string_view line = without_return(whole);
        ++number;
        if (line.empty()) { continue; }
        const std::size_t tab = line.find('\t');
        if (tab == 0 || tab == std::string_view::npos) {
            return bad_line(number, "is no id, tab, text");
        }
        const std::string_view id = line.substr(0, tab);
        if (!ids.insert(id).second) { return bad_line(number, "has the id of a query before it"); }
        queries.push_back({.id = std::string{id}, .text = std::string{line.substr(tab + 1)}});
    }
    return queries;
}

Result<Judgments> parse_qrels(std::string_view text)
{
    Judgments judgments;
    std::size_t number = 0;
    for (const std::string_view line : split(text, '\n')) {
        ++number;
        const auto words = words_of(without_return(line));
        if (words.empty()) { continue; }
        const auto grade = words.size() == 4 ? whole_number(words[3]) : std::nullopt;
        if (!grade) { return bad_line(number, "is no query, iteration, document, grade"); }
        const bool is_new =
            judgments[std::string{words[0]}].emplace(std::string{words[2]}, *grade).second;
        if (!is_new) { return bad_line(number, "judges a document a second time"); }
    }
    return judgments;
}

RankingScores score_ranking(std::span<const std::string> ranked, const Grades& grades)
{
    const auto relevant = static_cast<double>(std::count_if(
        grades.begin(), grades.end(), [](const auto& entry) { return entry.second > 0; }));
    if (relevant == 0) { return {}; }
    RankingScores scores;
    std::set<std::string_view> seen;
    double found = 0;
    double gain = 0;
    std::size_t rank = 0;
    for (const std::string& document : ranked) {
        if (!seen.insert(document).second) { continue; }
        ++rank;
        const auto judged = grades.find(document);
        if (judged == grades.end() || judged->second <= 0) { continue; }
        ++found;
        scores.average_precision += found / static_cast<double>(rank);
        if (rank <= kNdcgDepth) { gain += discounted(judged->second, rank); }
        if (rank <= kPrecisionDepth) { scores.precision5 += 1.0 / kPrecisionDepth; }
        if (rank <= kRecallDepth) { scores.recall100 += 1.0 / relevant; }
    }
    scores.average_precision /= relevant;
    scores.ndcg10 = gain / ideal_gain(grades);
    return scores;
}

Mean mean_of(std::span<const double> values)
{
    if (values.empty()) { return {}; }
    const auto count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    if (values.size() < 2) { return {.value = mean}; }
    double squares = 0;
    for (const double value : values) { squares += (value - mean) * (value - mean); }
    return {.value = mean, .standard_error = std::sqrt(squares / (count - 1) / count)};
}

}  // namespace dateline::quality
