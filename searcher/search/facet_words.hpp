// Words inside the values of facets: searching inside a facet, and which values filters have
// chosen.
#pragma once

#include "searcher/query/query_spec.hpp"
#include "searcher/search/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

/// Whether `wanted` (folded) stands in the value where one of its words begins; case and accents do
/// not count. Nothing stands in every value.
bool begins_a_word(std::string_view value, const std::string& wanted);

/// Which values of a field some filters choose, leaves of field:value: as the query would.
class Choice {
  public:
    Choice(FieldId field, const std::vector<QuerySpec>& filters);

    [[nodiscard]] bool holds(std::string_view value) const;

  private:
    FieldId field_;
    std::vector<std::string> codes_{};               ///< of countries
    std::vector<std::vector<std::string>> words_{};  ///< of other names: all words of one of them
};

}  // namespace dateline::searcher
