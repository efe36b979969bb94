#include "searcher/query/saved_names.hpp"

#include "searcher/query/query_text.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

static_assert(kMaxSavedBytes == kMaxQueryBytes);

Failure no_such_query(const SavedQueries& queries, const std::string& name, std::size_t offset)
{
    const std::string_view nearest = queries.nearest(name);
    std::string hint;
    if (!nearest.empty()) { hint = "did you mean saved:" + std::string{nearest} + "? "; }
    hint += queries.all().empty() ? "none is saved yet: dateline-search saved add NAME QUERY"
                                  : "dateline-search saved list shows those there are";
    return query_error(offset, "there is no saved query '" + name + "'", hint);
}

}  // namespace

Result<std::string> SavedNames::enter(const std::string& name, std::size_t offset)
{
    if (!queries_) {
        auto read = source_ ? source_() : Result<SavedQueries>{SavedQueries{}};
        if (!read) { return Failure{read.error()}; }
        queries_ = *std::move(read);
    }
    const SavedQuery* const query = queries_->find(name);
    if (query == nullptr) { return no_such_query(*queries_, name, offset); }
    if (std::find(open_.begin(), open_.end(), query->name) != open_.end()) {
        std::string circle;
        for (const std::string_view open : open_) { circle += std::string{open} + " → "; }
        return query_error(
            offset,
            "the saved query '" + query->name + "' stands inside itself: " + circle + query->name,
            "write one of them without the other in saved.tsv");
    }
    open_.emplace_back(query->name);
    return clean_query(query->text);
}

Failure inside_saved(const std::string& name, const std::string& text, Error error)
{
    const bool is_own = error.text.empty() && error.offset;  // else of one further inside
    if (!is_own) { return Failure{std::move(error)}; }
    error.message = "in saved:" + name + ": " + error.message;
    error.text = text;
    return Failure{std::move(error)};
}

void put_at(QuerySpec& query, std::size_t offset)
{
    query.offset = offset;
    for (QuerySpec& part : query.parts) { put_at(part, offset); }
}

}  // namespace dateline::searcher
