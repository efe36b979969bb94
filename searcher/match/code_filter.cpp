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

__attribute__((target("avx2"))) __m256i load_twice(const std::array<std::uint8_t, 16>& table)
{
    return _mm256_broadcastsi128_si256(
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data())));
}

/// Goes through whole blocks, and says where it ended.
__attribute__((target("avx2"))) std::size_t find_blocks(std::string_view stream, std::size_t at,
                                                        const Halves& halves,
                                                        std::vector<std::uint32_t>& out)
{
    const __m256i low = _mm256_set1_epi8(0x0F);
    const __m256i first_low = load_twice(halves[0]);
    const __m256i first_high = load_twice(halves[1]);
    const __m256i second_low = load_twice(halves[2]);
    const __m256i second_high = load_twice(halves[3]);
    const std::size_t end = std::min(stream.size(), at + CodeFilter::kStretch + kBlock);
    for (; at + kBlock < end; at += kBlock) {
        const char* const here = stream.data() + at;
        const __m256i first = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(here));
        const __m256i second = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(here + 1));
        const auto high_of = [&low](__m256i bytes) __attribute__((target("avx2")))
        {
            return _mm256_and_si256(_mm256_srli_epi16(bytes, 4), low);
        };
        const __m256i one =
            _mm256_and_si256(_mm256_shuffle_epi8(first_low, _mm256_and_si256(first, low)),
                             _mm256_shuffle_epi8(first_high, high_of(first)));
        const __m256i two =
            _mm256_and_si256(_mm256_shuffle_epi8(second_low, _mm256_and_si256(second, low)),
                             _mm256_shuffle_epi8(second_high, high_of(second)));
        const __m256i none = _mm256_cmpeq_epi8(_mm256_and_si256(one, two), _mm256_setzero_si256());
        auto found = ~static_cast<std::uint32_t>(_mm256_movemask_epi8(none));
        for (; found != 0; found &= found - 1) {
            out.push_back(static_cast<std::uint32_t>(at) +
                          static_cast<std::uint32_t>(__builtin_ctz(found)));
        }
    }
    return at;
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
    std::size_t at = from;
#if defined(__x86_64__)
    if (has_avx2()) {
        at = find_blocks(stream, from, halves_, out);
        if (at - from >= kStretch) { return at; }
    }
#endif
    const std::size_t end = std::min(stream.size(), from + kStretch);
    for (; at < end; ++at) {
        const Classes first = first_[byte_at(stream, at)];
        // A code of one byte may be the last.
        const Classes second = at + 1 < stream.size() ? second_[byte_at(stream, at + 1)] : 0xFF;
        if ((first & second) != 0) { out.push_back(static_cast<std::uint32_t>(at)); }
    }
    return at;
}

}  // namespace dateline::searcher
