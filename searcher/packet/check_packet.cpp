#include "searcher/packet/check_packet.hpp"

#include "common/text/number.hpp"
#include "searcher/packet/sha256.hpp"
#include "searcher/packet/stored_article.hpp"
#include "searcher/query/query_text.hpp"

#include <algorithm>
#include <set>

namespace dateline::searcher {
namespace {

/// What has become of a quote; "" if it stands where it stood.
std::string fate_of(const PacketQuote& quote, const std::string& body)
{
    if (quote.begin <= body.size() &&
        body.compare(quote.begin, quote.text.size(), quote.text) == 0) {
        return {};
    }
    const std::size_t elsewhere = body.find(quote.text);
    const std::string at = "byte " + std::to_string(quote.begin);
    return elsewhere == std::string::npos
               ? "gone from " + at + ": " + quote.text
               : "moved from " + at + " to " + std::to_string(elsewhere) + ": " + quote.text;
}

CheckedArticle compared(const PacketArticle& then, const std::optional<Article>& now,
                        bool is_matched)
{
    CheckedArticle checked{.state = ArticleState::Removed, .id = then.id, .title = then.title};
    if (!now) { return checked; }
    for (const PacketQuote& quote : then.quotes) {
        std::string fate = fate_of(quote, now->body);
        if (!fate.empty()) { checked.quotes.push_back(std::move(fate)); }
    }
    const bool is_same = now->title == then.title && sha256_hex(now->body) == then.sha256;
    checked.state = !is_same                  ? ArticleState::Edited
                    : !checked.quotes.empty() ? ArticleState::Misquoted
                    : !is_matched             ? ArticleState::Unmatched
                                              : ArticleState::Unchanged;
    return checked;
}

Failure unreadable(Error error)
{
    error.kind = ErrorKind::InputFormat;
    error.message = "the packet's query cannot be asked: " + error.message;
    return Failure{std::move(error)};
}

/// The ids of all articles that match now.
Result<std::set<std::string>> matching(Engine& engine, const SearchRequest& request)
{
    std::set<std::string> ids;
    const auto seen = engine.each_hit(request, [&ids](const Hit& hit) {
        ids.insert(hit.id);
        return true;
    });
    if (!seen) { return Failure{seen.error()}; }
    return ids;
}

Status add_new(const Snapshot& snapshot, const std::set<std::string>& ids, PacketCheck& check)
{
    std::size_t listed = 0;
    for (const std::string& id : ids) {
        if (++listed > kMaxPacketArticles) {
            check.notes.push_back(with_commas(ids.size() - kMaxPacketArticles) +
                                  " more articles match now than are listed");
            break;
        }
        const auto article = stored_article(snapshot, id);
        if (!article) { return Failure{article.error()}; }
        check.articles.push_back({.state = ArticleState::New,
                                  .id = id,
                                  .title = *article ? (*article)->title : std::string{}});
    }
    return Done{};
}

}  // namespace

SavedSource saved_of(const Packet& packet)
{
    return [&packet]() -> Result<SavedQueries> {
        std::string text;
        for (const SavedQuery& query : packet.saved) {
            text += query.name + '\t' + query.text + '\n';
        }
        return SavedQueries::parse(std::move(text), "the packet's saved queries");
    };
}

Result<PacketCheck> check_packet(Engine& engine, const Packet& packet,
                                 std::chrono::milliseconds time_limit)
{
    const std::string query = clean_query(packet.query);
    auto parsed = parse_query(query, packet.as_of.value_or(today()), saved_of(packet));
    if (!parsed) { return unreadable(parsed.error()); }
    const SearchRequest request{.text = query,
                                .query = parsed->spec,
                                .sort = SortOrder::OldestFirst,
                                .detail = HitDetail::Ids,
                                .time_limit = time_limit};
    auto found = matching(engine, request);
    if (!found) {
        const bool is_query = found.error().kind == ErrorKind::QuerySyntax;
        return is_query ? unreadable(found.error()) : Failure{found.error()};
    }
    std::set<std::string> now = *std::move(found);
    PacketCheck check;
    if (to_string(parsed->spec) != packet.parsed) {
        check.notes.emplace_back("this version reads the packet's query as " +
                                 to_string(parsed->spec) + ", not as " + packet.parsed);
    }
    for (const PacketArticle& then : packet.articles) {
        const auto article = stored_article(engine.snapshot(), then.id);
        if (!article) { return Failure{article.error()}; }
        check.articles.push_back(compared(then, *article, now.erase(then.id) > 0));
    }
    if (auto added = add_new(engine.snapshot(), now, check); !added) {
        return Failure{added.error()};
    }
    const auto is_quiet = [](const CheckedArticle& a) {
        return a.state == ArticleState::Unchanged;
    };
    check.is_unchanged = std::all_of(check.articles.begin(), check.articles.end(), is_quiet);
    std::stable_partition(check.articles.begin(), check.articles.end(),
                          [&](const CheckedArticle& a) { return !is_quiet(a); });
    for (const CheckedArticle& article : check.articles) { ++check.counts[article.state]; }
    return check;
}

}  // namespace dateline::searcher
