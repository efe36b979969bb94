// N. Maduro: if only one person of the index has this initial and surname.
#include "common/people/rules/kin.hpp"
#include "common/people/rules/rule.hpp"

#include <optional>

namespace dateline {

void given_initials_rule(PersonJoins& joins)
{
    const NameGraph& graph = joins.graph();
    const auto may = [&graph](NameGraph::Words words) {
        return words.size() > 1 && !graph.is_initial(words.back());
    };
    std::vector<Keyed> keyed =
        keyed_with(graph, may, [&graph](std::uint32_t name) { return graph.initial_key(name); });
    for_each_kin(graph, keyed, [&](std::span<const Keyed> kin) {
        std::optional<std::uint32_t> full;
        for (const Keyed& one : kin) {
            if (graph.is_initial(graph.words(one.name).front())) { continue; }
            if (full && graph.person(*full) != graph.person(one.name)) { return; }
            full = one.name;
        }
        if (!full) { return; }
        const std::uint64_t articles = graph.weight(*full);
        for (const Keyed& one : kin) {
            if (graph.is_initial(graph.words(one.name).front())) {
                const bool is_common = graph.is_common_family(graph.words(one.name).back());
                const bool is_sure =
                    !is_common && articles >= kOfGivenInitial * graph.weight(one.name);
                joins.join_or_propose(is_sure, one.name, *full, GroupRule::GivenInitial);
            }
        }
    });
}

}  // namespace dateline
