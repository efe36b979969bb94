#include "indexer/input/main_text.hpp"

#include "common/schema/article.hpp"
#include "indexer/byline.hpp"
#include "indexer/furniture.hpp"
#include "indexer/input/body_finder.hpp"
#include "indexer/input/page_furniture.hpp"
#include "indexer/input/page_headline.hpp"
#include "indexer/input/page_phrases.hpp"
#include "indexer/input/prose.hpp"
#include "indexer/written_date.hpp"

#include <algorithm>
#include <unordered_set>

namespace dateline::indexer {
namespace {

/// Chooses among the blocks of the article's element, and joins them.
class BodyWriter {
  public:
    BodyWriter(const PageBlocks& page, const std::vector<double>& scores,
               std::optional<std::uint32_t> headline)
        : page_(page), scores_(scores), headline_(headline), kept_(page.blocks.size())
    {
        if (headline_) { title_ = letters_of(page.blocks[*headline_].text); }
    }

    MainText write(const std::vector<BlockRange>& ranges)
    {
        std::vector<std::uint32_t> blocks;
        for (const BlockRange& range : ranges) {
            for (std::uint32_t at = range.first; at < range.last; ++at) {
                if (!page_.parts[page_.blocks[at].part].out) { blocks.push_back(at); }
            }
        }
        keep(blocks);
        add_deck(blocks);
        return joined();
    }

  private:
    [[nodiscard]] bool is_behind_headline(std::uint32_t at) const
    {
        return !headline_ || at > *headline_;
    }

    void keep(const std::vector<std::uint32_t>& blocks)
    {
        const auto is_prose = [&](std::uint32_t at) { return scores_[at] > 0; };
        const auto first = std::find_if(blocks.begin(), blocks.end(), is_prose);
        const auto last = std::find_if(blocks.rbegin(), blocks.rend(), is_prose).base();
        bool phrase = false;
        for (auto at = first; at < last; ++at) {
            const PageBlock& block = page_.blocks[*at];
            if (is_lead_away(block)) {
                phrase = true;
            } else if (scores_[*at] > 0) {
                phrase = false;
                kept_[*at] = is_new(block);
            } else if (!(phrase && (block.item || is_linked(block))) && !is_left_out(block)) {
                kept_[*at] = true;
            }
        }
        keep_ends(blocks, first, last);
        drop_idle_headings(blocks);
    }

    using At = std::vector<std::uint32_t>::const_iterator;

    /// Headings before the first paragraph, whole sentences behind the last.
    void keep_ends(const std::vector<std::uint32_t>& blocks, At first, At last)
    {
        for (At at = first; at != blocks.begin();) {
            const PageBlock& block = page_.blocks[*--at];
            if (block.heading == 0 || is_left_out(block) || !is_behind_headline(*at)) { break; }
            kept_[*at] = true;
        }
        constexpr std::uint32_t kSentence = 15;
        for (At at = last; at != blocks.end(); ++at) {
            const PageBlock& block = page_.blocks[*at];
            const bool sentence = block.letters >= kSentence && is_whole_sentence(block.text);
            if (block.heading != 0 || (!sentence && !block.item)) { break; }
            if (is_left_out(block)) { break; }
            kept_[*at] = true;
        }
    }

    /// "Read more: …", "Advertisement".
    [[nodiscard]] static bool is_lead_away(const PageBlock& block)
    {
        constexpr std::uint32_t kLongest = 220;
        return block.letters <= kLongest && is_page_phrase(block.text);
    }

    [[nodiscard]] bool is_left_out(const PageBlock& block) const
    {
        return is_linked(block) || is_lead_away(block) || is_credit(block) ||
               (!title_.empty() && letters_of(block.text) == title_);
    }

    /// A line that only names authors or a day.
    [[nodiscard]] static bool is_credit(const PageBlock& block)
    {
        constexpr std::uint32_t kLongest = 100;
        if (block.letters > kLongest || block.heading != 0 || is_whole_sentence(block.text)) {
            return false;
        }
        return find_date(block.text).has_value() || read_byline(block.text, true).has_value();
    }

    /// A paragraph that stands twice, for two kinds of screens, counts once.
    bool is_new(const PageBlock& block)
    {
        constexpr std::uint32_t kLong = 60;
        return block.letters < kLong || seen_.insert(block.text).second;
    }

