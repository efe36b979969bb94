#include "searcher/search/highlights.hpp"

namespace dateline::searcher {

void Highlights::add_words(const ArticleView& article, std::size_t first, std::size_t last,
                           const std::string& concept_key)
{
    const std::size_t title_size = article.title.tokens.size();
    if (last < title_size) {
        const auto& tokens = article.title.tokens;
        return add({FieldId::Title, tokens[first].begin, tokens[last].end, concept_key});
    }
    const auto& tokens = article.body.tokens;
    if (first <= title_size || last - title_size - 1 >= tokens.size()) { return; }
    add({FieldId::Body, tokens[first - title_size - 1].begin, tokens[last - title_size - 1].end,
         concept_key});
}

}  // namespace dateline::searcher
