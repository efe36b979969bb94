// What one format makes of a text, in tests of formats.
#pragma once

#include "indexer/input/format.hpp"
#include "tests/support/dump_reading.hpp"
#include "tests/support/mutations.hpp"

#include <doctest/doctest.h>
#include <string>
#include <string_view>

namespace dateline::tests {

/// transcript() of a text in portions.
inline std::string records_of(const indexer::Format& format, std::string_view dump,
                              std::size_t portion = 4096)
{
    PortionSource source{dump, portion};
    const indexer::FieldMap map;
    return transcript(*format.open({.bytes = source, .map = map}));
}

/// The first record, which must be an article.
inline indexer::RawDocument first_of(const indexer::Format& format, std::string_view dump,
                                     const indexer::FieldMap& map = {})
{
    PortionSource source{dump, 4096};
    auto record = format.open({.bytes = source, .map = map})->next();
    REQUIRE(std::holds_alternative<indexer::RawDocument>(record));
    return std::get<indexer::RawDocument>(std::move(record));
}

/// Damaged texts are read to their end, and the same in any portions.
inline void check_damaged(const indexer::Format& format, std::string_view good,
                          std::uint32_t count = 500)
{
    for (std::uint32_t seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        const std::string dump = mutate(good, seed);
        CHECK(records_of(format, dump, 1) == records_of(format, dump));
    }
}

}  // namespace dateline::tests
