#include "indexer/input/html_page.hpp"

#include "common/url.hpp"
#include "indexer/input/main_text.hpp"
#include "indexer/input/markup.hpp"
#include "indexer/input/page_blocks.hpp"
#include "indexer/input/page_credits.hpp"
#include "indexer/input/page_head.hpp"
#include "indexer/input/page_headline.hpp"
#include "indexer/url_date.hpp"
#include "indexer/written_date.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

/// The first that can be read as a date.
std::string first_date(const std::vector<std::string>& texts)
{
    const auto date = std::find_if(texts.begin(), texts.end(), [](const std::string& text) {
        return read_date_field(text).has_value();
    });
    return date == texts.end() ? std::string{} : *date;
}

/// "" if the URL knows better: its date is surer than that of a change, or any in the page.
std::string choose_date(const PageHead& head, std::string_view url, const CreditsPlace& place)
{
    std::string date = first_date(head.dates);
    if (date.empty()) { date = shown_date(place); }
    if (!date.empty() || date_in_url(canonical_url(url))) { return date; }
    date = first_date(head.weak_dates);
    return date.empty() ? any_shown_date(place) : date;
}

/// Where the site itself is stated as the author, and the page shows a name, it is that name.
std::vector<std::string> choose_authors(const PageHead& head, std::string_view url,
                                        const CreditsPlace& place)
{
    std::vector<std::string> names;
    std::vector<std::string> sites;
    const std::string site = letters_of(head.source + " " + host_of(canonical_url(url)));
    for (const std::string& stated : head.authors) {
        for (std::string& name : author_names(stated)) {
            const bool is_site = site.find(letters_of(name)) != std::string::npos;
            std::vector<std::string>& list = is_site ? sites : names;
            if (std::find(list.begin(), list.end(), name) == list.end()) {
                list.push_back(std::move(name));
            }
        }
    }
    if (names.empty()) { names = shown_authors(place); }
    return names.empty() ? sites : names;
}

/// `url` with the scheme and host of `base` if it has none.
std::string absolute_url(const std::string& url, std::string_view base)
{
    if (url.starts_with("//")) { return "https:" + url; }
    if (!url.starts_with('/')) { return url; }
    const std::size_t host = base.find("://");
    if (host == std::string_view::npos) { return {}; }
    return std::string{base.substr(0, base.find('/', host + 3))} + url;
}

/// The page's own URL. One that names the site's front page only is a mistake of the site.
std::string choose_url(const PageHead& head, std::string_view given)
{
    for (const std::string& stated : head.urls) {
        std::string url = absolute_url(stated, given);
        const std::size_t host = url.find("://");
        const std::size_t path = host == std::string::npos ? host : url.find('/', host + 3);
        const bool front = path == std::string::npos || path + 1 == url.size();
        if (host != std::string::npos && (!front || given.empty())) { return url; }
    }
    return std::string{given};
}

/// The text, and where it begins: that of the page, of JSON-LD where the page has far less, else
/// all there is.
MainText choose_text(PageBlocks& page, std::optional<std::uint32_t> headline,
                     const std::string& stated_body)
{
    constexpr std::uint32_t kLittle = 200;  // letters
    MainText found = find_main_text(page, headline);
    const std::string stated = plain_text(stated_body);
    if (stated.size() > 2 * found.text.size() && stated.size() > kLittle) {
        found.text = stated;
        found.furniture.clear();  // the page's own text may be among it
        return found;
    }
    if (found.letters * 2 >= kLittle) { return found; }
    // A short text is better than all of a page; a page without sentences may hold lines.
    MainText lines = find_main_text(page, headline, Prose::Lines);
    if (lines.letters > 3 * found.letters) { found = std::move(lines); }
    if (found.letters * 4 < kLittle) {
        found.text = whole_page_text(page, headline);
        found.furniture.clear();
    }
    return found;
}

}  // namespace

RawDocument read_page(std::string_view html, std::string_view url)
{
    RawDocument raw;
    raw.url = url;
    raw.unstructured = true;
    const HtmlTree tree = parse_html(html);
    const xmlNode* const root = root_of(tree);
    if (root == nullptr) { return raw; }
    const PageHead head = read_head(root);
    PageBlocks page = read_blocks(root);
    const PageHeadline headline = find_headline(page, head.titles, head.source);
    MainText text = choose_text(page, headline.block, head.stated.body);
    const CreditsPlace place{page, headline.block, text.first};
    raw.title = headline.text;
    raw.url = choose_url(head, url);
    raw.source = head.source;
    raw.language = head.language;
    raw.date = choose_date(head, raw.url, place);
    raw.byline = choose_authors(head, raw.url, place);
    raw.body = std::move(text.text);
    raw.furniture = std::move(text.furniture);
    raw.unstructured = raw.title.empty();
    return raw;
}

}  // namespace dateline::indexer
