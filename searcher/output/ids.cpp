// Ids alone, a line each, for pipes (`xargs -d '\n'`). Characters that do something to a terminal
// are replaced in them as everywhere; what a query finds is removed by `dateline-index remove
// --query`.
#include "common/text/terminal.hpp"
#include "searcher/output/renderer.hpp"

namespace dateline::searcher {
namespace {

void write_ids(const SearchResult& result, const Style& /*style*/, std::ostream& out)
{
    for (const Hit& hit : result.hits) { out << printable(hit.id) << '\n'; }
}

void write_id(const ShownArticle& article, const Style& /*style*/, std::ostream& out)
{
    out << printable(article.analyzed.article.id) << '\n';
}

}  // namespace

extern const Renderer ids_renderer{
    .name = "ids",
    .media_type = "text/plain; charset=utf-8",
    .summary = "the ids of the articles, a line each",
    .detail = HitDetail::Ids,
    .write = write_ids,
    .write_article = write_id,
};

}  // namespace dateline::searcher
