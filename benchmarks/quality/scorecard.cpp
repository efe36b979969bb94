#include "benchmarks/quality/scorecard.hpp"

#include "benchmarks/split.hpp"
#include "common/text/ascii.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <optional>

namespace dateline::quality {
namespace {

constexpr std::string_view kVerb = "verb";
constexpr std::size_t kLongestNumber = 32;

constexpr std::string_view kHead =
    "# Scorecard\n\n"
    "How well Dateline finds and understands articles, run by run, newest first; in brackets the\n"
    "change to the run before. Made by `scripts/scorecard`; what each figure means is said by\n"
    "`dateline-quality VERB`, which also shows what was wrong. `.p`, `.r` and `.f1` are "
    "precision,\n"
    "recall and F1. Speeds (`_per_s`) are those of one machine under whatever load it had: an "
    "order\n"
    "of size, no more. `–`: not measured.\n";

bool is_key(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return ascii::is_letter_or_digit(c) || c == '.' || c == '_' || c == '-';
    });
}

std::optional<double> number_of(std::string_view text)
{
    if (text.size() > kLongestNumber) { return std::nullopt; }
    double number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, problem] =
        std::from_chars(text.data(), end, number, std::chars_format::fixed);
    if (problem != std::errc{} || stop != end || !std::isfinite(number)) { return std::nullopt; }
    return number;
}

const std::string* figure_of(const ScorecardRun& run, const std::string& key)
{
    const auto at = std::find_if(run.figures.begin(), run.figures.end(),
                                 [&key](const auto& figure) { return figure.first == key; });
    return at == run.figures.end() ? nullptr : &at->second;
}

/// " (+0.0123)", with as many decimals as the figures have; "" if nothing changed.
std::string change(const std::string& now, const std::string* before)
{
    if (before == nullptr || *before == now) { return {}; }
    const std::size_t point = now.find('.');
    const auto decimals = point == std::string::npos ? 0 : now.size() - point - 1;
    std::array<char, 2 * kLongestNumber> text{};
    const int size = std::snprintf(text.data(), text.size(), " (%+.*f)", static_cast<int>(decimals),
                                   *number_of(now) - *number_of(*before));
    return {text.data(), static_cast<std::size_t>(size)};
}

/// "ner" of "ner conll.dev.per.f1".
std::string verb_of(const std::string& key) { return key.substr(0, key.find(' ')); }

void add_new(std::string text, std::vector<std::string>& list)
{
    if (std::find(list.begin(), list.end(), text) == list.end()) {
        list.push_back(std::move(text));
    }
}

/// All keys, those of a verb together, what is new in the newest run before what is gone from it.
std::vector<std::string> keys_of(const std::vector<ScorecardRun>& runs)
{
    std::vector<std::string> verbs;
    std::vector<std::string> all;
    for (const ScorecardRun& run : runs) {
        for (const auto& [key, value] : run.figures) {
            add_new(verb_of(key), verbs);
            add_new(key, all);
        }
    }
    std::vector<std::string> keys;
    for (const std::string& verb : verbs) {
        std::copy_if(all.begin(), all.end(), std::back_inserter(keys),
                     [&verb](const std::string& key) { return verb_of(key) == verb; });
    }
    return keys;
}

}  // namespace

Result<ScorecardRun> parse_run(std::string name, std::string_view lines)
{
    ScorecardRun run{.name = std::move(name)};
    std::size_t number = 0;
    for (const std::string_view line : split(lines, '\n')) {
        ++number;
        if (line.empty()) { continue; }
        std::string verb;
        for (const std::string_view part : split(line, ' ')) {
            const std::size_t sign = part.find('=');
            const std::string_view key = part.substr(0, sign);
            const std::string_view value =
                sign == std::string_view::npos ? std::string_view{} : part.substr(sign + 1);
            const bool begins = verb.empty();
            if (!is_key(key) || (begins ? key != kVerb || !is_key(value) : !number_of(value))) {
                return fail(ErrorKind::InputFormat,
                            "line " + std::to_string(number) + " is no verb=… key=number …");
            }
            if (begins) {
                verb = value;
            } else {
                run.figures.emplace_back(verb + ' ' + std::string{key}, value);
            }
        }
    }
    return run;
}

std::string scorecard_page(const std::vector<ScorecardRun>& runs)
{
    std::string page{kHead};
    std::string verb;
    for (const std::string& key : keys_of(runs)) {
        if (verb_of(key) != verb) {
            verb = verb_of(key);
            page += "\n## " + verb + "\n\n| |";
            for (const ScorecardRun& run : runs) { page += ' ' + run.name + " |"; }
            page += "\n|---|";
            for (std::size_t i = 0; i < runs.size(); ++i) { page += "---:|"; }
            page += '\n';
        }
        page += "| " + key.substr(verb.size() + 1) + " |";
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const std::string* value = figure_of(runs[i], key);
            const std::string* before = i + 1 < runs.size() ? figure_of(runs[i + 1], key) : nullptr;
            page += value == nullptr ? " – |" : ' ' + *value + change(*value, before) + " |";
        }
        page += '\n';
    }
    return page;
}

}  // namespace dateline::quality
