#include "searcher/match/places.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace dateline::searcher {
namespace {

/// More forms of a word than this are looked for by reading the whole stream.
constexpr std::size_t kMostPatterns = 8;

constexpr std::size_t kBlock = 16;
using Block = unsigned char __attribute__((vector_size(kBlock)));
using BlockMask = signed char __attribute__((vector_size(kBlock)));

unsigned char byte_at(std::string_view bytes, std::size_t i)
{
    return static_cast<unsigned char>(bytes[i]);
}

bool is_code_begin(std::string_view stream, std::size_t at)
{
    return at == 0 || byte_at(stream, at - 1) < kMoreOfCode;
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

/// The bytes of one code, ready to be compared with blocks of a stream.
class Pattern {
  public:
    explicit Pattern(std::uint32_t code)
    {
        append_code(bytes_, code);
        std::memset(&first_, byte_at(bytes_, 0), kBlock);
        std::memset(&second_, bytes_.size() > 1 ? byte_at(bytes_, 1) : 0, kBlock);
        has_second_ = bytes_.size() > 1;
    }

    /// Where in the block at `at` it may begin; 17 bytes are there.
    [[nodiscard]] BlockMask may_begin(const Block& at, const Block& behind) const
    {
        const BlockMask first = at == first_;
        return has_second_ ? first & (behind == second_) : first;
    }

    [[nodiscard]] bool begins(std::string_view stream, std::size_t at) const
    {
        return stream.substr(at, bytes_.size()) == bytes_ && is_code_begin(stream, at);
    }

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(bytes_.size()); }

  private:
    std::string bytes_{};
    Block first_{};
    Block second_{};
    bool has_second_ = false;
};

using Patterns = std::vector<Pattern>;

void find_at(const Patterns& patterns, std::string_view stream, std::size_t at,
             std::vector<Place>& out)
{
    for (const Pattern& pattern : patterns) {
        if (!pattern.begins(stream, at)) { continue; }
        const auto begin = static_cast<std::uint32_t>(at);
        out.push_back({begin, begin + pattern.size()});
        return;  // codes differ, so no other one begins here
    }
}

void find_patterns(const Patterns& patterns, std::string_view stream, std::vector<Place>& out)
{
    std::size_t at = 0;
    for (; at + kBlock < stream.size(); at += kBlock) {
        Block here;
        Block behind;
        std::memcpy(&here, stream.data() + at, kBlock);
        std::memcpy(&behind, stream.data() + at + 1, kBlock);
        BlockMask any{};
        for (const Pattern& pattern : patterns) { any |= pattern.may_begin(here, behind); }
        std::array<std::uint64_t, 2> halves{};
        std::memcpy(halves.data(), &any, kBlock);
        if ((halves[0] | halves[1]) == 0) { continue; }
        for (std::size_t i = 0; i < kBlock; ++i) {
            if (any[i] != 0) { find_at(patterns, stream, at + i, out); }
        }
    }
    for (; at < stream.size(); ++at) { find_at(patterns, stream, at, out); }
}

/// One word, in whatever forms.
class WordPlaces {
  public:
    explicit WordPlaces(WordNumbers numbers)
        : numbers_(std::move(numbers)), patterns_(numbers_.languages())
    {
        for (std::size_t language = 0; language < patterns_.size(); ++language) {
            const auto wanted = numbers_.of(language);
            if (wanted.size() > kMostPatterns) { continue; }
            for (const std::uint32_t number : wanted) {
                patterns_[language].emplace_back(kFirstWord + number);
            }
        }
    }

    void find(const ArticleStream& article, std::vector<Place>& out) const
    {
        if (article.language >= patterns_.size()) { return; }
        const Patterns& patterns = patterns_[article.language];
        if (!patterns.empty()) { return find_patterns(patterns, article.bytes, out); }
        if (!numbers_.of(article.language).empty()) { read_all(article, out); }
    }

    [[nodiscard]] bool is_at(const ArticleStream& article, const Place& place) const
    {
        const std::uint32_t code = code_at(article.bytes, place);
        return code >= kFirstWord && numbers_.contains(article.language, code - kFirstWord);
    }

    /// The larger, the rarer: numbers are ranks by frequency.
    [[nodiscard]] std::uint32_t rarity() const { return numbers_.least(); }

  private:
    void read_all(const ArticleStream& article, std::vector<Place>& out) const
    {
        const std::string_view stream = article.bytes;
        for (std::uint32_t begin = 0, end = 0; begin < stream.size(); begin = end) {
            end = begin;
            while (end < stream.size() && byte_at(stream, end) >= kMoreOfCode) { ++end; }
            if (end++ == stream.size()) { return; }
            if (is_at(article, {begin, end})) { out.push_back({begin, end}); }
        }
    }

    WordNumbers numbers_;
    std::vector<Patterns> patterns_;  ///< by language; none if there are too many
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
        if (words_.size() == 1) { return words_.front().find(article, out); }
        found_.clear();
        words_[anchor_].find(article, found_);
        for (const Place& place : found_) {
            const auto begin = reach_back(article, place);
            const auto end = begin ? reach_on(article, place) : std::nullopt;
            if (end) { out.push_back({*begin, *end}); }
        }
    }

  private:
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
    std::vector<Place> found_{};
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
    std::uint32_t end = offset;
    while (end < stream.size() && byte_at(stream, end) >= kMoreOfCode) { ++end; }
    if (end >= stream.size()) { return {}; }
    return Place{offset, end + 1};
}

}  // namespace dateline::searcher
