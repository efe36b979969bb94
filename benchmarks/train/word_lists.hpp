// The lexicon's rows from lists: groups of words that are used alike, and names of all kinds.
#pragma once

#include "common/result.hpp"
#include "indexer/tagger/model.hpp"

#include <string_view>

namespace dateline::train {

/// Fills the groups and the lexicon of `parts`. `clusters`: a word, tab, its fine, middle and
/// coarse group, the commonest words first, of which the `most` first count. `names`: a kind
/// (GIVEN, SUR, NAME, COUNTRY, CITY, DEM, COMP), tab, a name. Titles and particles are a table of
/// our own. Fails with InputFormat, naming the line.
Status read_word_lists(std::string_view clusters, std::size_t most, std::string_view names,
                       indexer::ModelParts& parts);

}  // namespace dateline::train
