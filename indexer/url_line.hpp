// Lines that are nothing but a URL.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

/// Whether a canonical URL is that of a picture.
bool is_picture(std::string_view url);

/// Whether `text` begins with "http://" or "https://".
bool is_url(std::string_view text);

/// The canonical URL that a line is, blanks inside it repaired ("…-story-a86 944"); "" if the line
/// is something else, or says more.
std::string url_of_line(std::string_view line);

/// Whether a URL by itself in a text is rather embedded (a video, a post) than the article's own.
bool is_embedded(std::string_view url);

}  // namespace dateline::indexer
