#include "searcher/packet/make_packet.hpp"

#include "common/storage/file.hpp"
#include "common/text/number.hpp"
#include "searcher/packet/sha256.hpp"
#include "searcher/packet/stored_article.hpp"
#include "searcher/query/query_text.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

PacketIndex index_of(const Snapshot& snapshot)
{
    const Manifest& manifest = snapshot.manifest();
    PacketIndex index{.generation = manifest.generation,
                      .manifest = hash_hex(to_json(manifest)),
                      .schema = static_cast<std::uint64_t>(manifest.versions.schema),
                      .xapian = manifest.versions.xapian,
                      .unicode = manifest.versions.unicode,
                      .stemmer = manifest.versions.stemmer};
    for (const Segment& segment : snapshot.segments()) {
        index.articles += segment.articles() - segment.removed.count();
    }
    return index;
}

/// Adds the saved queries that a tree names, each once.
void add_saved(const QuerySpec& query, const SavedQueries& known, std::vector<SavedQuery>& saved)
{
    const SavedQuery* const named = query.op == "saved" ? known.find(query.text) : nullptr;
    const bool is_new =
        named != nullptr && std::none_of(saved.begin(), saved.end(), [named](const SavedQuery& s) {
            return s.name == named->name;
        });
    if (is_new) { saved.push_back(*named); }
    for (const QuerySpec& part : query.parts) { add_saved(part, known, saved); }
}

PacketArticle article_of(const Hit& hit, const Article& stored)
{
    PacketArticle article{.id = hit.id,
                          .title = hit.title,
                          .date = hit.date,
                          .source = hit.source,
                          .url = hit.url,
                          .sha256 = sha256_hex(stored.body)};
    const Mark& passage = hit.passage;
    if (passage.end <= passage.begin) { return article; }
    PacketQuote quote{.begin = passage.begin,
                      .text = stored.body.substr(passage.begin, passage.end - passage.begin),
                      .matches = hit.passage_marks};
    quote.matches.resize(std::min(quote.matches.size(), kMaxQuoteMatches));
    article.quotes.push_back(std::move(quote));
    return article;
}

Failure too_many()
{
    return fail(ErrorKind::Usage,
                "the query finds more than the " + with_commas(kMaxPacketArticles) +
                    " articles that a packet holds",
                "narrow it, or make a packet for each year: date:2022");
}

/// Reads all hits into the packet.
Status add_articles(Engine& engine, const SearchRequest& request, Packet& packet)
{
    const Snapshot& snapshot = engine.snapshot();
    std::optional<Error> problem;
    const auto total = engine.each_hit(request, [&](const Hit& hit) {
        if (packet.articles.size() == kMaxPacketArticles) {
            problem = too_many().error;
            return false;
        }
        const auto stored = stored_article(snapshot, hit.id);
        if (!stored) {
            problem = stored.error();
            return false;
        }
        if (*stored) { packet.articles.push_back(article_of(hit, **stored)); }
        return true;
    });
    if (problem) { return Failure{*problem}; }
    if (!total) { return Failure{total.error()}; }
    return Done{};
}

}  // namespace

Result<Packet> make_packet(Engine& engine, const std::string& query, std::chrono::sys_days now,
                           const SavedSource& saved, std::chrono::milliseconds time_limit)
{
    const std::string text = clean_query(query);
    auto parsed = parse_query(text, now, saved);
    if (!parsed) { return Failure{parsed.error()}; }
    Packet packet{
        .query = text, .parsed = to_string(parsed->spec), .index = index_of(engine.snapshot())};
    packet.program = "dateline-search " DATELINE_VERSION;
    const auto later = parse_query(text, now + std::chrono::days{1}, saved);
    if (!later || to_string(later->spec) != packet.parsed) { packet.as_of = now; }
    if (packet.parsed.find("saved:") != std::string::npos) {
        const auto known = saved();
        if (!known) { return Failure{known.error()}; }
        add_saved(parsed->spec, *known, packet.saved);
    }
    const SearchRequest request{.text = text, .query = parsed->spec, .time_limit = time_limit};
    if (auto added = add_articles(engine, request, packet); !added) {
        return Failure{added.error()};
    }
    return packet;
}

}  // namespace dateline::searcher
