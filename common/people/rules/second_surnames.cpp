// Nicolás Maduro Moros: the second surname of a Spanish name may be left out.
#include "common/people/rules/kin.hpp"
#include "common/people/rules/rule.hpp"

#include <optional>

namespace dateline {

namespace {

bool may_be_two_surnames(const NameGraph& graph, NameGraph::Words words)
{
    const std::uint32_t first = words[words.size() - 2];
    const std::uint32_t second = words.back();
    return !graph.is_initial(first) && !graph.is_initial(second) && !graph.is_mostly_given(first) &&
           !graph.is_spanish_given(first) && graph.text(first).size() > 3 &&
           graph.text(second).size() > 3;
}

void join_longer(PersonJoins& joins, std::uint32_t longer, std::uint32_t shorter)
{
    const NameGraph& graph = joins.graph();
    const bool is_common = graph.is_common_family(graph.words(shorter).back());
    const std::uint64_t times = is_common ? kOfTypo : kOfSecondSurname;
    const bool is_sure = graph.weight(shorter) >= times * graph.weight(longer);
    joins.join_or_propose(is_sure, longer, shorter, GroupRule::SecondSurname);
}

}  // namespace

void second_surnames_rule(PersonJoins& joins)
{
    NameGraph& graph = joins.graph();
    std::vector<Keyed> keyed;  // names, and longer ones without their last word
    for (std::uint32_t i = 0; i < graph.size(); ++i) {
        const NameGraph::Words words = graph.words(i);
        if (words.size() < 2 || !graph.is_spanish_given(words.front())) { continue; }
        keyed.push_back({graph.word_key(words), i});
        if (words.size() > 2 && may_be_two_surnames(graph, words)) {
            keyed.push_back({graph.word_key(words.first(words.size() - 1)), i});
        }
    }
    for_each_kin(graph, keyed, [&](std::span<const Keyed> kin) {
        const auto shorter =
            std::min_element(kin.begin(), kin.end(), [&](const Keyed& a, const Keyed& b) {
                return graph.words(a.name).size() < graph.words(b.name).size();
            });
        std::optional<std::uint32_t> longer;
        for (const Keyed& one : kin) {
            if (graph.words(one.name).size() == graph.words(shorter->name).size()) { continue; }
            if (longer && graph.person(*longer) != graph.person(one.name)) { return; }
            longer = one.name;
        }
        if (longer) { join_longer(joins, *longer, shorter->name); }
    });
}

}  // namespace dateline