    /// A heading is kept for what follows.
    void drop_idle_headings(const std::vector<std::uint32_t>& blocks)
    {
        bool followed = false;
        unsigned level = 7;
        for (auto at = blocks.rbegin(); at != blocks.rend(); ++at) {
            const PageBlock& block = page_.blocks[*at];
            if (block.heading == 0) {
                followed |= kept_[*at];
                level = kept_[*at] ? 7 : level;
                continue;
            }
            // A heading may follow a larger one at once.
            if (!followed && block.heading >= level) { kept_[*at] = false; }
            if (kept_[*at]) { level = block.heading; }
            followed = false;
        }
    }

    /// The sentences below the headline, if they stand outside of the text's element.
    void add_deck(const std::vector<std::uint32_t>& blocks)
    {
        constexpr std::uint32_t kMost = 600;  // letters
        constexpr std::uint32_t kFar = 40;    // blocks between headline and text
        const auto first = std::find(kept_.begin(), kept_.end(), true);
        if (!headline_ || first == kept_.end() || blocks.empty()) { return; }
        const auto begin = static_cast<std::uint32_t>(first - kept_.begin());
        if (begin <= *headline_ || begin - *headline_ > kFar) { return; }
        const std::string opening = letters_of(page_.blocks[begin].text);
        std::uint32_t letters = 0;
        for (std::uint32_t at = *headline_ + 1; at < begin && letters < kMost; ++at) {
            if (!is_deck(page_.blocks[at])) { continue; }
            const std::string deck = letters_of(page_.blocks[at].text);
            if (opening.starts_with(deck) || deck == title_) { continue; }
            letters += page_.blocks[at].letters;
            kept_[at] = true;
        }
    }

    [[nodiscard]] bool is_deck(const PageBlock& block) const
    {
        constexpr std::uint32_t kShortest = 25;
        constexpr std::uint32_t kUnnamed = 60;
        constexpr std::uint32_t kLongest = 600;
        const PagePart& part = page_.parts[block.part];
        if (part.out || block.letters < kShortest || block.letters > kLongest ||
            is_left_out(block)) {
            return false;
        }
        const Hints hints = part.hints | page_.parts[part.parent].hints;
        return (hints & kDeckHint) != 0 || (block.heading >= 2 && block.heading <= 4) ||
               (block.letters >= kUnnamed && prose_score(block) > 0);
    }

    MainText joined()
    {
        MainText result;
        result.first = static_cast<std::uint32_t>(page_.blocks.size());
        std::uint32_t before = 0;
        for (std::uint32_t at = 0; at < kept_.size(); ++at) {
            if (!kept_[at]) { continue; }
            const PageBlock& block = page_.blocks[at];
            if (result.text.empty()) {
                result.first = at;
            } else {
                result.text += block.line && before + 1 == at ? "\n" : "\n\n";
            }
            result.text += block.text;
            result.letters += block.letters;
            before = at;
        }
        result.furniture = furniture();
        return result;
    }

    /// The short blocks behind the headline that are not in the text: credits of pictures, related
    /// articles, boxes. What stands above it are menus, the same on each page of a site.
    [[nodiscard]] std::string furniture() const
    {
        constexpr std::uint32_t kLongest = 600;  // letters
        std::unordered_set<std::string_view> seen;
        std::string all;
        for (std::uint32_t at = 0; at < kept_.size(); ++at) {
            const PageBlock& block = page_.blocks[at];
            if (kept_[at] || !is_behind_headline(at) || block.letters > kLongest) { continue; }
            if (letters_of(block.text) == title_ || seen_.contains(block.text)) { continue; }
            if (seen.insert(block.text).second) { add_furniture(all, block.text); }
            if (all.size() >= kMostFurniture) { break; }
        }
        return all;
    }

    const PageBlocks& page_;
    const std::vector<double>& scores_;
    std::optional<std::uint32_t> headline_;
    std::vector<bool> kept_;
    std::unordered_set<std::string_view> seen_{};
    std::string title_{};
};

}  // namespace

MainText find_main_text(PageBlocks& page, std::optional<std::uint32_t> headline, Prose prose)
{
    const std::vector<double> scores = mark_furniture(page, headline, prose);
    const std::vector<BlockRange> ranges = find_body(page, scores);
    if (ranges.empty()) {
        return {.text = {}, .first = static_cast<std::uint32_t>(page.blocks.size())};
    }
    return BodyWriter{page, scores, headline}.write(ranges);
}

std::string whole_page_text(const PageBlocks& page, std::optional<std::uint32_t> headline)
{
    const std::string title = headline ? letters_of(page.blocks[*headline].text) : std::string{};
    std::string text;
    for (const PageBlock& block : page.blocks) {
        if (headline && letters_of(block.text) == title) { continue; }
        if (!text.empty()) { text += block.line ? "\n" : "\n\n"; }
        text += block.text;
    }
    return text;
}

}  // namespace dateline::indexer
