// One article as people read it: for `show`, and for the prompt.
#pragma once

#include "searcher/commands/asked.hpp"

namespace dateline::searcher {

/// Writes an article in the format of the command line, with what a query (or null) matches in it;
/// text on a terminal goes through a pager if it is longer than the screen. The exit code. Fails
/// as Engine::show() does.
Result<int> show_article(const Call& call, Engine& engine, const std::string& id,
                         const SearchRequest* request = nullptr);

}  // namespace dateline::searcher
