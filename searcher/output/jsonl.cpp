// JSON Lines: each hit an object in a line, as the hits of --format json are, or with --fields.
#include "common/schema/article_json.hpp"
#include "common/text/json_line.hpp"
#include "searcher/output/hit_fields.hpp"
#include "searcher/output/rows.hpp"
#include "searcher/output/table.hpp"

#include <nlohmann/json.hpp>

namespace dateline::searcher {
namespace {

void write_hit(const Hit& hit, const Style& style, std::ostream& out)
{
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    if (style.is_batch) { json["query_name"] = style.query_name; }
    json.update(hit_json(hit, style.fields));
    write_json_line(json, out);
}

void write_article(const ShownArticle& article, const Style& style, std::ostream& out)
{
    if (style.fields.empty()) {
        write_article_json(article.analyzed, out);
    } else {
        write_hit(hit_of(article), style, out);
    }
}

void write_table(const Table& table, const Style& /*style*/, std::ostream& out)
{
    for (const auto& row : rows_json(table)) { write_json_line(row, out); }
}

}  // namespace

extern const Renderer jsonl_renderer{
    .name = "jsonl",
    .media_type = "application/x-ndjson",
    .summary = "a JSON object in a line for each article",
    .takes_fields = true,
    .write = write_rows<write_no_head, write_hit>,
    .write_article = write_article,
    .write_head = write_no_head,
    .write_hit = write_hit,
    .write_table = write_table,
};

}  // namespace dateline::searcher
