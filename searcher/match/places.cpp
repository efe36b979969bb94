#include "searcher/match/places.hpp"

#include "searcher/match/code_filter.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

unsigned char byte_at(std::string_view bytes, std::size_t i)
{
    return static_cast<unsigned char>(bytes[i]);
}

bool is_code_begin(std::string_view stream, std::size_t at)
{
    return at == 0 || byte_at(stream, at - 1) < kMoreOfCode;
}

/// The code that begins here; nothing if it breaks off.
std::optional<Place> code_from(std::string_view stream, std::uint32_t begin)
{
    std::uint32_t end = begin;
    while (end < stream.size() && byte_at(stream, end) >= kMoreOfCode) { ++end; }
    if (end == stream.size()) { return {}; }
    return Place{begin, end + 1};
}

/// The code in the bytes of one place.
std::uint32_t code_at(std::string_view stream, const Place& place)
{
    std::uint32_t code = 0;
    for (std::uint32_t i = place.begin; i < place.end; ++i) {
        code = code << 7U | (byte_at(stream, i) & 0x7FU);
    }
    return code;
}

/// One word, in whatever forms.
class WordPlaces {
  public:
    explicit WordPlaces(WordNumbers numbers) : numbers_(std::move(numbers))
    {
        std::vector<std::uint32_t> codes;
        for (std::size_t language = 0; language < numbers_.languages(); ++language) {
            codes.clear();
            for (const std::uint32_t number : numbers_.of(language)) {
                codes.push_back(kFirstWord + number);
            }
            filters_.emplace_back(codes);
        }
    }

    /// Calls `see` for each place in order until it says false.
    template <class See>
    void each(const ArticleStream& article, const See& see)
    {
        if (article.language >= filters_.size() || numbers_.of(article.language).empty()) {
            return;
        }
        const CodeFilter& filter = filters_[article.language];
        for (std::size_t at = 0; at < article.bytes.size();) {
            maybe_.clear();
            at = filter.find(article.bytes, at, maybe_);
            for (const std::uint32_t begin : maybe_) {
                if (!is_code_begin(article.bytes, begin)) { continue; }
                const auto word = code_from(article.bytes, begin);
                if (word && is_at(article, *word) && !see(*word)) { return; }
            }
        }
    }

    [[nodiscard]] bool is_at(const ArticleStream& article, const Place& place) const
    {
        const std::uint32_t code = code_at(article.bytes, place);
        return code >= kFirstWord && numbers_.contains(article.language, code - kFirstWord);
    }

    /// The larger, the rarer: numbers are ranks by frequency.
    [[nodiscard]] std::uint32_t rarity() const { return numbers_.least(); }

  private:
    WordNumbers numbers_;
    std::vector<CodeFilter> filters_{};  ///< by language
    std::vector<std::uint32_t> maybe_{};
};

/// Looks for the rarest word and then at its neighbours.
class RowPlaces final : public Places {
  public:
    explicit RowPlaces(std::vector<WordNumbers> words)
    {
        words_.reserve(words.size());
        for (WordNumbers& word : words) { words_.emplace_back(std::move(word)); }
        for (std::size_t i = 1; i < words_.size(); ++i) {
            if (words_[i].rarity() > words_[anchor_].rarity()) { anchor_ = i; }
        }
    }

    void find(const ArticleStream& article, std::vector<Place>& out) override
    {
        words_[anchor_].each(article, [&](const Place& place) {
            if (const auto row = row_around(article, place)) { out.push_back(*row); }
            return true;
        });
    }

    bool any(const ArticleStream& article) override
    {
        bool found = false;
        words_[anchor_].each(article, [&](const Place& place) {
            found = row_around(article, place).has_value();
            return !found;
        });
        return found;
    }

    [[nodiscard]] std::uint32_t words() const override
    {
        return static_cast<std::uint32_t>(words_.size());
    }
    [[nodiscard]] std::uint32_t rarity() const override { return words_[anchor_].rarity(); }

  private:
    /// The row whose anchor stands at `place`.
    [[nodiscard]] std::optional<Place> row_around(const ArticleStream& article,
                                                  const Place& place) const
    {
        const auto begin = reach_back(article, place);
        const auto end = begin ? reach_on(article, place) : std::nullopt;
        return end ? std::optional{Place{*begin, *end}} : std::nullopt;
    }

    [[nodiscard]] std::optional<std::uint32_t> reach_back(const ArticleStream& article,
                                                          Place place) const
    {
        for (std::size_t i = anchor_; i > 0; --i) {
            const auto before = word_before(article.bytes, place.begin);
            if (!before || !words_[i - 1].is_at(article, *before)) { return {}; }
            place = *before;
        }
        return place.begin;
    }

    [[nodiscard]] std::optional<std::uint32_t> reach_on(const ArticleStream& article,
                                                        Place place) const
    {
        for (std::size_t i = anchor_ + 1; i < words_.size(); ++i) {
            const auto behind = word_behind(article.bytes, place.end);
            if (!behind || !words_[i].is_at(article, *behind)) { return {}; }
            place = *behind;
        }
        return place.end;
    }

    std::vector<WordPlaces> words_{};
    std::size_t anchor_ = 0;
};

class AnyPlaces final : public Places {
  public:
    explicit AnyPlaces(std::vector<PlacesPtr> parts) : parts_(std::move(parts)) {}

