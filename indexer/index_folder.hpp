// The folder of an index: an index is not made amid a person's other files.
#pragma once

#include "common/result.hpp"

#include <filesystem>

namespace dateline::indexer {

/// Makes the folder, if it is not there. Fails with IndexMissing if it holds anything that no index
/// does, and with Io.
Status make_index_folder(const std::filesystem::path& index);

}  // namespace dateline::indexer
