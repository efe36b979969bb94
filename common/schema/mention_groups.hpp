// The marks of an article by what they stand for: how people and JSON are shown them.
#pragma once

#include "common/schema/article.hpp"

#include <string_view>
#include <vector>

namespace dateline {

/// A value and the marks that stand for it. Points into the article it was made of.
struct MentionGroup {
    std::string_view value{};
    std::vector<const Mention*> mentions{};  ///< not empty
};

/// The marks of `field` (Person, Country or Mentions), values in order of first appearance.
std::vector<MentionGroup> group_mentions(const AnalyzedArticle& analyzed, FieldId field);

}  // namespace dateline
