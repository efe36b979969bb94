// What a page says of its article in JSON-LD (https://schema.org/Article).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// As written there; "" or empty for what is not stated.
struct StatedArticle {
    std::string headline{};
    std::string date{};      ///< datePublished
    std::string modified{};  ///< dateModified
    std::string url{};
    std::string publisher{};
    std::string language{};
    std::string body{};  ///< articleBody, maybe with markup in it
    std::vector<std::string> authors{};
};

/// Adds to `stated` what it lacks and one script has: of the first article in it, alone, in a list,
/// in "@graph" or as the main entity of a page; authors and publishers that are named elsewhere in
/// the script by "@id", too. Scripts that are no JSON, but for bare line ends in strings, say
/// nothing.
void read_json_ld(std::string_view script, StatedArticle& stated);

}  // namespace dateline::indexer
