#include "indexer/input/page_headline.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

constexpr std::size_t kLongest = 600;  // bytes of a block that can be a headline
constexpr std::size_t kShortest = 6;   // letters (bytes) that can be told from a section's name

/// How sure a block is the headline; more is surer.
unsigned likeness(const PageBlock& block, const std::string& letters, const std::string& stated)
{
    if (letters.size() < kShortest || stated.size() < kShortest) { return 0; }
    unsigned sure = 0;
    if (letters == stated) {
        sure = 3;
    } else if (stated.find(letters) != std::string::npos && letters.size() * 2 >= stated.size()) {
        sure = 2;
    } else if (letters.find(stated) != std::string::npos &&
               stated.size() * 5 >= letters.size() * 3) {
        sure = 1;
    }
    // The page's own heading is none of the teasers and crumbs that say the same.
    const bool link = block.linked * 2 > block.letters;
    if (sure == 0 || (link && block.heading == 0)) { return 0; }
    const unsigned rank = block.heading == 0 ? 0 : 7U - std::min<unsigned>(block.heading, 6);
    return sure * 16 + rank * 2 + (link ? 0 : 1);
}

constexpr std::array<std::string_view, 9> kBars{
    " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", "_"};

/// A page's title without the names of site and section behind it, or of the site before it.
std::string without_site(std::string_view title, std::string_view site)
{
    const std::string name = letters_of(site);
    for (const std::string_view bar : kBars) {
        const std::size_t last = title.rfind(bar);
        if (last == std::string_view::npos) { continue; }
        const std::string_view front = title.substr(0, last);
        const std::string_view back = title.substr(last + bar.size());
        if (!name.empty() && letters_of(title.substr(0, title.find(bar))) == name) {
            return std::string{title.substr(title.find(bar) + bar.size())};
        }
        const bool is_site = !name.empty() && letters_of(back) == name;
        if (is_site || (back.size() * 2 < front.size() && back.size() <= 40)) {
            return without_site(front.substr(0, front.find(" | ")), site);
        }
    }
    return std::string{title};
}

}  // namespace

std::string letters_of(std::string_view text)
{
    std::string letters;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char byte = text[at];
        if (byte == '\xe2' && at + 2 < text.size() && text[at + 1] == '\x80') {
            at += 2;  // general punctuation
        } else if (byte == '\xc2' && at + 1 < text.size()) {
            at += 1;  // signs of Latin-1
        } else if (byte >= 'A' && byte <= 'Z') {
            letters += static_cast<char>(byte - 'A' + 'a');
        } else if ((byte & '\x80') != 0 || (byte >= 'a' && byte <= 'z') ||
                   (byte >= '0' && byte <= '9')) {
            letters += byte;
        }
    }
    return letters;
}

namespace {

/// The only heading of the first level, if it can be a headline.
std::optional<std::uint32_t> only_heading(const PageBlocks& page, std::string_view site)
{
    constexpr std::uint32_t kShort = 12;  // letters
    std::optional<std::uint32_t> found;
    for (std::uint32_t at = 0; at < page.blocks.size(); ++at) {
        const PageBlock& block = page.blocks[at];
        if (block.heading != 1 || block.letters < kShort || block.text.size() > kLongest) {
            continue;
        }
        if (block.linked * 2 > block.letters || letters_of(block.text) == letters_of(site)) {
            continue;
        }
        if (found) { return std::nullopt; }
        found = at;
    }
    return found;
}

/// What is stated, if the block has a kicker in front of it.
std::string without_kicker(const PageBlock& block, std::span<const std::string> stated)
{
    const std::string letters = letters_of(block.text);
    for (const std::string& one : stated) {
        const std::string wanted = letters_of(one);
        const bool part = wanted.size() < letters.size() && wanted.size() * 5 >= letters.size() * 2;
        if (part && wanted.size() >= kShortest && letters.ends_with(wanted)) { return one; }
    }
    return block.text;
}

}  // namespace

PageHeadline find_headline(const PageBlocks& page, std::span<const std::string> stated,
                           std::string_view site)
{
    PageHeadline best;
    std::vector<std::string> wanted;
    for (const std::string& one : stated) { wanted.push_back(letters_of(one)); }
    unsigned sure = 0;
    for (std::uint32_t at = 0; at < page.blocks.size(); ++at) {
        const PageBlock& block = page.blocks[at];
        if (block.text.size() > kLongest) { continue; }
        const std::string letters = letters_of(block.text);
        for (const std::string& one : wanted) {
            const unsigned found = likeness(block, letters, one);
            if (found <= sure) { continue; }
            sure = found;
            best.block = at;
        }
    }
    // Sites write other titles for search engines than for their readers.
    if (!best.block || page.blocks[*best.block].heading == 0) {
        if (const auto heading = only_heading(page, site)) { best.block = heading; }
    }
    if (best.block) {
        best.text = without_kicker(page.blocks[*best.block], stated);
        return best;
    }
    const auto first = std::find_if(stated.begin(), stated.end(),
                                    [](const std::string& one) { return !one.empty(); });
    if (first != stated.end()) { best.text = without_site(*first, site); }
    return best;
}

}  // namespace dateline::indexer
