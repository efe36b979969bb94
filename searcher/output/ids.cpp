// Ids alone, a line each, for pipes (`xargs -d '\n'`). Characters that do something to a terminal
// are replaced in them as everywhere; what a query finds is removed by `dateline-index remove
// --query`.
#include "common/text/terminal.hpp"
#include "searcher/output/rows.hpp"

namespace dateline::searcher {
namespace {

void write_hit(const Hit& hit, const Style& style, std::ostream& out)
{
    if (style.is_batch) { out << printable(style.query_name) << '\t'; }
    out << printable(hit.id) << '\n';
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
    .write = write_rows<write_no_head, write_hit>,
    .write_article = write_id,
    .write_head = write_no_head,
    .write_hit = write_hit,
};

}  // namespace dateline::searcher
