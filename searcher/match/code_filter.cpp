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

using ByteClasses = CodeFilter::ByteClasses;

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

/// Tables of a filter; `before` is null if any code will do.
struct Tables {
    const ByteClasses* before;
    const ByteClasses& first;
    const ByteClasses& second;
};

/// Looks at so many blocks, the byte before and the byte behind them; gives a bit for each block in
/// which there is something. Nothing is called and nothing written but the masks, so that all
/// tables stay in registers.
template <bool kLooksBefore>
__attribute__((target("avx2"))) std::uint32_t find_blocks(const char* bytes, std::size_t blocks,
                                                          const Tables& tables, Masks& masks)
{
    const __m256i zero = _mm256_setzero_si256();
    const __m256i first_low = load_twice(tables.first.low);
    const __m256i first_high = load_twice(tables.first.high);
    const __m256i second_low = load_twice(tables.second.low);
    const __m256i second_high = load_twice(tables.second.high);
    const __m256i before_low = kLooksBefore ? load_twice(tables.before->low) : zero;
    const __m256i before_high = kLooksBefore ? load_twice(tables.before->high) : zero;
    std::uint32_t used = 0;
    for (std::size_t i = 0; i < blocks; ++i, bytes += kBlock) {
        const __m256i fits = _mm256_and_si256(classes_of(load(bytes), first_low, first_high),
                                              classes_of(load(bytes + 1), second_low, second_high));
        __m256i none = load(bytes - 1);  // high bits: within a code
        if constexpr (kLooksBefore) {
            none = _mm256_cmpeq_epi8(classes_of(none, before_low, before_high), zero);
        }
        none = _mm256_or_si256(none, _mm256_cmpeq_epi8(fits, zero));
        masks[i] = ~static_cast<std::uint32_t>(_mm256_movemask_epi8(none));
        used |= (masks[i] != 0 ? 1U : 0U) << i;
    }
    return used;
}

std::uint32_t look(const char* bytes, std::size_t blocks, const Tables& tables, Masks& masks)
{
    return tables.before == nullptr ? find_blocks<false>(bytes, blocks, tables, masks)
                                    : find_blocks<true>(bytes, blocks, tables, masks);
}

void append_bits(std::uint32_t mask, std::size_t at, std::vector<std::uint32_t>& out)
{
    for (; mask != 0; mask &= mask - 1) {
        out.push_back(static_cast<std::uint32_t>(at) +
                      static_cast<std::uint32_t>(__builtin_ctz(mask)));
    }
}

/// Looks at the first or the last bytes of a stream, no more than a block, with zeros around it: a
/// code may be the first, and one of one byte the last.
std::size_t find_at_edge(std::string_view stream, std::size_t at, const Tables& tables,
                         std::vector<std::uint32_t>& out)
{
    std::array<char, kBlock + 2> bytes{};
    const std::size_t begin = at == 0 ? 0 : at - 1;
    const std::size_t size = std::min(kBlock, stream.size() - at);
    const std::size_t end = std::min(stream.size(), at + size + 1);
    std::copy(stream.data() + begin, stream.data() + end, bytes.data() + (at == 0 ? 1 : 0));
    Masks masks;
    look(bytes.data() + 1, 1, tables, masks);
    append_bits(size < kBlock ? masks[0] & ((1U << size) - 1) : masks[0], at, out);
    return at + size;
}

/// CodeFilter::find() with AVX2.
std::size_t find_fast(std::string_view stream, std::size_t from, const Tables& tables,
                      std::vector<std::uint32_t>& out)
{
    std::size_t at = from == 0 ? find_at_edge(stream, 0, tables, out) : from;
    if (at == stream.size()) { return at; }
    Masks masks;
    const std::size_t blocks = std::min(kBlocks, (stream.size() - at - 1) / kBlock);
    std::uint32_t used = look(stream.data() + at, blocks, tables, masks);
    for (; used != 0; used &= used - 1) {
        const auto block = static_cast<std::size_t>(__builtin_ctz(used));
        append_bits(masks[block], at + block * kBlock, out);
    }
    at += blocks * kBlock;
    return blocks == kBlocks ? at : find_at_edge(stream, at, tables, out);
}

bool has_avx2()
{
    static const bool has = __builtin_cpu_supports("avx2") != 0;
    return has;
}

#endif

}  // namespace

void CodeFilter::ByteClasses::add(unsigned char byte, unsigned of_class)
{
    const auto bit = static_cast<std::uint8_t>(1U << (of_class % 8U));
    all[byte] |= bit;
    low[byte & 0x0FU] |= bit;
    high[byte >> 4U] |= bit;
}

CodeFilter::CodeFilter(std::span<const std::uint32_t> codes, std::span<const std::uint32_t> before)
    : is_anywhere_(before.empty())
{
    std::string bytes;
    unsigned number = 0;
    for (const std::uint32_t code : codes) {
        bytes.clear();
        append_code(bytes, code);
        first_.add(byte_at(bytes, 0), number);
        if (bytes.size() > 1) {
            second_.add(byte_at(bytes, 1), number);
        } else {
            for (unsigned any = 0; any < 256; ++any) {
                second_.add(static_cast<unsigned char>(any), number);
            }
        }
        ++number;
    }
    if (is_anywhere_) {
        for (unsigned last = 0; last < kMoreOfCode; ++last) {
            before_.add(static_cast<unsigned char>(last), 0);
        }
        return;
    }
    static_assert(kSentenceMark == 0 && kParagraphMark == 1 && kBodyMark == 2);
    for (const std::uint32_t mark : {kSentenceMark, kParagraphMark, kBodyMark}) {
        before_.add(static_cast<unsigned char>(mark), 0);
    }
    number = 1;
    for (const std::uint32_t code : before) {
        bytes.clear();
        append_code(bytes, code);
        before_.add(byte_at(bytes, bytes.size() - 1), number++);
    }
}

std::size_t CodeFilter::find(std::string_view stream, std::size_t from,
                             std::vector<std::uint32_t>& out) const
{
#if defined(__x86_64__)
    if (has_avx2() && from < stream.size()) {
        return find_fast(stream, from, {is_anywhere_ ? nullptr : &before_, first_, second_}, out);
    }
#endif
    return find_by_bytes(stream, from, out);
}

std::size_t CodeFilter::find_by_bytes(std::string_view stream, std::size_t from,
                                      std::vector<std::uint32_t>& out) const
{
    const std::size_t end = std::min(stream.size(), from + kStretch);
    for (std::size_t at = from; at < end; ++at) {
        const auto first = first_.all[byte_at(stream, at)];
        const auto second = second_.all[at + 1 < stream.size() ? byte_at(stream, at + 1) : 0];
        const auto before = before_.all[at > 0 ? byte_at(stream, at - 1) : 0];
        if (before != 0 && (first & second) != 0) { out.push_back(static_cast<std::uint32_t>(at)); }
    }
    return std::max(from, end);
}

}  // namespace dateline::searcher
