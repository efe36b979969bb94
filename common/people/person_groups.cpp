#include "common/people/person_groups.hpp"

#include "common/people/rules/rule.hpp"

namespace dateline {

const GroupRuleInfo& info(GroupRule rule)
{
    const auto number = static_cast<std::size_t>(rule);
    return kGroupRules[number < kGroupRules.size() ? number : 0];
}

std::vector<NameLink> group_people(std::span<const CountedName> names,
                                   std::vector<NameProposal>* proposals)
{
    NameGraph graph{names};
    PersonJoins joins{graph, proposals};
    for (const PersonRule rule : person_rules()) { rule(joins); }
    return graph.links();
}

}  // namespace dateline
