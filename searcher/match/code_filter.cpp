#include "searcher/match/code_filter.hpp"

#include "common/storage/tokens.hpp"

#include <algorithm>
#include <string>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace dateline::searcher {
namespace {

unsigned char byte_at(std::string_view bytes, std::size_t i)
{
    return static_cast<unsigned char>(bytes[i]);
}

#if defined(__x86_64__)

using Halves = std::array<std::array<std::uint8_t, 16>, 4>;

constexpr std::size_t kBlock = 32;
constexpr std::size_t kBlocks = CodeFilter::kStretch / kBlock;

/// A bit for each byte of a stretch at which a code may begin, by blocks.
using Masks = std::array<std::uint32_t, kBlocks>;

__attribute__((target("avx2"))) inline __m256i load(const char* bytes)
{
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes));
}

__attribute__((target("avx2"))) inline __m256i load_twice(const std::array<std::uint8_t, 16>& table)
{
    return _mm256_broadcastsi128_si256(
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data())));
}

/// The classes of bytes, from the tables of their halves.
__attribute__((target("avx2"))) inline __m256i classes_of(__m256i bytes, __m256i low_table,
                                                          __m256i high_table)
{
    const __m256i low = _mm256_set1_epi8(0x0F);
    const __m256i high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), low);
    return _mm256_and_si256(_mm256_shuffle_epi8(low_table, _mm256_and_si256(bytes, low)),
                            _mm256_shuffle_epi8(high_table, high));
}

/// Looks at so many blocks, and at the byte behind them. Nothing is called and nothing written but
/// the masks, so that all tables stay in registers.
__attribute__((target("avx2"))) void find_blocks(const char* bytes, std::size_t blocks,
                                                 const Halves& halves, Masks& masks)
{
    const __m256i first_low = load_twice(halves[0]);
    const __m256i first_high = load_twice(halves[1]);
    const __m256i second_low = load_twice(halves[2]);
    const __m256i second_high = load_twice(halves[3]);
    for (std::size_t i = 0; i < blocks; ++i, bytes += kBlock) {
        const __m256i fits = _mm256_and_si256(classes_of(load(bytes), first_low, first_high),
                                              classes_of(load(bytes + 1), second_low, second_high));
        const __m256i none = _mm256_cmpeq_epi8(fits, _mm256_setzero_si256());
        masks[i] = ~static_cast<std::uint32_t>(_mm256_movemask_epi8(none));
    }
}

void append_bits(std::uint32_t mask, std::size_t at, std::vector<std::uint32_t>& out)
{
    for (; mask != 0; mask &= mask - 1) {
        out.push_back(static_cast<std::uint32_t>(at) +
                      static_cast<std::uint32_t>(__builtin_ctz(mask)));
    }
}

/// CodeFilter::find() with AVX2.
std::size_t find_fast(std::string_view stream, std::size_t from, const Halves& halves,
                      std::vector<std::uint32_t>& out)
{
    Masks masks;
    const std::size_t rest = stream.size() - from;
    const std::size_t blocks = std::min(kBlocks, (rest - 1) / kBlock);
    find_blocks(stream.data() + from, blocks, halves, masks);
    std::size_t at = from;
    for (std::size_t i = 0; i < blocks; ++i, at += kBlock) { append_bits(masks[i], at, out); }
    if (blocks == kBlocks) { return at; }
    // The last bytes, with a zero behind them: a code of one byte may be the last.
    std::array<char, kBlock + 1> last{};
    const std::size_t size = stream.size() - at;
    std::copy_n(stream.data() + at, size, last.data());
    find_blocks(last.data(), 1, halves, masks);
    append_bits(size < kBlock ? masks[0] & ((1U << size) - 1) : masks[0], at, out);
    return stream.size();
}

bool has_avx2()
{
    static const bool has = __builtin_cpu_supports("avx2") != 0;
    return has;
}

#endif

}  // namespace

CodeFilter::CodeFilter(std::span<const std::uint32_t> codes)
{
    std::string bytes;
    unsigned number = 0;
    for (const std::uint32_t code : codes) {
        bytes.clear();
        append_code(bytes, code);
        const auto of_class = static_cast<Classes>(1U << (number++ % 8U));
        const auto add = [&](std::size_t which, unsigned char byte) {
            (which == 0 ? first_ : second_)[byte] |= of_class;
            halves_[2 * which][byte & 0x0FU] |= of_class;
            halves_[2 * which + 1][byte >> 4U] |= of_class;
        };
        add(0, byte_at(bytes, 0));
        if (bytes.size() > 1) {
            add(1, byte_at(bytes, 1));
            continue;
        }
        for (unsigned any = 0; any < 256; ++any) { add(1, static_cast<unsigned char>(any)); }
    }
}

std::size_t CodeFilter::find(std::string_view stream, std::size_t from,
                             std::vector<std::uint32_t>& out) const
{
    if (from >= stream.size()) { return from; }
#if defined(__x86_64__)
    if (has_avx2()) { return find_fast(stream, from, halves_, out); }
#endif
    const std::size_t end = std::min(stream.size(), from + kStretch);
    for (std::size_t at = from; at < end; ++at) {
        const Classes first = first_[byte_at(stream, at)];
        const Classes second = second_[at + 1 < stream.size() ? byte_at(stream, at + 1) : 0];
        if ((first & second) != 0) { out.push_back(static_cast<std::uint32_t>(at)); }
    }
    return end;
}

}  // namespace dateline::searcher
