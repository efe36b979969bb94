#include "indexer/date_joint.hpp"

#include "common/text/utf8.hpp"
#include "indexer/byline.hpp"
#include "indexer/dateish.hpp"
#include "indexer/line.hpp"

namespace dateline::indexer {
namespace {

std::string_view without_marks(std::string_view text)
{
    constexpr std::string_view kMarks = ",;:-/|(";
    while (!text.empty() && kMarks.find(text.back()) != std::string_view::npos) {
        text.remove_suffix(1);
    }
    return trimmed(text);
}

}  // namespace

std::string_view without_joint(std::string_view text)
{
    while (true) {
        text = trimmed(text);
        const std::size_t size = text.size();
        for (const std::string_view joint :
             {",", "-", "–", "—", ":", " on", " published", " updated", " posted"}) {
            if (size > joint.size() && same_words(text.substr(size - joint.size()), joint)) {
                text.remove_suffix(joint.size());
                break;
            }
        }
        if (text.size() == size) { return text; }
    }
}

std::string_view without_date_words(std::string_view text)
{
    text = trimmed(text);
    const bool figure = has_figure(text);
    while (!text.empty()) {
        const std::string_view word = first_word(text);
        // "Updated" may begin "Updated 2 hours ago".
        if (!is_dateish(word, figure) || is_update_word(fold(word)) || has_byline_label(text)) {
            break;
        }
        text = trimmed(text.substr(word.size()));
    }
    while (!text.empty()) {
        const std::string_view word = last_word(text);
        if (!is_dateish(word, figure)) { break; }
        text = trimmed(text.substr(0, text.size() - word.size()));
    }
    return without_marks(text);
}

bool is_relative_update(std::string_view text)
{
    constexpr std::size_t kMostWords = 7;
    return is_update_word(fold(first_word(text))) && word_count(text) <= kMostWords;
}

}  // namespace dateline::indexer
