#include "common/schema/mention_groups.hpp"

#include <unordered_map>

namespace dateline {

std::vector<MentionGroup> group_mentions(const AnalyzedArticle& analyzed, FieldId field)
{
    std::vector<MentionGroup> groups;
    std::unordered_map<std::string_view, std::size_t> places;
    for (const Mention& mention : analyzed.mentions) {
        if (mention.field != field) { continue; }
        const auto [place, is_new] = places.try_emplace(mention.value, groups.size());
        if (is_new) { groups.push_back({.value = mention.value, .mentions = {}}); }
        groups[place->second].mentions.push_back(&mention);
    }
    return groups;
}

}  // namespace dateline
