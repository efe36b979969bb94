// The model as a file: DLTAGGR1, then one zstd frame. It is made by scripts/train-tagger and built
// into the program.
//
// In the frame: transitions; the groups' levels; the lexicon, front-coded; the features' keys, then
// their weights label by label. Numbers of several bytes stand byte by byte in columns, which zstd
// likes better.
#pragma once

#include "common/result.hpp"
#include "indexer/tagger/model.hpp"

#include <string>
#include <string_view>

namespace dateline::indexer {

/// The same parts give the same bytes.
std::string write_model(const ModelParts& parts);

/// Fails with IndexDamaged unless write_model() made `bytes`, which may be anything; what is in it
/// then keeps the promises of ModelParts.
Result<ModelParts> read_model(std::string_view bytes);

/// The file that the program was built with.
std::string_view built_in_model_file();

}  // namespace dateline::indexer
