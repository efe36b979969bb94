// What a command line asks: the query and the options that filter, sort and page it.
#pragma once

#include "common/result.hpp"
#include "searcher/search/request.hpp"
#include "searcher/settings.hpp"

#include <string>
#include <vector>

namespace dateline::searcher {

/// Arguments as one query.
std::string joined(const std::vector<std::string>& words);

/// The request for a query; with nothing but filters, all articles that they leave. Facets are
/// asked for if the format shows them. Fails with Usage or QuerySyntax.
Result<SearchRequest> request_of(const Settings& settings, const std::string& query);

}  // namespace dateline::searcher
