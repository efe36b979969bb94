#include "common/people/rules/rule.hpp"

#include <array>

namespace dateline {

std::span<const PersonRule> person_rules()
{
    static constexpr std::array<PersonRule, 0
#define PERSON_RULE(name) +1
#include "common/people/rules/rules.def"
#undef PERSON_RULE
                                >
        kRules{
#define PERSON_RULE(name) name##_rule,
#include "common/people/rules/rules.def"
#undef PERSON_RULE
        };
    return kRules;
}

void PersonJoins::propose(std::uint32_t name, std::uint32_t other, GroupRule rule)
{
    if (proposals_ == nullptr || graph_.person(name) == graph_.person(other)) { return; }
    if (graph_.is_before(name, other)) { std::swap(name, other); }
    proposals_->push_back({name, other, rule});
}

}  // namespace dateline