    void find(const ArticleStream& article, std::vector<Place>& out) override
    {
        const auto first = static_cast<std::ptrdiff_t>(out.size());
        for (const auto& part : parts_) { part->find(article, out); }
        std::sort(out.begin() + first, out.end());
        out.erase(std::unique(out.begin() + first, out.end()), out.end());
    }

    bool any(const ArticleStream& article) override
    {
        return std::any_of(parts_.begin(), parts_.end(),
                           [&article](const PlacesPtr& part) { return part->any(article); });
    }

    [[nodiscard]] std::uint32_t words() const override
    {
        std::uint32_t most = 0;
        for (const auto& part : parts_) {
            const std::uint32_t words = part->words();
            if (words == 0) { return 0; }
            most = std::max(most, words);
        }
        return most;
    }

    [[nodiscard]] std::uint32_t rarity() const override
    {
        std::uint32_t rarity = UINT32_MAX;
        for (const auto& part : parts_) { rarity = std::min(rarity, part->rarity()); }
        return rarity;
    }

  private:
    std::vector<PlacesPtr> parts_;
};

/// The bytes of a stream that a zone has.
Place bytes_of(Zone zone, std::string_view stream)
{
    const std::uint32_t body = body_begin(stream);
    if (zone == Zone::Headline) { return {0, body}; }
    std::uint32_t end = body;
    for (std::uint32_t words = 0; words < kLeadWords; ++words) {
        const auto word = word_behind(stream, end);
        if (!word) { break; }
        end = word->end;
    }
    return {body, end};
}

class ZonedPlaces final : public Places {
  public:
    ZonedPlaces(Zone zone, PlacesPtr places) : zone_(zone), places_(std::move(places)) {}

    void find(const ArticleStream& article, std::vector<Place>& out) override
    {
        const auto first = static_cast<std::ptrdiff_t>(out.size());
        places_->find(article, out);
        if (out.begin() + first == out.end()) { return; }
        const Place zone = bytes_of(zone_, article.bytes);
        out.erase(std::remove_if(out.begin() + first, out.end(),
                                 [&zone](const Place& place) {
                                     return place.begin < zone.begin || place.end > zone.end;
                                 }),
                  out.end());
    }

  private:
    Zone zone_;
    PlacesPtr places_;
};

/// Whether the byte is a whole code, and which; a mark is one byte.
bool is_mark(std::string_view stream, std::size_t at, std::uint32_t mark)
{
    return byte_at(stream, at) == mark && is_code_begin(stream, at);
}

bool is_passed_over(std::string_view stream, std::size_t at)
{
    static_assert(kSentenceMark == 0 && kParagraphMark == 1);
    return byte_at(stream, at) <= kParagraphMark && is_code_begin(stream, at);
}

}  // namespace

bool Places::any(const ArticleStream& article)
{
    found_.clear();
    find(article, found_);
    return !found_.empty();
}

PlacesPtr words_in_a_row(std::vector<WordNumbers> words)
{
    return std::make_unique<RowPlaces>(std::move(words));
}

PlacesPtr any_places(std::vector<PlacesPtr> parts)
{
    if (parts.size() == 1) { return std::move(parts.front()); }
    return std::make_unique<AnyPlaces>(std::move(parts));
}

PlacesPtr places_in(Zone zone, PlacesPtr places)
{
    if (zone == Zone::Whole) { return places; }
    return std::make_unique<ZonedPlaces>(zone, std::move(places));
}

std::uint32_t body_begin(std::string_view stream)
{
    for (std::size_t at = 0; at < stream.size(); ++at) {
        at = stream.find(static_cast<char>(kBodyMark), at);
        if (at == std::string_view::npos) { break; }
        if (is_mark(stream, at, kBodyMark)) { return static_cast<std::uint32_t>(at + 1); }
    }
    return static_cast<std::uint32_t>(stream.size());
}

Place piece_around(std::string_view stream, const Place& place, std::uint32_t words)
{
    const std::uint32_t reach = words * kMostBytesOfWord;
    Place piece{
        place.begin - std::min(place.begin, reach),
        static_cast<std::uint32_t>(std::min(stream.size(), std::size_t{place.end} + reach))};
    while (!is_code_begin(stream, piece.begin)) { ++piece.begin; }
    return piece;
}

std::uint32_t words_between(std::string_view stream, std::uint32_t begin, std::uint32_t end,
                            std::uint32_t most)
{
    std::uint32_t words = 0;
    for (std::uint32_t at = begin; at < end && words <= most; ++at) {
        const unsigned char byte = byte_at(stream, at);
        if (byte >= kMoreOfCode) { continue; }
        if (byte >= kFirstWord || !is_code_begin(stream, at)) {
            ++words;
        } else if (byte == kBodyMark) {
            return kNotTogether;
        }
    }
    return words;
}

std::optional<Place> word_before(std::string_view stream, std::uint32_t offset)
{
    while (offset > 0 && is_passed_over(stream, offset - 1)) { --offset; }
    if (offset == 0) { return {}; }
    std::uint32_t begin = offset - 1;
    while (begin > 0 && byte_at(stream, begin - 1) >= kMoreOfCode) { --begin; }
    return Place{begin, offset};
}

std::optional<Place> word_behind(std::string_view stream, std::uint32_t offset)
{
    while (offset < stream.size() && is_passed_over(stream, offset)) { ++offset; }
    return code_from(stream, offset);
}

}  // namespace dateline::searcher
