#include "common/storage/json_file.hpp"
#include "searcher/packet/packet.hpp"

#include <algorithm>
#include <set>

namespace dateline::searcher {
namespace {

constexpr int kNesting = 8;
constexpr std::size_t kSha256Digits = 64;

std::string text_or_none(const JsonValue& value) { return value.is_null() ? "" : value.text(); }

std::optional<Date> date_of(const JsonValue& value)
{
    if (value.is_null()) { return {}; }
    const auto date = parse_date(value.text());
    if (!date) { value.refuse("is no date"); }
    return *date;
}

PacketQuote quote_of(const JsonValue& value)
{
    PacketQuote quote{.begin = value.at("start").count(), .text = value.at("text").text()};
    const std::size_t end = value.at("end").count();
    if (quote.begin > kMaxPacketBytes || end != quote.begin + quote.text.size()) {
        value.at("end").refuse("is not where the text ends");
    }
    for (const JsonValue& match : value.at("matches").list(kMaxQuoteMatches)) {
        const auto ends = match.list(2);
        if (ends.size() != 2) { match.refuse("is no pair"); }
        const Mark mark{ends[0].count(), ends[1].count()};
        if (mark.begin < quote.begin || mark.begin > mark.end || mark.end > end) {
            match.refuse("lies outside of its quote");
        }
        quote.matches.push_back(mark);
    }
    return quote;
}

PacketArticle article_of(const JsonValue& value)
{
    PacketArticle article{.id = value.at("id").text(),
                          .title = text_or_none(value.at("title")),
                          .date = date_of(value.at("date")),
                          .source = text_or_none(value.at("source")),
                          .url = text_or_none(value.at("url")),
                          .sha256 = value.at("sha256").text()};
    const bool is_hash = article.sha256.size() == kSha256Digits &&
                         article.sha256.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!is_hash) { value.at("sha256").refuse("is no SHA-256"); }
    for (const JsonValue& quote : value.at("quotes").list(kMaxQuotes)) {
        article.quotes.push_back(quote_of(quote));
    }
    return article;
}

PacketIndex index_of(const JsonValue& value)
{
    return {.generation = value.at("generation").count(),
            .manifest = value.at("manifest").text(),
            .articles = value.at("articles").count(),
            .schema = value.at("schema").count(),
            .xapian = value.at("xapian").text(),
            .unicode = value.at("unicode").text(),
            .stemmer = value.at("stemmer").text()};
}

Packet packet_of(const JsonValue& value)
{
    if (value.at("kind").text() != "packet") { value.at("kind").refuse("is not \"packet\""); }
    if (value.at("schema").count() != 1) {
        value.at("schema").refuse("is not 1: another version of dateline-search wrote it");
    }
    Packet packet{.program = value.at("program").text(),
                  .query = value.at("query").text(),
                  .parsed = value.at("parsed").text(),
                  .index = index_of(value.at("index"))};
    const auto as_of = date_of(value.at("as_of"));
    if (as_of) { packet.as_of = as_of->first; }
    for (const JsonValue& query : value.at("saved").list(kMaxSaved)) {
        packet.saved.push_back({.name = query.at("name").text(), .text = query.at("query").text()});
        const auto& name = packet.saved.back().name;
        if (!check_saved_name(name)) { query.at("name").refuse("is no name of a query"); }
    }
    std::set<std::string> ids;
    for (const JsonValue& article : value.at("articles").list(kMaxPacketArticles)) {
        packet.articles.push_back(article_of(article));
        if (!ids.insert(packet.articles.back().id).second) {
            article.at("id").refuse("comes twice");
        }
    }
    return packet;
}

}  // namespace

Result<Packet> parse_packet(std::string_view bytes)
{
    Packet packet;
    const auto read = read_json(bytes, {.bytes = kMaxPacketBytes, .nesting = kNesting},
                                [&packet](const JsonValue& value) { packet = packet_of(value); });
    if (!read) { return Failure{read.error()}; }
    return packet;
}

Result<Packet> read_packet(const std::filesystem::path& file)
{
    const auto bytes = read_bytes(file, kMaxPacketBytes + 1);
    if (!bytes) { return Failure{bytes.error()}; }
    auto packet = parse_packet(*bytes);
    if (packet) { return packet; }
    return fail(packet.error().kind,
                "'" + file.string() + "' is no packet: " + packet.error().message,
                "make one with dateline-search export --packet FILE QUERY");
}

}  // namespace dateline::searcher
