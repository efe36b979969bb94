// Features as numbers: a template's number and what fills it, mixed to 32 bits. Trainer and tagger
// share these, and what they give is in the model file: never change them without training anew.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::indexer {

using FeatureKey = std::uint32_t;

/// Well spread, and the same on every machine.
constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b)
{
    std::uint64_t hash =
        (a ^ (b + 0x9E3779B97F4A7C15U + (a << 6U) + (a >> 2U))) * 0xFF51AFD7ED558CCDU;
    return hash ^ (hash >> 32U);
}

constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b, std::uint64_t c)
{
    return mix(mix(a, b), c);
}

constexpr FeatureKey feature_key(unsigned feature, std::uint64_t value)
{
    return static_cast<FeatureKey>(mix(0x51ED27F5U * (feature + 1U), value) >> 32U);
}

/// Of a whole string (FNV-1a, stirred).
constexpr std::uint64_t hash_of(std::string_view text)
{
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : text) { hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U; }
    return hash ^ (hash >> 29U);
}

}  // namespace dateline::indexer
