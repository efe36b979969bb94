// What has become of a packet's articles in an index: the same one later, or another.
#pragma once

#include "searcher/packet/packet.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/search/engine.hpp"

#include <array>
#include <map>

namespace dateline::searcher {

enum class ArticleState : std::uint8_t { Unchanged, Edited, Removed, Misquoted, Unmatched, New };

struct ArticleStateInfo {
    ArticleState state;
    std::string_view name;
    std::string_view summary;
};

inline constexpr auto kArticleStates = std::to_array<ArticleStateInfo>({
    {ArticleState::Unchanged, "unchanged", "headline and text are the same, and it matches"},
    {ArticleState::Edited, "edited", "headline or text are not the same any more"},
    {ArticleState::Removed, "removed", "there is no article of this id"},
    {ArticleState::Misquoted, "misquoted", "the text is the same, but not what the packet quotes"},
    {ArticleState::Unmatched, "unmatched", "the same, but the query does not find it any more"},
    {ArticleState::New, "new", "the query finds it now; the packet does not have it"},
});

struct CheckedArticle {
    ArticleState state = ArticleState::Unchanged;
    std::string id{};
    std::string title{};                ///< as the packet has it; of a new one, the index
    std::vector<std::string> quotes{};  ///< what has become of those that do not stand any more
};

struct PacketCheck {
    std::vector<CheckedArticle> articles{};  ///< changed ones first, those of a state as in packet
    std::map<ArticleState, std::size_t> counts{};
    std::vector<std::string> notes{};
    bool is_unchanged = true;  ///< all of them, and none is new
};

/// The query is asked as it was when the packet was made: with its saved queries, and on its day.
/// Fails with InputFormat if the packet's query cannot be read, with Timeout or IndexDamaged.
Result<PacketCheck> check_packet(Engine& engine, const Packet& packet,
                                 std::chrono::milliseconds time_limit);

/// The saved queries of a packet, for parse_query().
SavedSource saved_of(const Packet& packet);

}  // namespace dateline::searcher
