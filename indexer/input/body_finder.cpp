#include "indexer/input/body_finder.hpp"

#include "indexer/input/page_phrases.hpp"

namespace dateline::indexer {
namespace {

/// So much of what an element gives counts for one above it that has more than that.
constexpr double kShare = 0.6;

/// Finds the element that is the article's text.
class BodyFinder {
  public:
    BodyFinder(const PageBlocks& page, const std::vector<double>& scores)
        : page_(page), scores_(scores), parts_(page.parts.size())
    {
    }

    /// The blocks of it, in order; empty if there is no prose at all.
    std::vector<BlockRange> find()
    {
        add_up();
        const std::uint32_t best = choose();
        if (parts_[best].mass <= 0) { return {}; }
        return with_siblings(best);
    }

  private:
    struct Sums {
        double mass = 0;    ///< of all prose inside
        double direct = 0;  ///< of the prose that no other part holds
        double score = 0;
        std::uint32_t holders = 0;  ///< parts right inside that have prose, and blocks of its own
    };

    void add_up()
    {
        for (std::uint32_t at = 0; at < page_.blocks.size(); ++at) {
            if (scores_[at] <= 0) { continue; }
            Sums& part = parts_[page_.blocks[at].part];
            part.direct += scores_[at];
            part.score += scores_[at];
            ++part.holders;
        }
        for (std::size_t at = page_.parts.size(); at-- > 0;) {
            Sums& part = parts_[at];
            part.mass += part.direct;
            if (at == 0 || part.mass <= 0) { continue; }
            Sums& above = parts_[page_.parts[at].parent];
            above.mass += part.mass;
            above.score += part.score * (part.holders > 1 ? kShare : 1);
            ++above.holders;
        }
    }

    [[nodiscard]] double weight_of(std::uint32_t at) const
    {
        const PagePart& part = page_.parts[at];
        double weight = 1;
        if ((part.hints & kBodyHint) != 0) { weight *= 1.6; }
        if (is_named(part.node, "article")) { weight *= 1.2; }
        if ((part.hints & (kJunkHint | kOutsideHint)) != 0) { weight *= 0.7; }
        return weight;
    }

    [[nodiscard]] std::uint32_t choose() const
    {
        std::uint32_t best = 0;
        double most = 0;
        for (std::uint32_t at = 0; at < parts_.size(); ++at) {
            const double score = parts_[at].score * weight_of(at);
            if (score >= most && parts_[at].mass > 0) {
                most = score;
                best = at;
            }
        }
        return named_body(best);
    }

    /// An element that is called the body and has about as much prose as the best one. Of such
    /// inside each other the innermost that loses little.
    [[nodiscard]] std::uint32_t named_body(std::uint32_t best) const
    {
        std::uint32_t named = best;
        double most = 0;
        for (std::uint32_t at = 0; at < parts_.size(); ++at) {
            if ((page_.parts[at].hints & kBodyHint) == 0) { continue; }
            if (parts_[at].mass < 0.6 * parts_[best].mass) { continue; }
            const bool inside = at < page_.parts[named].end && at > named;
            if (inside ? parts_[at].mass < 0.9 * most : parts_[at].mass <= most) { continue; }
            named = at;
            most = parts_[at].mass;
        }
        return named;
    }

    /// The article may be cut into several elements: what stands beside the best one and is like
    /// it, or is prose itself, belongs to it.
    [[nodiscard]] std::vector<BlockRange> with_siblings(std::uint32_t best) const
    {
        const PagePart& chosen = page_.parts[best];
        std::uint32_t child = best;
        std::uint32_t above = chosen.parent;
        while (above != child && parts_[above].holders < 2) {
            child = above;
            above = page_.parts[above].parent;
        }
        if (above == child) { return {{chosen.first, chosen.last}}; }
        std::vector<BlockRange> ranges;
        const PagePart& parent = page_.parts[above];
        std::uint32_t block = parent.first;
        for (std::uint32_t at = above + 1; at < parent.end; at = page_.parts[at].end) {
            const PagePart& sibling = page_.parts[at];
            add_direct(block, sibling.first, ranges);
            block = sibling.last;
            if (at == child) {
                ranges.push_back({chosen.first, chosen.last});
            } else if (belongs(at, child, best)) {
                ranges.push_back({sibling.first, sibling.last});
            }
        }
        add_direct(block, parent.last, ranges);
        return ranges;
    }

    void add_direct(std::uint32_t first, std::uint32_t last, std::vector<BlockRange>& ranges) const
    {
        for (std::uint32_t at = first; at < last; ++at) {
            if (scores_[at] > 0) { ranges.push_back({at, at + 1}); }
        }
    }

    [[nodiscard]] bool belongs(std::uint32_t at, std::uint32_t child, std::uint32_t best) const
    {
        const PagePart& part = page_.parts[at];
        if (part.out || parts_[at].mass <= 0) { return false; }
        const PagePart& chosen = page_.parts[child];
        const bool alike = name_of(part.node) == name_of(chosen.node) &&
                           attribute_of(part.node, "class") == attribute_of(chosen.node, "class");
        if (is_named(part.node, "p") || is_named(part.node, "blockquote")) { return true; }
        if (is_teasers(part) || is_page_phrase(page_.blocks[part.first].text)) { return false; }
        const bool named = (page_.parts[best].hints & kBodyHint) != 0;
        return alike || (!named && parts_[at].score * weight_of(at) >= 0.25 * parts_[best].score);
    }

    /// Headlines that lead elsewhere, with a sentence of each: far more links than articles have.
    [[nodiscard]] bool is_teasers(const PagePart& part) const
    {
        double letters = 0;
        double linked = 0;
        for (std::uint32_t at = part.first; at < part.last; ++at) {
            letters += page_.blocks[at].letters;
            linked += page_.blocks[at].linked;
        }
        return linked > 0.2 * letters;
    }

    const PageBlocks& page_;
    const std::vector<double>& scores_;
    std::vector<Sums> parts_;
};

}  // namespace

std::vector<BlockRange> find_body(const PageBlocks& page, const std::vector<double>& scores)
{
    return BodyFinder{page, scores}.find();
}

}  // namespace dateline::indexer
