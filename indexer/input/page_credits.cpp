#include "indexer/input/page_credits.hpp"

#include "common/text/utf8.hpp"
#include "indexer/byline.hpp"
#include "indexer/input/prose.hpp"
#include "indexer/written_date.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

constexpr std::uint32_t kBefore = 6;          // blocks before the headline
constexpr std::uint32_t kBehind = 40;         // blocks behind it, where there is no text
constexpr std::uint32_t kInText = 8;          // blocks behind the first paragraph, often a deck
constexpr std::size_t kLongestLine = 200;     // bytes
constexpr std::uint32_t kLongestCredit = 80;  // letters

/// The blocks among which a page's credits stand, half-open.
struct Zone {
    std::uint32_t first;
    std::uint32_t last;
};

Zone zone_of(const CreditsPlace& place)
{
    const auto blocks = static_cast<std::uint32_t>(place.page.blocks.size());
    const std::uint32_t from = place.headline.value_or(place.text < blocks ? place.text : 0);
    const std::uint32_t text = place.text < blocks ? place.text + kInText : from + kBehind;
    return {from > kBefore ? from - kBefore : 0, std::min(std::max(text, from), blocks)};
}

bool is_date(std::string_view text)
{
    return !text.empty() && text.size() <= kLongestLine && read_date_field(text).has_value();
}

/// What an element states for machines: https://html.spec.whatwg.org/#the-time-element, itemprop,
/// and <abbr title> of the older hAtom.
std::string_view stated_date(const xmlNode* node)
{
    for (const std::string_view name : {"datetime", "content", "title"}) {
        const std::string_view value = attribute_of(node, name);
        if (is_date(value)) { return value; }
    }
    return {};
}

/// How surely an element tells of the publication; 0: not at all.
unsigned date_rank(const xmlNode* node, bool behind_headline)
{
    const std::string_view item = attribute_of(node, "itemprop");
    const std::string_view property = attribute_of(node, "property");
    if (item == "datePublished" || has_attribute(node, "pubdate")) { return 4; }
    if (property.find("dc:date") != std::string_view::npos) { return 4; }
    if (item == "dateModified") { return 0; }
    const std::string_view kind = attribute_of(node, "class");
    const bool published = kind.find("publish") != std::string_view::npos ||
                           kind.find("entry-date") != std::string_view::npos;
    const bool updated = kind.find("updated") != std::string_view::npos ||
                         kind.find("modified") != std::string_view::npos;
    if (!is_named(node, "time") && !published) { return 0; }
    if (updated && !published) { return 1; }
    return (published ? 1U : 0U) + (behind_headline ? 2U : 1U);
}

std::string date_of_elements(const CreditsPlace& place)
{
    const xmlNode* const heading =
        place.headline ? place.page.parts[place.page.blocks[*place.headline].part].node : nullptr;
    std::string_view best;
    unsigned most = 0;
    bool behind = false;
    for (const xmlNode* node = place.page.parts.front().node; node != nullptr;
         node = next_node(node)) {
        if (!is_element(node)) { continue; }
        behind |= node == heading;
        if (node->properties == nullptr) { continue; }
        const unsigned rank = date_rank(node, behind);
        if (rank <= most) { continue; }
        const std::string_view date = stated_date(node);
        if (date.empty()) { continue; }
        best = date;
        most = rank;
    }
    return std::string{best};
}

/// Web pages are no older; what is, is what they tell of.
constexpr std::chrono::sys_days kFirstPages{std::chrono::year{1991} / 1 / 1};

std::string date_in(const PageBlock& block)
{
    if (block.text.size() > kLongestLine) { return {}; }
    const auto found = find_date(block.text);
    if (!found || found->date.first < kFirstPages) { return {}; }
    return block.text.substr(found->begin, found->end - found->begin);
}

/// Whether a block in no element for that can be a line that tells date or author: no sentence.
bool is_credits_line(const PageBlock& block)
{
    return block.letters <= kLongestCredit && block.heading == 0 && !is_whole_sentence(block.text);
}

/// The first date in a zone, in elements that are called dates or in any lines.
std::string date_in(const CreditsPlace& place, Zone zone, bool called_so)
{
    const auto& blocks = place.page.blocks;
    for (std::uint32_t at = zone.first; at < zone.last; ++at) {
        if (place.headline == at) { continue; }
        const PagePart& part = place.page.parts[blocks[at].part];
        if (called_so ? (part.hints & kDateHint) == 0 : !is_credits_line(blocks[at])) { continue; }
        std::string date = date_in(blocks[at]);
        if (!date.empty()) { return date; }
    }
    return {};
}

/// Lines in elements that are called dates go before others; those behind the headline before
/// those above it.
std::string date_of_lines(const CreditsPlace& place)
{
    const Zone zone = zone_of(place);
    const std::uint32_t middle =
        std::clamp(place.headline.value_or(zone.first), zone.first, zone.last);
    for (const bool called_so : {true, false}) {
        for (const Zone part : {Zone{middle, zone.last}, Zone{zone.first, middle}}) {
            std::string date = date_in(place, part, called_so);
            if (!date.empty()) { return date; }
        }
    }
    return {};
}

bool is_address(std::string_view text)
{
    return text.find("://") != std::string_view::npos || text.find('@') != std::string_view::npos ||
           text.starts_with("www.");
}

