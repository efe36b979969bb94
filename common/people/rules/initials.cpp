// Middle initials: one or none of the same letters.
#include "common/people/rules/kin.hpp"
#include "common/people/rules/rule.hpp"

#include <string>

namespace dateline {

namespace {

/// John A. and John B. are two, and John may be either.
void join_kin(PersonJoins& joins, std::span<const Keyed> kin)
{
    const NameGraph& graph = joins.graph();
    std::string initials;
    for (const Keyed& one : kin) {
        const std::string own = graph.middle_initials(one.name);
        if (own.empty()) { continue; }
        if (!initials.empty() && initials != own) { return; }
        initials = own;
    }
    if (initials.empty()) { return; }
    const bool is_one = !graph.is_common_family(graph.words(kin.front().name).back());
    const std::uint32_t best = kin.front().name;
    for (const Keyed& one : kin) {
        joins.join_or_propose(is_one, one.name, best, GroupRule::Initials);
    }
}

}  // namespace

void initials_rule(PersonJoins& joins)
{
    const NameGraph& graph = joins.graph();
    const auto may = [&graph](NameGraph::Words words) {
        return words.size() > 1 && !graph.is_initial(words.front()) &&
               !graph.is_initial(words.back());
    };
    std::vector<Keyed> keyed = keyed_with(
        graph, may, [&graph](std::uint32_t name) { return graph.key_without_initials(name); });
    for_each_kin(graph, keyed, [&joins](std::span<const Keyed> kin) { join_kin(joins, kin); });
}

}  // namespace dateline
