// Signs, transliteration: names with the same words, whatever the spelling of these.
#include "common/people/rules/kin.hpp"
#include "common/people/rules/rule.hpp"

namespace dateline {

void spellings_rule(PersonJoins& joins)
{
    NameGraph& graph = joins.graph();
    std::vector<Keyed> keyed;
    for (std::uint32_t i = 0; i < graph.size(); ++i) {
        if (graph.words(i).size() > 1) { keyed.push_back({graph.spelling_key(i), i}); }
    }
    for_each_kin(graph, keyed, [&](std::span<const Keyed> kin) {
        const std::uint32_t best = kin.front().name;
        for (const Keyed& one : kin) {
            const bool same = std::ranges::equal(graph.words(one.name), graph.words(best));
            joins.join(one.name, best, same ? GroupRule::Signs : GroupRule::Transliteration);
        }
    });
}

}  // namespace dateline
