#include "common/text/json_line.hpp"
#include "searcher/packet/packet.hpp"

#include <nlohmann/json.hpp>

namespace dateline::searcher {
namespace {

using Json = nlohmann::ordered_json;

Json quote_json(const PacketQuote& quote)
{
    Json json{{"start", quote.begin},
              {"end", quote.begin + quote.text.size()},
              {"text", quote.text},
              {"matches", Json::array()}};
    for (const Mark& mark : quote.matches) {
        json["matches"].push_back(Json::array({mark.begin, mark.end}));
    }
    return json;
}

Json article_json(const PacketArticle& article)
{
    Json json{{"id", article.id}, {"title", or_null(article.title)}};
    add_date(json, article.date);
    json["source"] = or_null(article.source);
    json["url"] = or_null(article.url);
    json["sha256"] = article.sha256;
    json["quotes"] = Json::array();
    for (const PacketQuote& quote : article.quotes) { json["quotes"].push_back(quote_json(quote)); }
    return json;
}

}  // namespace

void write_packet(const Packet& packet, std::ostream& out)
{
    Json json{{"schema", 1},
              {"kind", "packet"},
              {"program", packet.program},
              {"query", packet.query},
              {"parsed", packet.parsed},
              {"as_of", packet.as_of ? Json(to_string(Date{*packet.as_of})) : Json()},
              {"saved", Json::array()},
              {"index",
               {{"generation", packet.index.generation},
                {"manifest", packet.index.manifest},
                {"articles", packet.index.articles},
                {"schema", packet.index.schema},
                {"xapian", packet.index.xapian},
                {"unicode", packet.index.unicode},
                {"stemmer", packet.index.stemmer}}},
              {"articles", Json::array()}};
    for (const SavedQuery& query : packet.saved) {
        json["saved"].push_back({{"name", query.name}, {"query", query.text}});
    }
    for (const PacketArticle& article : packet.articles) {
        json["articles"].push_back(article_json(article));
    }
    write_json_line(json, out);
}

}  // namespace dateline::searcher
