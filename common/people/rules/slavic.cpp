// Transliteration of Slavic given and family names, and patronymics: Vladimir Vladimirovich Putin.
#include "common/people/romanization.hpp"
#include "common/people/rules/kin.hpp"
#include "common/people/rules/rule.hpp"

#include <string>

namespace dateline {

namespace {

/// `short_names` is sorted. Two who have different fathers stay two.
void join_patronymics(PersonJoins& joins, const std::vector<Keyed>& short_names,
                      std::vector<Keyed>& long_names)
{
    const NameGraph& graph = joins.graph();
    std::sort(long_names.begin(), long_names.end());
    for (std::size_t first = 0; first < long_names.size();) {
        std::size_t last = first;
        bool is_one = true;
        for (; last < long_names.size() && long_names[last].key == long_names[first].key; ++last) {
            is_one = is_one && graph.words(long_names[last].name)[1] ==
                                   graph.words(long_names[first].name)[1];
        }
        const auto found = std::lower_bound(short_names.begin(), short_names.end(),
                                            Keyed{long_names[first].key, 0});
        const bool is_there = found != short_names.end() && found->key == long_names[first].key;
        for (std::size_t i = first; i < last && is_there; ++i) {
            joins.join_or_propose(is_one, long_names[i].name, found->name, GroupRule::Patronymic);
        }
        first = last;
    }
}

}  // namespace

void slavic_rule(PersonJoins& joins)
{
    NameGraph& graph = joins.graph();
    std::vector<Keyed> keyed;
    std::vector<Keyed> with_father;
    for (std::uint32_t i = 0; i < graph.size(); ++i) {
        const NameGraph::Words words = graph.words(i);
        const unsigned given = words.size() < 2 ? 0 : graph.slavic_given(words.front());
        if (given == 0 || words.size() > 3) { continue; }
        const bool has_father = words.size() == 3;
        if (has_father && !graph.is_patronymic(words[1])) { continue; }
        for (const std::string& family : romanization_keys(graph.text(words.back()))) {
            if (!has_slavic_ending(family)) { continue; }
            const std::uint64_t key = std::hash<std::string>{}(family)*1021 + given;
            (has_father ? with_father : keyed).push_back({key, i});
        }
    }
    for_each_kin(graph, keyed, [&](std::span<const Keyed> kin) {
        const std::uint32_t best = kin.front().name;
        for (const Keyed& one : kin) { joins.join(one.name, best, GroupRule::Transliteration); }
    });
    join_patronymics(joins, keyed, with_father);
}

}  // namespace dateline
