// One letter differs from a name that is far more frequent.
#include "common/people/rules/kin.hpp"
#include "common/people/rules/rule.hpp"

#include <optional>
#include <unordered_map>

namespace dateline {

namespace {

constexpr std::size_t kTypoLetters = 6;   ///< of the word in which a letter may differ
constexpr std::size_t kTypoEnd = 3;       ///< one letter apart, the first or the last three agree
constexpr std::size_t kMostTargets = 32;  ///< that a name is compared with
constexpr std::uint32_t kFewGivenNames = 1;

bool is_one_letter_apart(std::string_view a, std::string_view b)
{
    if (a.size() > b.size()) { std::swap(a, b); }
    if (b.size() - a.size() > 1) { return false; }
    const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin());
    const std::string_view rest_a{left, a.end()};
    const std::string_view rest_b{right, b.end()};
    if (a.size() == b.size()) { return !rest_a.empty() && rest_a.substr(1) == rest_b.substr(1); }
    return rest_a == rest_b.substr(1);
}

bool may_have_typo(const NameGraph& graph, std::uint32_t name)
{
    const NameGraph::Words words = graph.words(name);
    return words.size() > 1 && !graph.is_initial(words.front()) &&
           graph.text(words.back()).size() >= kTypoLetters;
}

std::uint64_t typo_key(const NameGraph& graph, std::uint32_t name, bool front)
{
    const NameGraph::Words words = graph.words(name);
    const std::string_view family = graph.text(words.back());
    const std::string_view end =
        front ? family.substr(0, kTypoEnd) : family.substr(family.size() - kTypoEnd);
    const std::uint64_t others = graph.word_key(words.first(words.size() - 1));
    return (others ^ std::hash<std::string_view>{}(end)) * 2 + (front ? 1 : 0);
}

/// The most frequent name that is one letter apart, and far more frequent.
std::optional<std::uint32_t> target_of(
    const NameGraph& graph, std::uint32_t name, const std::vector<Keyed>& targets,
    const std::unordered_map<std::uint64_t, std::uint32_t>& first_of)
{
    const NameGraph::Words words = graph.words(name);
    std::optional<std::uint32_t> best;
    for (const bool front : {true, false}) {
        const std::uint64_t key = typo_key(graph, name, front);
        const auto first = first_of.find(key);
        if (first == first_of.end()) { continue; }
        const std::size_t last = std::min(first->second + kMostTargets, targets.size());
        for (std::size_t t = first->second; t < last && targets[t].key == key; ++t) {
            const std::uint32_t other = targets[t].name;
            if (graph.weight(other) < kOfProposal * graph.weight(name)) { break; }
            if (best && !graph.is_before(other, *best)) { break; }
            const NameGraph::Words others = graph.words(other);
            if (std::ranges::equal(words.first(words.size() - 1),
                                   others.first(others.size() - 1)) &&
                is_one_letter_apart(graph.text(words.back()), graph.text(others.back()))) {
                best = other;
                break;
            }
        }
    }
    return best;
}

bool is_clear_typo(const NameGraph& graph, std::uint32_t name, std::uint32_t target)
{
    const bool is_attested = graph.given_names_of(graph.words(name).back()) > kFewGivenNames;
    const std::uint64_t times = is_attested ? kOfDoubtful : kOfTypo;
    return graph.weight(target) >= times * graph.weight(name);
}

}  // namespace

/// Compares only names of which the first or the last letters agree.
void typos_rule(PersonJoins& joins)
{
    const NameGraph& graph = joins.graph();
    std::vector<Keyed> targets;
    const std::uint64_t least = joins.wants_proposals() ? kOfProposal * 2 : kOfTypo;
    for (std::uint32_t i = 0; i < graph.size(); ++i) {
        if (graph.weight(i) < least || !may_have_typo(graph, i)) { continue; }
        targets.push_back({typo_key(graph, i, true), i});
        targets.push_back({typo_key(graph, i, false), i});
    }
    std::sort(targets.begin(), targets.end(), [&graph](const Keyed& a, const Keyed& b) {
        return a.key != b.key ? a.key < b.key : graph.is_before(a.name, b.name);
    });
    std::unordered_map<std::uint64_t, std::uint32_t> first_of;
    for (std::uint32_t t = 0; t < targets.size(); ++t) { first_of.emplace(targets[t].key, t); }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> clear;  // before any is joined
    for (std::uint32_t i = 0; i < graph.size(); ++i) {
        if (!may_have_typo(graph, i)) { continue; }
        const auto target = target_of(graph, i, targets, first_of);
        if (!target) { continue; }
        if (is_clear_typo(graph, i, *target)) {
            clear.emplace_back(i, *target);
        } else {
            joins.propose(i, *target, GroupRule::Typo);
        }
    }
    for (const auto& [name, target] : clear) { joins.join(name, target, GroupRule::Typo); }
}

}  // namespace dateline
