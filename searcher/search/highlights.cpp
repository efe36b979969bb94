#include "searcher/search/highlights.hpp"

namespace dateline::searcher {

void Highlights::add_places(const ArticleView& article, const std::vector<Place>& places,
                            std::size_t part)
{
    const std::string_view stream = article.stream.bytes;
    const std::uint32_t body = body_begin(stream);
    for (const Place& place : places) {
        const bool is_title = place.end <= body;
        const auto& tokens = (is_title ? article.title : article.body).tokens;
        const std::uint32_t before =
            words_between(stream, is_title ? 0 : body, place.begin, UINT32_MAX - 1);
        const std::uint32_t words = words_between(stream, place.begin, place.end, UINT32_MAX - 1);
        if (words == 0 || std::size_t{before} + words > tokens.size()) { continue; }
        add({is_title ? FieldId::Title : FieldId::Body, tokens[before].begin,
             tokens[before + words - 1].end, part});
    }
}

}  // namespace dateline::searcher
