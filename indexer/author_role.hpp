// What an author is: "columnist", "Repórter da Agência Brasil".
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace dateline::indexer {

/// Words between an office and who gives it: "Repórter da Agência Brasil".
inline constexpr std::array<std::string_view, 8> kEmployerWords{"of", "for", "at", "with",
                                                                "de", "da",  "do", "del"};

/// Whether a word of `text` says what an author is: "Diplomatic Correspondent".
bool has_role(std::string_view text);

/// Reads what stands below a name and says what the person is, with the employer if there is one:
/// "Columnist of the Harbour Post" → "the Harbour Post". Nothing if it is no such line.
std::optional<std::string_view> read_role(std::string_view line);

}  // namespace dateline::indexer
