#include "searcher/packet/stored_article.hpp"

namespace dateline::searcher {

Result<std::optional<Article>> stored_article(const Snapshot& snapshot, const std::string& id)
{
    const auto place = snapshot.find(id);
    if (!place) { return Failure{place.error()}; }
    if (!*place) { return std::optional<Article>{}; }
    auto read = snapshot.segments()[(*place)->segment].bodies.article((*place)->index);
    if (!read) { return Failure{read.error()}; }
    AnalyzedArticle analyzed = *std::move(read);
    return std::optional{std::move(analyzed.article)};
}

}  // namespace dateline::searcher
