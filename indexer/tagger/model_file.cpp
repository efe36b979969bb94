#include "indexer/tagger/model_file.hpp"

#include "common/storage/bytes.hpp"

#include <algorithm>
#include <cstdlib>
#include <zstd.h>

namespace dateline::indexer {
namespace {

constexpr std::string_view kMagic = "DLTAGGR1";
constexpr std::size_t kMostBytes = 32U << 20U;  ///< unpacked
constexpr int kLevel = 19;
constexpr std::uint64_t kMostGroups = 0xFFFF;
constexpr std::int32_t kMostTransition = 100'000;
constexpr std::size_t kMostTextBytes = 200;

constexpr std::uint64_t zigzag(std::int32_t value)
{
    const auto wide = static_cast<std::int64_t>(value);
    return static_cast<std::uint64_t>(wide < 0 ? -2 * wide - 1 : 2 * wide);
}

constexpr std::int32_t unzigzag(std::uint64_t code)
{
    const auto half = static_cast<std::int32_t>(code / 2);
    return code % 2 == 0 ? half : -half - 1;
}

/// Appends one byte of each value: the lowest bytes of all, then the next ones.
template <class Range, class ValueOf>
void append_columns(std::string& out, const Range& rows, unsigned bytes, ValueOf value_of)
{
    for (unsigned column = 0; column < bytes; ++column) {
        for (const auto& row : rows) {
            out += static_cast<char>(value_of(row) >> (8U * column) & 0xFFU);
        }
    }
}

// ---- writing ----

void append_transitions(std::string& out, const Transitions& transitions)
{
    for (std::size_t before = 0; before <= kMargin; ++before) {
        for (std::size_t next = 0; next < kLabels; ++next) {
            if (may_follow(before, next)) { append_varint(out, zigzag(transitions[before][next])); }
        }
    }
}

void append_lexicon(std::string& out, const std::vector<KnownWordRow>& rows)
{
    append_varint(out, rows.size());
    std::string_view before;
    std::string shared;
    std::string rests;
    for (const KnownWordRow& row : rows) {
        const auto end =
            std::mismatch(before.begin(), before.end(), row.text.begin(), row.text.end());
        const auto same = static_cast<std::size_t>(end.first - before.begin());
        shared += static_cast<char>(same);
        append_string(rests, std::string_view{row.text}.substr(same));
        before = row.text;
    }
    out += shared + rests;
    append_columns(out, rows, 2, [](const KnownWordRow& row) { return row.entry.group; });
    append_columns(out, rows, 2, [](const KnownWordRow& row) { return row.entry.kinds; });
}

void append_features(std::string& out, const std::vector<WeightedFeature>& features)
{
    append_varint(out, features.size());
    std::vector<std::uint32_t> steps;
    FeatureKey before = 0;
    for (const WeightedFeature& feature : features) {
        steps.push_back(feature.key - before);
        before = feature.key;
    }
    append_columns(out, steps, sizeof(FeatureKey), [](std::uint32_t step) { return step; });
    for (std::size_t label = 0; label < kLabels; ++label) {
        for (const WeightedFeature& feature : features) {
            out += static_cast<char>(feature.weights[label]);
        }
    }
}

// ---- reading ----

Failure damaged(const char* what)
{
    return fail(ErrorKind::IndexDamaged, std::string{"the tagger's model is damaged: "} + what,
                "train it anew with scripts/train-tagger");
}

Result<std::string> unpack(std::string_view bytes)
{
    if (!bytes.starts_with(kMagic)) { return damaged("it does not begin with its magic word"); }
    bytes.remove_prefix(kMagic.size());
    const auto size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > kMostBytes) {
        return damaged("its size is not told");
    }
    std::string text(size, '\0');
    const std::size_t got = ZSTD_decompress(text.data(), size, bytes.data(), bytes.size());
    if (ZSTD_isError(got) != 0 || got != size) { return damaged("it does not unpack"); }
    return text;
}

class ModelReader {
  public:
    explicit ModelReader(std::string_view bytes) : reader_(bytes), size_(bytes.size()) {}

