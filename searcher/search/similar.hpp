// More like this: articles that share the words which set one article apart, and its copies.
#pragma once

#include "searcher/search/engine.hpp"

namespace dateline::searcher {

struct SimilarHit {
    Hit hit{};
    /// Which part of five words in a row the two articles share, in per cent (estimated from 256 of
    /// all: MinHash). From kCopy on it is a copy of a wire text, say.
    unsigned shared = 0;
};

inline constexpr unsigned kCopy = 60;

/// The articles that are most like one, best first, without itself: those that share the most of
/// its 25 most distinguishing words. Fails as Engine::search() and show() do.
Result<std::vector<SimilarHit>> similar(Engine& engine, const std::string& id, std::size_t limit,
                                        std::chrono::milliseconds time_limit);

}  // namespace dateline::searcher
