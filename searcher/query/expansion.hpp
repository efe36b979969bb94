// Words of the index that a pattern or a spelling stands for.
#pragma once

#include "searcher/query/plan.hpp"

namespace dateline::searcher {

/// So many forms are searched; of more the commonest, and a note says so.
inline constexpr std::size_t kMaxForms = 1000;

/// A surface form and how many articles have it.
struct FoundForm {
    std::string form{};
    std::uint64_t articles = 0;
    std::size_t edits = 0;  ///< of forms_near()
};

/// All forms that look like query.text: * stands for any letters, ? for one. The commonest first.
Result<std::vector<FoundForm>> forms_like(const QuerySpec& query, Planner& planner);

/// All forms that query.number edits at most (a letter added, lost or changed) make query.text.
/// The nearest first, then the commonest.
Result<std::vector<FoundForm>> forms_near(const QuerySpec& query, Planner& planner);

/// One word that stands for what `forms` finds for a leaf.
Result<PlannedWord> expand(const QuerySpec& query, Planner& planner,
                           Result<std::vector<FoundForm>> (*forms)(const QuerySpec&, Planner&));

}  // namespace dateline::searcher
