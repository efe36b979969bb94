// Reading fuzzed dumps to their end.
#pragma once

#include "indexer/input/byte_source.hpp"
#include "indexer/input/format.hpp"
#include "tests/fuzz/fuzz_target.hpp"

#include <cstddef>
#include <string_view>

namespace dateline::tests {

/// Hands out bytes in small portions, so that borders between two reads fall everywhere.
class SmallReads final : public indexer::ByteSource {
  public:
    SmallReads(std::string_view bytes, std::size_t portion) : bytes_(bytes), portion_(portion) {}

    Result<std::size_t> read(std::span<char> into) override;
    [[nodiscard]] std::string_view failure_reason() const override { return {}; }
    [[nodiscard]] std::uint64_t bytes_taken() const override { return taken_; }

  private:
    std::string_view bytes_;
    std::size_t portion_;
    std::uint64_t taken_ = 0;
};

/// What a reader gave, to be compared with another reading of the same bytes.
struct ReadDump {
    std::size_t articles = 0;
    std::size_t notices = 0;
    std::size_t bytes = 0;  ///< of all bodies

    friend bool operator==(const ReadDump&, const ReadDump&) = default;
};

/// Reads to the end. Throws if a notice says nothing, or if there are more records than bytes.
/// `reader` is anything with next().
template <class Reader>
ReadDump read_to_end(Reader& reader, std::size_t size)
{
    ReadDump read;
    for (;;) {
        const indexer::Record record = reader.next();
        if (std::holds_alternative<indexer::EndOfDump>(record)) { return read; }
        if (const auto* raw = std::get_if<indexer::RawDocument>(&record)) {
            ++read.articles;
            read.bytes += raw->body.size();
        } else {
            ++read.notices;
            const auto& notice = std::get<indexer::Notice>(record);
            demand(!notice.reason.empty() && !notice.message.empty(), "a notice says nothing");
        }
        demand(read.articles + read.notices <= size + 2, "there is no end");
    }
}

}  // namespace dateline::tests
