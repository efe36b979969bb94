// SearchRequest → SearchResult, on one snapshot of an index.
#pragma once

#include "common/result.hpp"
#include "common/storage/snapshot.hpp"
#include "searcher/search/collector.hpp"
#include "searcher/search/crew.hpp"
#include "searcher/search/facet_counter.hpp"
#include "searcher/search/request.hpp"
#include "searcher/search/result.hpp"

#include <filesystem>
#include <functional>
#include <memory>

namespace dateline::searcher {

/// All hits of a query.
struct FoundHits {
    std::uint64_t total = 0;
    std::vector<ArticleSet> hits{};    ///< for each segment
    std::vector<std::string> notes{};  ///< as in SearchResult
};

/// Searches one generation of an index. One object, one thread, which has helpers.
class Engine {
  public:
    /// With helpers for searches that take long: Crew's own number, or so many; with the ledger
    /// `people`, or the index's own. Fails as open_with_people() does.
    static Result<Engine> open(const std::filesystem::path& index);
    static Result<Engine> open(const std::filesystem::path& index,
                               const std::filesystem::path& people);
    static Result<Engine> open(const std::filesystem::path& index, std::size_t helpers);

    /// The answer, exact: totals and facets over all hits. Fails with QuerySyntax (a value that
    /// cannot be), Timeout or IndexDamaged.
    Result<SearchResult> search(const SearchRequest& request);

    /// Calls `see` with every hit behind the request's offset, best first or by date, one at a
    /// time: memory does not grow with what is read. `see` may end it with false. The time limit
    /// holds for finding them. Returns how many articles match.
    Result<std::uint64_t> each_hit(const SearchRequest& request,
                                   const std::function<bool(const Hit&)>& see);

    /// The hits of a query as sets, for whoever counts what they have.
    Result<FoundHits> find_all(const SearchRequest& request);

    /// An article by its id. Fails with Usage if there is none.
    Result<ShownArticle> show(const std::string& id);

    /// Likewise, with what the query matches in it. Fails as search() does, too.
    Result<ShownArticle> show(const std::string& id, const SearchRequest& request);

    [[nodiscard]] const Snapshot& snapshot() const { return snapshot_; }

  private:
    Engine(Snapshot snapshot, std::unique_ptr<Crew> crew)
        : snapshot_(std::move(snapshot)), crew_(std::move(crew))
    {
    }
    static Result<PlanNode> plan(Planner& planner, const SearchRequest& request);

    Snapshot snapshot_;
    FacetCounter facets_{};
    std::unique_ptr<Crew> crew_;
};

}  // namespace dateline::searcher
