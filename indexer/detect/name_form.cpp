#include "indexer/detect/name_form.hpp"

#include "indexer/detect/name_tables.hpp"
#include "indexer/detect/written_words.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace dateline::indexer {

NameForm written_form(const std::string& text, const TokenList& list, const NameSpan& span,
                      bool titled, const Spellings& spellings)
{
    NameForm form{.shown = shown_name(text, list, span, spellings),
                  .titled = titled,
                  .nominative = true,
                  .written = true};
    if (form.titled && span.first > 0) {
        const std::string_view title = written_word(text, list.tokens[span.first - 1]);
        form.shown = with_capital(title) + ' ' + form.shown;
    }
    const std::string_view given = list.surface(list.tokens[span.first]);
    if ((name_word(given) & kInflected) != 0) {
        std::string nominative = shown_nominative(list, span);
        form.nominative = !nominative.empty();
        if (form.nominative) { form.shown = std::move(nominative); }
    }
    return form;
}

void NameForms::add(NameForm form)
{
    constexpr std::size_t kMost = 32;  // keeps hostile texts linear
    const auto known = std::find_if(forms_.begin(), forms_.end(),
                                    [&](const NameForm& f) { return f.shown == form.shown; });
    if (known != forms_.end()) {
        ++known->count;
    } else if (forms_.size() < kMost) {
        forms_.push_back(std::move(form));
    }
}

const std::string& NameForms::best() const
{
    return std::max_element(
               forms_.begin(), forms_.end(),
               [](const NameForm& a, const NameForm& b) { return a.rank() < b.rank(); })
        ->shown;
}

}  // namespace dateline::indexer
