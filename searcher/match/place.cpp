#include "searcher/match/place.hpp"

#include "common/storage/tokens.hpp"

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

std::optional<Place> code_from(std::string_view stream, std::uint32_t begin)
{
    std::uint32_t end = begin;
    while (end < stream.size() && byte_at(stream, end) >= kMoreOfCode) { ++end; }
    if (end == stream.size()) { return {}; }
    return Place{begin, end + 1};
}

std::uint32_t code_at(std::string_view stream, const Place& place)
{
    std::uint32_t code = 0;
    for (std::uint32_t i = place.begin; i < place.end; ++i) {
        code = code << 7U | (byte_at(stream, i) & 0x7FU);
    }
    return code;
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
