// URLs: any text → the form that identifies an article, which stays as it is.
#include "common/url.hpp"

#include "common/text/utf8.hpp"
#include "indexer/url_date.hpp"
#include "tests/fuzz/fuzz_target.hpp"

#include <algorithm>
#include <string>

namespace dateline::tests {
namespace {

void run(std::string_view bytes)
{
    const std::string url = canonical_url(clean_text(bytes).text);
    demand(canonical_url(url) == url, "it changes when it is read again");
    demand(url.empty() || url.starts_with("http://") || url.starts_with("https://"), "no URL");
    demand(std::none_of(url.begin(), url.end(),
                        [](char sign) { return sign == ' ' || (sign >= 0 && sign < ' '); }),
           "blanks in a URL");
    static_cast<void>(indexer::date_in_url(url));
    demand(host_of(url).size() <= url.size(), "a host is longer than its URL");
}

}  // namespace

extern const FuzzTarget url_target{.name = "url", .run = run};

}  // namespace dateline::tests
