// Words in a row: one word, or a phrase.
#include "common/storage/tokens.hpp"
#include "searcher/match/code_filter.hpp"
#include "searcher/match/places.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

bool is_word_at(const WordNumbers& word, const ArticleStream& article, const Place& place)
{
    const std::uint32_t code = code_at(article.bytes, place);
    return code >= kFirstWord && word.contains(article.language, code - kFirstWord);
}

std::vector<std::uint32_t> codes_of(const WordNumbers& word, std::size_t language)
{
    std::vector<std::uint32_t> codes;
    for (const std::uint32_t number : word.of(language)) { codes.push_back(kFirstWord + number); }
    return codes;
}

/// Looks for one word behind the one before it, and then at their neighbours.
class RowPlaces final : public Places {
  public:
    explicit RowPlaces(std::vector<WordNumbers> words)
        : words_(std::move(words)), anchor_(choose_anchor())
    {
        for (const WordNumbers& word : words_) { rarity_ = std::max(rarity_, word.least()); }
        for (std::size_t language = 0; language < words_.front().languages(); ++language) {
            filters_.emplace_back(codes_of(words_[anchor_], language),
                                  anchor_ == 0 ? std::vector<std::uint32_t>{}
                                               : codes_of(words_[anchor_ - 1], language));
        }
    }

    void find(const ArticleStream& article, std::vector<Place>& out) override
    {
        each(article, [&out](const Place& row) {
            out.push_back(row);
            return true;
        });
    }

    void each(const ArticleStream& article, const SeePlace& see) override
    {
        const auto is_missing = [&](const WordNumbers& word) {
            return word.of(article.language).empty();
        };
        if (std::any_of(words_.begin(), words_.end(), is_missing)) { return; }
        const CodeFilter& filter = filters_[article.language];
        for (std::size_t at = 0; at < article.bytes.size();) {
            maybe_.clear();
            at = filter.find(article.bytes, at, maybe_);
            for (const std::uint32_t begin : maybe_) {
                const auto row = row_around(article, begin);
                if (row && !see(*row)) { return; }
            }
        }
    }

    [[nodiscard]] std::uint32_t words() const override
    {
        return static_cast<std::uint32_t>(words_.size());
    }
    [[nodiscard]] std::uint32_t rarity() const override { return rarity_; }

  private:
    /// The word that is found least often, behind the one before it if it has one: a number is a
    /// word's rank by frequency. Of what stands before a word some sixteenth is let through, as
    /// marks always are.
    [[nodiscard]] std::size_t choose_anchor() const
    {
        constexpr std::uint64_t kBefore = 16;
        const auto rank = [this](std::size_t i) { return 1 + std::uint64_t{words_[i].least()}; };
        std::size_t anchor = 0;
        std::uint64_t rarest = rank(0);
        for (std::size_t i = 1; i < words_.size(); ++i) {
            const std::uint64_t rarity = rank(i) * std::min(kBefore, rank(i - 1));
            if (rarity <= rarest) { continue; }
            rarest = rarity;
            anchor = i;
        }
        return anchor;
    }

    /// The row whose anchor begins there.
    [[nodiscard]] std::optional<Place> row_around(const ArticleStream& article,
                                                  std::uint32_t offset) const
    {
        const auto anchor = code_from(article.bytes, offset);
        if (!anchor || !is_word_at(words_[anchor_], article, *anchor)) { return {}; }
        const auto begin = reach_back(article, *anchor);
        const auto end = begin ? reach_on(article, *anchor) : std::nullopt;
        return end ? std::optional{Place{*begin, *end}} : std::nullopt;
    }

    [[nodiscard]] std::optional<std::uint32_t> reach_back(const ArticleStream& article,
                                                          Place place) const
    {
        for (std::size_t i = anchor_; i > 0; --i) {
            const auto before = word_before(article.bytes, place.begin);
            if (!before || !is_word_at(words_[i - 1], article, *before)) { return {}; }
            place = *before;
        }
        return place.begin;
    }

    [[nodiscard]] std::optional<std::uint32_t> reach_on(const ArticleStream& article,
                                                        Place place) const
    {
        for (std::size_t i = anchor_ + 1; i < words_.size(); ++i) {
            const auto behind = word_behind(article.bytes, place.end);
            if (!behind || !is_word_at(words_[i], article, *behind)) { return {}; }
            place = *behind;
        }
        return place.end;
    }

    std::vector<WordNumbers> words_;
    std::size_t anchor_;
    std::uint32_t rarity_ = 0;
    std::vector<CodeFilter> filters_{};  ///< of the anchor, by language
    std::vector<std::uint32_t> maybe_{};
};

}  // namespace

PlacesPtr words_in_a_row(std::vector<WordNumbers> words)
{
    return std::make_unique<RowPlaces>(std::move(words));
}

}  // namespace dateline::searcher
