#include "indexer/opening_table.hpp"

#include "common/text/ascii.hpp"
#include "common/text/characters.hpp"
#include "common/text/utf8.hpp"
#include "indexer/line.hpp"

#include <array>
#include <utility>

namespace dateline::indexer {
namespace {

struct Opening {
    std::string_view text;
    Reach reach;
};

#define OPENING(language, text, reach) {text, Reach::reach},
constexpr auto kOpenings = std::to_array<Opening>({
#include "indexer/furniture.def"
});
#undef OPENING

/// `text` in lower case without accents, up to `most` bytes of it: fold() for what opens a line.
std::string folded_front(std::string_view text, std::size_t most)
{
    std::string folded;
    const std::size_t enough = std::min(text.size(), most);
    text = text.substr(0, character_border(text, enough));
    while (!text.empty()) {
        const auto byte = static_cast<unsigned char>(text.front());
        if (byte < 0x80U) {
            const char letter = kAsciiWord[byte];
            folded += letter == 0 ? text.front() : letter;
            text.remove_prefix(1);
            continue;
        }
        const std::string_view before = text;
        const std::string_view letter = folded_letter(take_code_point(text));
        folded += letter.data() == nullptr ? before.substr(0, before.size() - text.size()) : letter;
    }
    return folded;
}

constexpr std::size_t kFront = 3;   ///< bytes; few openings are shorter
constexpr std::size_t kGlance = 8;  ///< bytes that tell most lines from all openings
constexpr std::size_t kMostBytesOfLetter = 4;
constexpr std::size_t kPlaces = 4096;

/// FNV-1a of the first bytes.
std::size_t place_of(std::string_view folded)
{
    std::uint32_t hash = 2166136261U;
    for (const char byte : folded.substr(0, kFront)) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
    }
    return (hash >> 12U) % kPlaces;
}

}  // namespace

OpeningTable::OpeningTable(std::optional<Reach> reach) : by_front_(kPlaces)
{
    for (const Opening& opening : kOpenings) {
        std::string folded = folded_front(opening.text, opening.text.size());
        longest_ = std::max(longest_, folded.size());
        if (reach && opening.reach != *reach) { continue; }
        auto& bucket = folded.size() < kFront ? short_ : by_front_[place_of(folded)];
        bucket.push_back({std::move(folded), opening.reach});
    }
}

bool OpeningTable::any(std::string_view line, const Use& use) const
{
    // Nearly all lines begin with other letters than any opening: no more is folded of them.
    const bool is_plain = ascii::is_ascii(line.substr(0, kGlance));
    const std::size_t glance = is_plain ? kGlance : kGlance * kMostBytesOfLetter;
    const std::string front = folded_front(line, glance);
    const bool is_enough = front.size() >= kGlance || glance >= line.size();
    const auto& bucket = by_front_[place_of(front)];
    const auto opens = [](std::string_view text) {
        return [text](const FoldedOpening& opening) { return text.starts_with(opening.text); };
    };
    const auto may_open = [&](const FoldedOpening& opening) {
        const std::string_view begin = std::string_view{opening.text}.substr(0, kGlance);
        return !is_enough || front.starts_with(begin);
    };
    if (std::none_of(bucket.begin(), bucket.end(), may_open) &&
        std::none_of(short_.begin(), short_.end(), may_open)) {
        return false;
    }
    const std::string folded = folded_front(line, 2 * longest_);
    const auto is_used = [&](const FoldedOpening& opening) {
        return opens(folded)(opening) && use(opening, folded);
    };
    return std::any_of(bucket.begin(), bucket.end(), is_used) ||
           std::any_of(short_.begin(), short_.end(), is_used);
}

const OpeningTable& openings()
{
    static const OpeningTable table;
    return table;
}

const OpeningTable& list_openings()
{
    static const OpeningTable table{Reach::List};
    return table;
}

}  // namespace dateline::indexer
