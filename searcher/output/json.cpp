// JSON, schema 1: for other programs. Keys, their order and null for absent are promised.
#include "common/schema/article_json.hpp"
#include "common/text/json_line.hpp"
#include "searcher/output/digest.hpp"
#include "searcher/output/hit_fields.hpp"
#include "searcher/output/json_version.hpp"
#include "searcher/output/table.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace dateline::searcher {
namespace {

using Json = nlohmann::ordered_json;

/// Milliseconds to the microsecond.
double rounded(double ms)
{
    constexpr double kMicroseconds = 1000;
    return std::round(ms * kMicroseconds) / kMicroseconds;
}

Json facet_json(const Facet& facet)
{
    const FacetKind& kind = facet_kind(facet.id);
    Json rows = Json::array();
    for (const FacetCount& count : facet.counts) {
        Json row = Json::object();
        row["value"] = count.value;
        if (kind.way == FacetWay::Pairs) { row["with"] = count.with; }
        row["count"] = count.articles;
        if (holds_countries(kind.field)) { row["name"] = or_null(count.name); }
        if (count.chosen) { row["chosen"] = true; }
        rows.push_back(std::move(row));
    }
    return rows;
}

Json clause_json(const Clause& clause)
{
    return {{"part", clause.part},         {"depth", clause.depth},
            {"searched", clause.searched}, {"articles", clause.articles},
            {"ms", rounded(clause.ms)},    {"nearest", clause.nearest},
            {"why", or_null(clause.why)}};
}

void write_json(const SearchResult& result, const Style& style, std::ostream& out)
{
    Json json = Json::object();
    json["schema"] = kJsonSchema;
    if (style.is_batch) { json["query_name"] = style.query_name; }
    json["query"] = result.query;
    json["total"] = {{"value", result.total}, {"relation", "eq"}};
    json["took_ms"] = rounded(result.took_ms);
    json["hits"] = Json::array();
    for (const Hit& hit : result.hits) { json["hits"].push_back(hit_json(hit, {})); }
    json["facets"] = Json::object();
    for (const Facet& facet : result.facets) {
        json["facets"][std::string{facet_kind(facet.id).name}] = facet_json(facet);
    }
    json["notes"] = result.notes;
    json["clauses"] = Json::array();
    for (const Clause& clause : result.clauses) { json["clauses"].push_back(clause_json(clause)); }
    json["why"] = or_null(result.why);
    write_json_line(json, out);
}

void write_json_article(const ShownArticle& article, const Style& style, std::ostream& out)
{
    Json json = article_json(article.analyzed);
    if (style.why) {
        json["date_rule"] = or_null(article.analyzed.article.date_rule);
        json["detected_by"] = detected_by_json(article.analyzed.article);
    }
    write_json_line(json, out);
}

void write_json_table(const Table& table, const Style& /*style*/, std::ostream& out)
{
    Json json = Json::object();
    json["schema"] = kJsonSchema;
    json["query"] = table.query;
    json[std::string{table.name}] = rows_json(table);
    write_json_line(json, out);
}

void write_json_digest(const Digest& digest, const Style& /*style*/, std::ostream& out)
{
    Json json{{"schema", kJsonSchema},
              {"since", digest.since},
              {"generation", digest.generation},
              {"articles", digest.articles},
              {"queries", Json::array()}};
    for (const DigestEntry& entry : digest.queries) {
        Json query{{"name", entry.name},
                   {"query", entry.query},
                   {"total", {{"value", entry.total}, {"relation", "eq"}}},
                   {"hits", Json::array()}};
        for (const Hit& hit : entry.hits) { query["hits"].push_back(hit_json(hit, {})); }
        json["queries"].push_back(std::move(query));
    }
    write_json_line(json, out);
}

}  // namespace

extern const Renderer json_renderer{
    .name = "json",
    .media_type = "application/json",
    .summary = "one JSON object in a line, for other programs",
    .write = write_json,
    .write_article = write_json_article,
    .write_table = write_json_table,
    .write_digest = write_json_digest,
};

}  // namespace dateline::searcher
