#include "indexer/url_line.hpp"

#include "common/text/ascii.hpp"
#include "common/url.hpp"
#include "indexer/line.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

/// Whether a blank inside a URL is one that a line break left there: "…-venezuela-a86 944".
bool goes_on(std::string_view before, std::string_view word)
{
    constexpr std::string_view kJoints = "-_/.=&%?";
    return ascii::is_ascii(word) &&
           (kJoints.find(before.back()) != std::string_view::npos ||
            word.find_first_of("-_/=&%0123456789") != std::string_view::npos);
}

}  // namespace

bool is_url(std::string_view text)
{
    return begins_with(text, "http://") || begins_with(text, "https://");
}

std::string url_of_line(std::string_view line)
{
    constexpr std::size_t kMostPieces = 3;
    if (!is_url(line)) { return {}; }
    const auto words = words_of(line);
    if (words.size() > kMostPieces) { return {}; }
    for (std::size_t n = 1; n < words.size(); ++n) {
        if (!goes_on(words[n - 1], words[n])) { return {}; }
    }
    return canonical_url(line);
}

bool is_picture(std::string_view url)
{
    static constexpr std::array<std::string_view, 6> kEnds{".jpg", ".jpeg", ".png",
                                                           ".gif", ".webp", ".svg"};
    return std::any_of(kEnds.begin(), kEnds.end(),
                       [url](std::string_view end) { return url.ends_with(end); });
}

bool is_embedded(std::string_view url)
{
    static constexpr std::array<std::string_view, 10> kHosts{
        "twitter.com",  "x.com",    "t.co", "youtube.com",   "youtu.be",
        "facebook.com", "fb.watch", "t.me", "instagram.com", "tiktok.com"};
    if (is_picture(url)) { return true; }
    const std::string host = host_of(url);
    return std::find(kHosts.begin(), kHosts.end(), host) != kHosts.end();
}

}  // namespace dateline::indexer