    Result<ModelParts> read()
    {
        read_transitions();
        read_groups();
        if (!reader_.ok() || !read_lexicon()) { return damaged("its lexicon"); }
        if (!read_features() || !reader_.at_end()) { return damaged("its features"); }
        return std::move(parts_);
    }

  private:
    void read_transitions()
    {
        for (std::size_t before = 0; before <= kMargin; ++before) {
            for (std::size_t next = 0; next < kLabels; ++next) {
                if (!may_follow(before, next)) { continue; }
                parts_.transitions[before][next] =
                    unzigzag(reader_.varint(zigzag(kMostTransition)));
            }
        }
    }

    void read_groups()
    {
        const std::uint64_t count = reader_.varint(std::min<std::uint64_t>(kMostGroups, size_));
        for (std::uint64_t i = 0; i < count; ++i) {
            parts_.middle_groups.push_back(static_cast<std::uint16_t>(reader_.varint(kMostGroups)));
            parts_.coarse_groups.push_back(static_cast<std::uint16_t>(reader_.varint(kMostGroups)));
        }
    }

    /// How many rows follow; each has a byte at least.
    std::size_t read_count() { return reader_.varint(reader_.size_left()); }

    bool read_lexicon()
    {
        const std::size_t count = read_count();
        std::vector<std::uint8_t> shared(count);
        for (std::uint8_t& same : shared) { same = reader_.byte(); }
        std::string text;
        parts_.lexicon.reserve(count);
        for (const std::uint8_t same : shared) {
            const std::string_view rest = reader_.string();
            if (same > text.size() || same + rest.size() > kMostTextBytes) { return false; }
            text.resize(same);
            text += rest;
            if (!parts_.lexicon.empty() && parts_.lexicon.back().text >= text) { return false; }
            parts_.lexicon.push_back({.text = text});
        }
        for (const unsigned shift : {0U, 8U}) {
            for (KnownWordRow& row : parts_.lexicon) { add_byte(row.entry.group, shift); }
        }
        for (const unsigned shift : {0U, 8U}) {
            for (KnownWordRow& row : parts_.lexicon) { add_byte(row.entry.kinds, shift); }
        }
        return reader_.ok();
    }

    template <class Number>
    void add_byte(Number& number, unsigned shift)
    {
        number = static_cast<Number>(number | std::uint32_t{reader_.byte()} << shift);
    }

    bool read_features()
    {
        const std::size_t count = read_count();
        parts_.features.resize(count);
        for (unsigned column = 0; column < sizeof(FeatureKey); ++column) {
            for (WeightedFeature& feature : parts_.features) { add_byte(feature.key, 8 * column); }
        }
        FeatureKey key = 0;
        for (WeightedFeature& feature : parts_.features) {
            if (feature.key == 0 || feature.key > ~key) { return false; }  // none twice
            key += feature.key;
            feature.key = key;
        }
        for (std::size_t label = 0; label < kLabels; ++label) {
            for (WeightedFeature& feature : parts_.features) {
                feature.weights[label] = static_cast<std::int8_t>(reader_.byte());
            }
        }
        return reader_.ok();
    }

    ByteReader reader_;
    std::size_t size_;
    ModelParts parts_{};
};

}  // namespace

std::string write_model(const ModelParts& parts)
{
    std::string text;
    append_transitions(text, parts.transitions);
    append_varint(text, parts.middle_groups.size());
    for (std::size_t i = 0; i < parts.middle_groups.size(); ++i) {
        append_varint(text, parts.middle_groups[i]);
        append_varint(text, parts.coarse_groups[i]);
    }
    append_lexicon(text, parts.lexicon);
    append_features(text, parts.features);
    std::string packed(ZSTD_compressBound(text.size()), '\0');
    packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), kLevel));
    return std::string{kMagic} + packed;
}

Result<ModelParts> read_model(std::string_view bytes)
{
    const auto text = unpack(bytes);
    if (!text) { return Failure{text.error()}; }
    return ModelReader{*text}.read();
}

}  // namespace dateline::indexer
