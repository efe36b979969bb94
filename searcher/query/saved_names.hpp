// What saved:name stands for while a query is parsed: saved queries inside each other, without end
// only if somebody wrote a circle, which is told.
#pragma once

#include "searcher/query/parser.hpp"

#include <optional>

namespace dateline::searcher {

class SavedNames {
  public:
    /// `source` must outlive the object; it is asked once, when the first name comes.
    explicit SavedNames(const SavedSource& source) : source_(source) {}

    /// The text of the query of that name, as clean_query() makes it; until leave(), it is an error
    /// to name it again. Fails with QuerySyntax at `offset` if there is none of that name, or it
    /// stands inside itself; and as the source does.
    Result<std::string> enter(const std::string& name, std::size_t offset);
    void leave() { open_.pop_back(); }

  private:
    const SavedSource& source_;
    std::optional<SavedQueries> queries_{};
    std::vector<std::string_view> open_{};  ///< the names that lead here, in queries_
};

/// The error of a saved query's text, for whoever named it: says in which one it is.
Failure inside_saved(const std::string& name, const std::string& text, Error error);

/// What a query names stands, for whoever wrote that, where the name stands.
void put_at(QuerySpec& query, std::size_t offset);

}  // namespace dateline::searcher
