#include "common/schema/about.hpp"

#include "common/schema/mention_groups.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::size_t kOpening = 100;  // characters
constexpr std::size_t kOften = 3;      // mentions
constexpr std::size_t kShare = 10;     // one mention in so many

/// The size in bytes of a text's first characters.
std::size_t size_of_opening(std::string_view text)
{
    std::string_view rest = text;
    for (std::size_t i = 0; i < kOpening && !rest.empty(); ++i) { take_code_point(rest); }
    return text.size() - rest.size();
}

}  // namespace

std::vector<std::string_view> countries_about(const AnalyzedArticle& analyzed)
{
    const std::size_t opening = size_of_opening(analyzed.article.body);
    const auto is_prominent = [opening](const Mention* mention) {
        return mention->where != FieldId::Body || mention->begin < opening;
    };
    const auto groups = group_mentions(analyzed, FieldId::Country);
    std::size_t all = 0;
    for (const MentionGroup& group : groups) { all += group.mentions.size(); }
    std::vector<std::string_view> codes;
    for (const auto& [code, mentions] : groups) {
        const std::size_t times = mentions.size();
        if (std::any_of(mentions.begin(), mentions.end(), is_prominent) ||
            (times >= kOften && times * kShare >= all)) {
            codes.push_back(code);
        }
    }
    std::sort(codes.begin(), codes.end());
    return codes;
}

}  // namespace dateline
