#include "indexer/input/page_furniture.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

class FurnitureMarker {
  public:
    FurnitureMarker(PageBlocks& page, std::optional<std::uint32_t> headline, Prose prose)
        : page_(page), headline_(headline)
    {
        for (PagePart& part : page_.parts) { part.out = false; }
        for (const PageBlock& block : page_.blocks) {
            scores_.push_back(prose_score(block, prose));
            letters_.push_back(letters_.back() + block.letters);
        }
    }

    std::vector<double> mark()
    {
        forget_before_headline();
        mark_parts([this](const PagePart& part) { return is_outside(part); });
        mark_parts([this](const PagePart& part) { return is_aside(part); });
        mark_parts([this](const PagePart& part) { return is_junk(part); });
        return std::move(scores_);
    }

  private:
    /// Only if most prose is behind it; else it is the headline of something else.
    void forget_before_headline()
    {
        if (!headline_) { return; }
        const auto split = scores_.begin() + *headline_;
        double before = 0;
        double behind = 0;
        std::for_each(scores_.begin(), split, [&](double score) { before += score; });
        std::for_each(split, scores_.end(), [&](double score) { behind += score; });
        if (behind * 2 < before) {
            headline_.reset();
            return;
        }
        std::fill(scores_.begin(), split, 0.0);
    }

    template <class Test>
    void mark_parts(const Test& is_furniture)
    {
        sums_.assign(1, 0.0);
        for (const double score : scores_) { sums_.push_back(sums_.back() + score); }
        for (std::size_t at = 0; at < page_.parts.size();) {
            PagePart& part = page_.parts[at];
            if (part.out || at == 0 || !is_furniture(part)) {
                ++at;
                continue;
            }
            const std::uint32_t end = part.end;
            for (; at < end; ++at) { page_.parts[at].out = true; }
            std::fill(scores_.begin() + part.first, scores_.begin() + part.last, 0.0);
        }
    }

    [[nodiscard]] bool holds_headline(const PagePart& part) const
    {
        return headline_ && part.first <= *headline_ && *headline_ < part.last;
    }

    [[nodiscard]] double share_of(const PagePart& part) const
    {
        return sums_.back() <= 0 ? 0 : (sums_[part.last] - sums_[part.first]) / sums_.back();
    }

    [[nodiscard]] std::uint32_t letters_in(const PagePart& part) const
    {
        return letters_[part.last] - letters_[part.first];
    }

    /// Comments may well be longer than the article; nothing else of this kind holds all.
    [[nodiscard]] bool is_outside(const PagePart& part) const
    {
        return (part.hints & kOutsideHint) != 0 && (part.hints & kBodyHint) == 0 &&
               !holds_headline(part) && share_of(part) < 0.95;
    }

    [[nodiscard]] bool is_aside(const PagePart& part) const
    {
        constexpr std::uint32_t kLongestCaption = 900;  // letters
        constexpr std::uint32_t kLongestNote = 160;     // a name, a date, what they are
        if (holds_headline(part)) { return false; }
        if ((part.hints & kHiddenHint) != 0) { return share_of(part) < 0.3; }
        const std::uint32_t letters = letters_in(part);
        if ((part.hints & kCaptionHint) != 0 && !holds_table(part)) {
            return letters <= kLongestCaption && share_of(part) < 0.4;
        }
        if (is_picture_box(part)) { return share_of(part) < 0.3; }
        return (part.hints & (kBylineHint | kDateHint)) != 0 && letters <= kLongestNote;
    }

    /// A box that holds a picture and a line below it, a table maybe two.
    [[nodiscard]] bool is_picture_box(const PagePart& part) const
    {
        constexpr std::uint32_t kLongest = 220;  // letters
        const bool table = is_named(part.node, "table") || is_named(part.node, "td");
        const bool box = is_named(part.node, "div") || is_named(part.node, "span") ||
                         is_named(part.node, "center");
        return part.image && (table || box) && letters_in(part) <= kLongest &&
               part.last - part.first <= (table ? 2U : 1U);
    }

    /// Some sites put tables and quotations into a <figure>.
    [[nodiscard]] bool holds_table(const PagePart& part) const
    {
        if (!is_named(part.node, "figure")) { return false; }
        const auto begin = page_.parts.begin();
        return std::any_of(
            begin + (&part - page_.parts.data()), begin + part.end, [](const PagePart& inside) {
                return is_named(inside.node, "table") || is_named(inside.node, "blockquote");
            });
    }

    [[nodiscard]] bool is_junk(const PagePart& part) const
    {
        return (part.hints & kJunkHint) != 0 && (part.hints & kBodyHint) == 0 &&
               !holds_headline(part) && share_of(part) < (headline_ ? 0.7 : 0.4);
    }

    PageBlocks& page_;
    std::optional<std::uint32_t> headline_;
    std::vector<double> scores_{};
    std::vector<double> sums_{};             ///< of the scores before each block
    std::vector<std::uint32_t> letters_{0};  ///< the same of letters
};

}  // namespace

std::vector<double> mark_furniture(PageBlocks& page, std::optional<std::uint32_t> headline,
                                   Prose prose)
{
    return FurnitureMarker{page, headline, prose}.mark();
}

}  // namespace dateline::indexer
