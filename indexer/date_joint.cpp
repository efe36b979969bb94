#include "indexer/date_joint.hpp"

#include "common/text/utf8.hpp"
#include "indexer/byline.hpp"
#include "indexer/dateish.hpp"
#include "indexer/line.hpp"

#include <vector>

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
    std::vector<std::string_view> words;
    const bool figure = has_figure(text);
    if (is_dateish(first_word(text), figure) || is_dateish(last_word(text), figure)) {
        words = words_of(text);
    }
    if (words.empty()) { return without_marks(trimmed(text)); }
    std::size_t first = 0;
    std::size_t last = words.size();
    const auto from = [&](std::size_t n) {
        return text.substr(static_cast<std::size_t>(words[n].data() - text.data()));
    };
    // "Updated" may begin "Updated 2 hours ago".
    while (first < last && is_dateish(words[first], figure) &&
           !is_update_word(fold(words[first])) && !has_byline_label(from(first))) {
        ++first;
    }
    while (last > first && is_dateish(words[last - 1], figure)) { --last; }
    if (first == last) { return {}; }
    const auto end = static_cast<std::size_t>(words[last - 1].data() - text.data());
    text = text.substr(0, end + words[last - 1].size());
    text.remove_prefix(static_cast<std::size_t>(words[first].data() - text.data()));
    return without_marks(text);
}

bool is_relative_update(std::string_view text)
{
    constexpr std::size_t kMostWords = 7;
    return is_update_word(fold(first_word(text))) && word_count(text) <= kMostWords;
}

}  // namespace dateline::indexer
