// Under which of the forms in which an article names a person it is shown.
#pragma once

#include "common/text/tokenizer.hpp"
#include "indexer/detect/name_spans.hpp"
#include "indexer/detect/person_name.hpp"

#include <cstddef>
#include <string>
#include <tuple>
#include <vector>

namespace dateline::indexer {

/// A form under which a person could be shown.
struct NameForm {
    std::string shown{};
    bool titled = false;
    bool nominative = false;
    bool written = false;  ///< in the text; a field's spelling counts less
    std::size_t count = 1;

    [[nodiscard]] auto rank() const { return std::tie(titled, nominative, written, count); }
};

/// The form that a span of `text` has; `titled`: shown with the title before it, "King Felipe".
NameForm written_form(const std::string& text, const TokenList& list, const NameSpan& span,
                      bool titled, const Spellings& spellings);

/// The forms of one person, equal ones counted.
class NameForms {
  public:
    /// Of very many different forms only the first count.
    void add(NameForm form);

    /// The best form, and of equals the first; there is one.
    [[nodiscard]] const std::string& best() const;

  private:
    std::vector<NameForm> forms_{};
};

}  // namespace dateline::indexer