/// Words of labels and forms, which are nobody's name.
constexpr auto kNobody = std::to_array<std::string_view>(
    {"by",       "author",   "authors", "autor",  "autores", "autora", "auteur",      "auteurs",
     "автор",    "авторы",   "staff",   "editor", "admin",   "follow", "contributor", "written",
     "reporter", "l'auteur", "por",     "par",    "von",     "share",  "about",       "more"});

bool is_somebody(const std::string& name)
{
    const std::string folded = fold(name);
    return std::find(kNobody.begin(), kNobody.end(), folded) == kNobody.end() &&
           name.find(':') == std::string::npos && name.find("：") == std::string::npos;
}

std::vector<std::string> somebodies(std::vector<std::string> names)
{
    std::erase_if(names, [](const std::string& name) { return !is_somebody(name); });
    return names;
}

std::string letters_in_capitals(std::string text)
{
    for (char& letter : text) {
        if (letter >= 'a' && letter <= 'z') { letter = static_cast<char>(letter - 'a' + 'A'); }
    }
    return text;
}

/// Names in a block that is called a byline, without its label.
std::vector<std::string> names_in(const PageBlock& block)
{
    if (block.text.size() > kLongestLine || is_address(block.text)) { return {}; }
    if (const auto labelled = read_byline(block.text, true)) { return labelled->names; }
    const auto bare = read_byline("By " + block.text, false);
    if (!bare) { return {}; }
    std::vector<std::string> names = somebodies(bare->names);
    // One word is a section's name or a button's rather than an author's.
    std::erase_if(names, [](const std::string& name) {
        constexpr std::size_t kAgency = 5;  // letters
        const bool one_word = name.find(' ') == std::string::npos;
        const bool latin =
            std::all_of(name.begin(), name.end(), [](char byte) { return byte > 0; });
        const bool agency = name.size() <= kAgency && name == letters_in_capitals(name);
        return one_word && latin && !agency;
    });
    return names;
}

/// "March 14, 2007 by Ann Lee", "By Ann Lee".
std::vector<std::string> labelled_names(const PageBlock& block)
{
    if (const auto labelled = read_byline(block.text, true)) { return labelled->names; }
    // "Por Ana Paz, G7 Sorocaba": what is behind the comma is no name.
    const std::string_view front = std::string_view{block.text}.substr(0, block.text.find(','));
    if (const auto labelled = read_byline(front, true)) { return labelled->names; }
    const std::size_t by = block.text.find(" by ");
    if (by == std::string::npos || !find_date(block.text)) { return {}; }
    const auto labelled = read_byline(std::string_view{block.text}.substr(by + 1), true);
    return labelled ? labelled->names : std::vector<std::string>{};
}

void add_new(const std::vector<std::string>& names, std::vector<std::string>& list)
{
    for (const std::string& name : names) {
        if (std::find(list.begin(), list.end(), name) == list.end()) { list.push_back(name); }
    }
}

/// Whether a block is in an element for authors, up to three levels up.
bool is_called_byline(const PageBlocks& page, const PageBlock& block)
{
    std::uint32_t part = block.part;
    for (int level = 0; level < 3; ++level) {
        if ((page.parts[part].hints & kBylineHint) != 0) { return true; }
        part = page.parts[part].parent;
    }
    return false;
}

}  // namespace

std::string shown_date(const CreditsPlace& place)
{
    std::string date = date_of_elements(place);
    return date.empty() ? date_of_lines(place) : date;
}

std::string any_shown_date(const CreditsPlace& place)
{
    const Zone all{place.headline.value_or(0),
                   static_cast<std::uint32_t>(place.page.blocks.size())};
    std::string date = date_in(place, all, true);
    return date.empty() ? date_in(place, all, false) : date;
}

std::vector<std::string> shown_authors(const CreditsPlace& place)
{
    const Zone zone = zone_of(place);
    const auto& blocks = place.page.blocks;
    std::vector<std::string> names;
    for (std::uint32_t at = zone.first; at < zone.last; ++at) {
        const bool in_text = at >= place.text && !is_credits_line(blocks[at]);
        if (in_text || blocks[at].letters > kLongestCredit || place.headline == at) { continue; }
        names = labelled_names(blocks[at]);
        if (!names.empty()) { return names; }
    }
    for (std::uint32_t at = zone.first; at < zone.last; ++at) {
        if (place.headline == at || !is_called_byline(place.page, blocks[at])) { continue; }
        add_new(names_in(blocks[at]), names);
        if (names.size() >= 8) { break; }
    }
    if (!names.empty()) { return names; }
    // Some sites name the author below the text; the first such element is the article's.
    for (std::uint32_t at = zone.last; at < blocks.size() && names.empty(); ++at) {
        if ((place.page.parts[blocks[at].part].hints & kBylineHint) == 0) { continue; }
        names = names_in(blocks[at]);
    }
    return names;
}

std::vector<std::string> author_names(std::string_view stated)
{
    if (stated.empty() || stated.size() > kLongestLine || is_address(stated)) { return {}; }
    if (const auto labelled = read_byline(stated, true)) { return labelled->names; }
    if (const auto bare = read_byline("By " + std::string{stated}, false)) {
        return somebodies(bare->names);
    }
    return somebodies({std::string{stated}});
}

}  // namespace dateline::indexer
