#include "common/url.hpp"

#include "common/text/ascii.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::string_view kTracking = "utm_";

void make_lower(std::string& text, std::size_t from, std::size_t to)
{
    for (std::size_t at = from; at < to; ++at) { text[at] = ascii::lower(text[at]); }
}

/// Where the host begins, behind "https://"; 0 if the scheme is another.
std::size_t scheme_size(std::string_view url)
{
    for (const std::string_view scheme : {"http://", "https://"}) {
        const bool same = url.size() >= scheme.size() &&
                          std::equal(scheme.begin(), scheme.end(), url.begin(),
                                     [](char a, char b) { return a == ascii::lower(b); });
        if (same) { return scheme.size(); }
    }
    return 0;
}

/// The parameters of `query` that are not there to track readers.
std::string without_tracking(std::string_view query)
{
    std::string kept;
    while (!query.empty()) {
        const std::string_view parameter = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), parameter.size() + 1));
        std::string name{parameter.substr(0, kTracking.size())};
        make_lower(name, 0, name.size());
        if (parameter.empty() || name == kTracking) { continue; }
        if (!kept.empty()) { kept += '&'; }
        kept += parameter;
    }
    return kept;
}

/// Where the host ends.
std::size_t authority_end(std::string_view url, std::size_t begin)
{
    return std::min(url.find_first_of("/?#", begin), url.size());
}

}  // namespace

std::string canonical_url(std::string_view text)
{
    std::string url;
    url.reserve(text.size());
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20U && byte != 0x7FU) { url += c; }
    }
    const std::size_t host = scheme_size(url);
    const std::size_t host_end = authority_end(url, host);
    if (host == 0 || host_end == host) { return {}; }
    make_lower(url, 0, host_end);
    url.resize(std::min(url.find('#'), url.size()));
    if (const std::size_t mark = url.find('?'); mark != std::string::npos) {
        const std::string query = without_tracking(std::string_view{url}.substr(mark + 1));
        url.resize(mark);
        if (!query.empty()) { url += '?' + query; }
    }
    return url;
}

std::string host_of(std::string_view url)
{
    const std::size_t begin = scheme_size(url);
    if (begin == 0) { return {}; }
    std::string_view host = url.substr(begin, authority_end(url, begin) - begin);
    if (const std::size_t user = host.rfind('@'); user != std::string_view::npos) {
        host.remove_prefix(user + 1);
    }
    // Behind the bracket of an IPv6 address, if it is one.
    const std::size_t bracket = host.find(']');
    const std::size_t port = host.find(':', bracket == std::string_view::npos ? 0 : bracket);
    host = host.substr(0, port);
    std::string name{host};
    make_lower(name, 0, name.size());
    constexpr std::string_view kWww = "www.";
    if (name.starts_with(kWww)) { name.erase(0, kWww.size()); }
    return name;
}

}  // namespace dateline
