// Credits of pictures: a line of its own, or the end of a caption.
#pragma once

#include <string_view>

namespace dateline::indexer {

/// Whether a line says who took a picture, and who sells it: "Ann Lee / POOL / TASS".
bool is_picture_credit(std::string_view line);

/// `line` without the credit of a picture at its end: "**A. Lee / POOL / TASS**", "(Photo: …)".
std::string_view without_credit(std::string_view line);

}  // namespace dateline::indexer
