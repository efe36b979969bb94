#include "searcher/query/expansion.hpp"

#include "common/text/edit_distance.hpp"
#include "common/text/number.hpp"
#include "common/text/tokenizer.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <unordered_map>

namespace dateline::searcher {
namespace {

/// The surface form of a piece of a word.
std::string surface_of(std::string_view piece)
{
    TokenList tokens;
    tokenize(piece, tokens, TextOrigin::Query);
    return tokens.surfaces;
}

/// The pattern with its letters as surface forms have them.
std::string folded_pattern(std::string_view text)
{
    std::string pattern;
    while (!text.empty()) {
        const std::size_t sign = std::min(text.find_first_of("*?"), text.size());
        pattern += surface_of(text.substr(0, sign));
        if (sign < text.size()) { pattern += text[sign]; }
        text.remove_prefix(std::min(sign + 1, text.size()));
    }
    return pattern;
}

/// Whether the whole word looks like the pattern; goes back to the last star only, so it takes at
/// most pattern × word steps.
bool looks_like(std::u32string_view word, std::u32string_view pattern)
{
    std::size_t w = 0;
    std::size_t p = 0;
    std::size_t star = std::u32string_view::npos;
    std::size_t resume = 0;
    while (w < word.size()) {
        if (p < pattern.size() && (pattern[p] == U'?' || pattern[p] == word[w])) {
            ++w;
            ++p;
        } else if (p < pattern.size() && pattern[p] == U'*') {
            star = p++;
            resume = w;
        } else if (star != std::u32string_view::npos) {
            p = star + 1;
            w = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == U'*') { ++p; }
    return p == pattern.size();
}

/// Goes through the words of all segments from `prefix` on as long as they begin with it, and adds
/// up the articles of those that `rank` takes (0 to 9; the smaller the better). Sorted by rank,
/// then by articles. Fails with Timeout.
template <class Rank>
Result<std::vector<FoundForm>> collect_forms(Planner& planner, const std::string& prefix,
                                             const Rank& rank)
{
    struct Found {
        std::uint64_t articles = 0;
        std::size_t rank = 0;
    };
    std::unordered_map<std::string, Found> found;
    for (const Segment& segment : planner.snapshot().segments()) {
        const auto see = [&](const std::string& word, std::uint32_t articles) {
            if (!word.starts_with(prefix) || planner.deadline().passed(4)) { return false; }
            if (const auto ranked = rank(word)) {
                Found& one = found[word];
                one.articles += articles;
                one.rank = *ranked;
            }
            return true;
        };
        segment.vocabulary.each_word(prefix, see);
    }
    if (planner.deadline().is_over()) { return planner.out_of_time(); }
    std::vector<std::pair<std::string, Found>> all{found.begin(), found.end()};
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        if (a.second.rank != b.second.rank) { return a.second.rank < b.second.rank; }
        if (a.second.articles != b.second.articles) {
            return a.second.articles > b.second.articles;
        }
        return a.first < b.first;
    });
    std::vector<FoundForm> forms;
    forms.reserve(all.size());
    for (auto& [form, one] : all) { forms.push_back({form, one.articles, one.rank}); }
    return forms;
}

}  // namespace

Result<std::vector<FoundForm>> forms_like(const QuerySpec& query, Planner& planner)
{
    const std::string pattern = folded_pattern(query.text);
    const std::u32string points = code_points(pattern);
    const std::string prefix = pattern.substr(0, pattern.find_first_of("*?"));
    const bool is_prefix = pattern == prefix + "*";
    return collect_forms(planner, prefix,
                         [&](const std::string& word) -> std::optional<std::size_t> {
                             if (is_prefix || looks_like(code_points(word), points)) { return 0; }
                             return {};
                         });
}

Result<std::vector<FoundForm>> forms_near(const QuerySpec& query, Planner& planner)
{
    const auto most = static_cast<std::size_t>(query.number);
    EditDistance distance{code_points(surface_of(query.text)), most};
    return collect_forms(planner, {}, [&](const std::string& word) -> std::optional<std::size_t> {
        const std::size_t edits = distance.to(code_points(word));
        return edits <= most ? std::optional{edits} : std::nullopt;
    });
}

Result<PlannedWord> expand(const QuerySpec& query, Planner& planner,
                           Result<std::vector<FoundForm>> (*forms)(const QuerySpec&, Planner&))
{
    const auto found = forms(query, planner);
    if (!found) { return Failure{found.error()}; }
    std::vector<std::string> kept;
    for (const FoundForm& one : *found) {
        if (kept.size() == kMaxForms) {
            planner.note("'" + to_string(query) + "' stands for " + with_commas(found->size()) +
                         " words; the " + with_commas(kMaxForms) + " commonest are searched");
            break;
        }
        kept.push_back(one.form);
    }
    PlannedWord word = planner.any_form(std::move(kept), query.field);
    if (planner.deadline().look()) { return planner.out_of_time(); }
    return word;
}

}  // namespace dateline::searcher
