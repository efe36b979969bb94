// URLs of articles: the form that identifies one, and its host.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The form of an http(s) URL that identifies an article: scheme and host in lower case, without
/// blanks, control characters, fragment and utm_* parameters. "" if `text` is no such URL.
std::string canonical_url(std::string_view text);

/// The host of a canonical URL without user, port and "www.": "example.org"; "" if there is none.
std::string host_of(std::string_view url);

}  // namespace dateline
