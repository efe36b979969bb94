// Bill Clinton, who is William: by the table of given names.
#include "common/people/rules/kin.hpp"
#include "common/people/rules/rule.hpp"

namespace dateline {

namespace {

constexpr std::uint64_t kDominant = 6;  ///< of kWhole: the share of a family name's articles
constexpr std::uint64_t kWhole = 10;

/// Whether a name is that of a person who has so many articles: these are far more, or with its own
/// most of all that have the family name.
bool is_sure(const NameGraph& graph, std::uint32_t name, std::uint64_t articles)
{
    const std::uint32_t family = graph.words(name).back();
    const std::uint64_t own = graph.weight(name);
    return !graph.is_common_family(family) &&
           (articles >= kOfNickname * own ||
            (articles + own) * kWhole >= kDominant * graph.family_articles(family));
}

}  // namespace

void nicknames_rule(PersonJoins& joins)
{
    NameGraph& graph = joins.graph();
    std::vector<Keyed> keyed;
    for (std::uint32_t i = 0; i < graph.size(); ++i) {
        const NameGraph::Words words = graph.words(i);
        if (words.size() > 1 && graph.has_nicknames(words.front()) &&
            !graph.is_initial(words.back())) {
            keyed.push_back({graph.nickname_key(i), i});
        }
    }
    for_each_kin(graph, keyed, [&](std::span<const Keyed> kin) {
        const std::uint32_t best = kin.front().name;
        const std::uint64_t articles = graph.weight(best);
        for (const Keyed& one : kin.subspan(1)) {
            if (graph.person(one.name) == graph.person(best)) { continue; }
            joins.join_or_propose(is_sure(graph, one.name, articles), one.name, best,
                                  GroupRule::Nickname);
        }
    });
}

}  // namespace dateline
